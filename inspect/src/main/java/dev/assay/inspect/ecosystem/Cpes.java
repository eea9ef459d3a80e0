package dev.assay.inspect.ecosystem;

import dev.assay.inspect.packages.SourceNames;
import dev.assay.model.ProgramFile;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The CPE 2.3 names of packages that have one: {@code cpes.tsv}. */
final class Cpes {
  private static final Map<String, String> BY_PURL =
      ProgramFile.rows(Cpes.class, "cpes.tsv").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

  /** What needs no quoting in a formatted string (NISTIR 7695 §6.2). */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  private Cpes() {}

  /**
   * The name of that version; empty where the package has none. What a program names as its package
   * is called as an installed one is, by its source.
   */
  static String of(Dependency dependency) {
    return dependency.declaredBy().equals(Dependency.NOTED)
        ? SourceNames.cpe(dependency.name(), dependency.version())
        : ofEcosystem(dependency);
  }

  private static String ofEcosystem(Dependency dependency) {
    String purl = dependency.purl();
    int version = purl.lastIndexOf('@');
    String known = BY_PURL.get(version < 0 ? purl : purl.substring(0, version));
    String bare =
        dependency.type().equals("golang") && dependency.version().startsWith("v")
            ? dependency.version().substring(1)
            : dependency.version();
    return known == null
        ? ""
        : "cpe:2.3:"
            + known
            + ":"
            + (PLAIN.matcher(bare).matches() ? bare : "*")
            + ":*:*:*:*:*:*:*";
  }
}
