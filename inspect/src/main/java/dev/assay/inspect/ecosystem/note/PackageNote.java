package dev.assay.inspect.ecosystem.note;

import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.tree.Node;
import dev.assay.model.ProgramFile;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The package that a file says it was built for.
 *
 * @param type its packaging system: {@code deb}, {@code rpm} …; empty where not told
 * @param os id of the distribution, as in os-release; empty where not told
 * @param name of the package; Debian's notes have that of the source package
 * @param version as the packaging system writes it; empty where not told
 * @param at where in the file the note's JSON stands, in bytes
 */
public record PackageNote(String type, String os, String name, String version, long at) {
  /** Package URL types by packaging system: {@code package-types.tsv}. */
  private static final Map<String, String> TYPES =
      ProgramFile.rows(PackageNote.class, "package-types.tsv").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

  /** The system's product in a CPE name of either binding (NISTIR 7695 §6). */
  private static final Pattern SYSTEM =
      Pattern.compile("cpe:(?:/|2\\.3:)o:[^:]{1,80}:([A-Za-z0-9_.-]{1,80})(?::.*)?");

  /** {@code os}, or the product that {@code osCpe} names where a note has only that. */
  static String system(String os, String osCpe) {
    Matcher cpe = SYSTEM.matcher(osCpe);
    return (os.isEmpty() && cpe.matches() ? cpe.group(1) : os).toLowerCase(Locale.ROOT);
  }

  /** Whether a distribution built it, which mends flaws without a new version of the product. */
  boolean isOfADistribution() {
    return TYPES.containsKey(type);
  }

  Dependency dependency(Node where) {
    return new Dependency(
        TYPES.getOrDefault(type, "generic"),
        os,
        name,
        version,
        "",
        Dependency.NOTED,
        where,
        where.at(at, "package note: " + name + " " + version));
  }
}
