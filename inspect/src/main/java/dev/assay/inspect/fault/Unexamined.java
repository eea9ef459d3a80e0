package dev.assay.inspect.fault;

import dev.assay.inspect.cache.RecordCodec;
import dev.assay.inspect.cache.ValueReader;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stands for all components of a kind that a failed reader was to find, or that are more than are
 * described. No fact of it is known, so every test case of the kind is INCONCLUSIVE on it.
 */
public final class Unexamined {
  /** Reads as zero, empty or the first constant, whatever is asked for. */
  private static final byte[] NOTHING = new byte[1 << 16];

  private static final String NAME = "not examined";

  private Unexamined() {}

  /** Whether that stands for what was not found. */
  public static boolean is(Described described) {
    return described.component().name().equals(NAME) && described.evidence().isEmpty();
  }

  /**
   * @param place path of the artifact in which the reader was to find them
   * @param reader name of its class, or another word for what is not examined
   * @param why it is not
   */
  public static Described of(Kind<?> kind, String place, String reader, String why) {
    Map<String, String> unknown = new TreeMap<>();
    for (RecordComponent fact : kind.facts().getRecordComponents()) {
      unknown.put(fact.getName(), why);
    }
    Component component =
        new Component(
            kind.name() + ":" + place + "#" + reader,
            kind.name(),
            NAME,
            "",
            "",
            "",
            List.of(place));
    Record blank = RecordCodec.of(kind.facts()).read(new ValueReader(NOTHING));
    return new Described(component, blank, List.of(), unknown, RiskSigns.UNKNOWN);
  }
}
