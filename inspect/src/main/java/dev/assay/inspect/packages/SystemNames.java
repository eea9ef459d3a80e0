package dev.assay.inspect.packages;

import dev.assay.inspect.PackageUrl;
import dev.assay.model.ProgramFile;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names by which others know an operating system. */
final class SystemNames {
  /** Ids of os-release and the CPE part:vendor:product of those that do not name it themselves. */
  private static final Map<String, String> CPES =
      ProgramFile.rows(SystemNames.class, "system-cpes.tsv").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

  /** The URI binding (NISTIR 7695 §6.1) of a system, as far as nothing in it is encoded. */
  private static final Pattern URI =
      Pattern.compile("cpe:/(o:[a-z0-9_.-]{1,80}:[a-z0-9_.-]{1,80}(?::[A-Za-z0-9_.-]{0,80})?)");

  /** A whole formatted string (§6.2) whose attributes need no quoting. */
  private static final Pattern FORMATTED =
      Pattern.compile("cpe:2\\.3:o(?::(?:[A-Za-z0-9_.-]{1,80}|\\*)){10}");

  /** What needs no quoting in a formatted string. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]{1,80}");

  private static final int ATTRIBUTES = 11;

  private SystemNames() {}

  /** {@code pkg:generic/debian@12}; empty where the system does not say what it is. */
  static String purl(OsRelease os) {
    String id = os.get("ID");
    String version = os.get("VERSION_ID");
    return id.isEmpty() ? "" : PackageUrl.generic(id, version);
  }

  /**
   * What the system says of itself (CPE_NAME, man 5 os-release), else what NVD calls it; empty
   * where neither tells.
   */
  static String cpe(OsRelease os) {
    String own = os.get("CPE_NAME");
    if (FORMATTED.matcher(own).matches()) {
      return own;
    }
    var uri = URI.matcher(own);
    if (uri.matches()) {
      return formatted(uri.group(1));
    }
    String known = CPES.get(os.get("ID"));
    String version = os.get("VERSION_ID");
    return known == null
        ? ""
        : formatted(known + (PLAIN.matcher(version).matches() ? ":" + version : ""));
  }

  private static String formatted(String attributes) {
    List<String> told = List.of(attributes.split(":", -1));
    StringBuilder name = new StringBuilder("cpe:2.3");
    for (int i = 0; i < ATTRIBUTES; i++) {
      String value = i < told.size() ? told.get(i) : "";
      name.append(':').append(value.isEmpty() ? "*" : value);
    }
    return name.toString();
  }
}
