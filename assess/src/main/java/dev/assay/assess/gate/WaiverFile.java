package dev.assay.assess.gate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads waivers: a list {@code waivers} of {@code test, component, reason, by, expires}. */
public final class WaiverFile {
  private static final Set<String> KEYS = Set.of("test", "component", "reason", "by", "expires");

  private WaiverFile() {}

  public static List<Waiver> read(Path file) throws BadFile {
    YamlFile yaml = YamlFile.of(file);
    List<Waiver> waivers = new ArrayList<>();
    for (Object item :
        yaml.list(YamlFile.read(file, Set.of("waivers")).get("waivers"), "waivers")) {
      String what = "waiver " + (waivers.size() + 1);
      Map<?, ?> map = yaml.map(item, what, KEYS);
      String expires = yaml.text(map, "expires", what);
      try {
        waivers.add(
            new Waiver(
                yaml.text(map, "test", what),
                yaml.text(map, "component", what),
                yaml.text(map, "reason", what),
                yaml.text(map, "by", what),
                LocalDate.parse(expires)));
      } catch (DateTimeParseException e) {
        throw yaml.wrong(what + " expires on a date such as 2027-01-31, not `" + expires + "`");
      }
    }
    return List.copyOf(waivers);
  }
}
