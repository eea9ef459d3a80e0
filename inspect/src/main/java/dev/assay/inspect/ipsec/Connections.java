package dev.assay.inspect.ipsec;

import dev.assay.inspect.Draft;
import dev.assay.model.RiskSigns;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/** What both ways to write connections share. */
final class Connections {
  private static final int LONGEST_NAME = 80;

  private Connections() {}

  /** A connection's name as part of an id. */
  static String label(String name) {
    String clean = name.replaceAll("[^A-Za-z0-9_.%-]", "_");
    return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME);
  }

  static List<String> list(String text) {
    return Stream.of(text.split(",")).map(String::strip).filter(each -> !each.isEmpty()).toList();
  }

  static List<String> some(String text) {
    return text.isEmpty() ? List.of() : List.of(text);
  }

  static void signs(Draft draft) {
    draft.signs(
        RiskSigns.UNKNOWN
            .withExposure(RiskSigns.Exposure.LISTENS, "IKE is answered on UDP 500 and 4500")
            .withSurface(1, 1, "one connection")
            .withMemoryUnsafe(false, "configuration")
            .withParsesInput(false, "configuration")
            .withPrivilege(
                RiskSigns.Privilege.FULL, "decides what crosses the network unprotected"));
  }

  /** What was not read may say otherwise of everything. */
  static void doubt(Draft draft, String why) {
    for (RecordComponent fact : IpsecConnectionFacts.class.getRecordComponents()) {
      draft.unknown(fact.getName(), why);
    }
  }
}
