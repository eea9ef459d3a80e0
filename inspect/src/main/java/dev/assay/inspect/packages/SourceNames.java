package dev.assay.inspect.packages;

import dev.assay.model.ProgramFile;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The CPE names of the software that packages were built from: {@code source-cpes.tsv}. A name
 * tells others what is in the package; whether a flaw is in it, its distribution knows better.
 */
public final class SourceNames {
  private static final Map<String, String> CPES =
      ProgramFile.rows(SourceNames.class, "source-cpes.tsv").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

  /** No release has a longer version. */
  private static final int LONGEST = 100;

  /** Before the makers' version: an epoch; behind it: what repackaging adds, and the revision. */
  private static final Pattern PACKAGED =
      Pattern.compile(
          "(?:[0-9]+:)?([A-Za-z0-9.]+?)((?:[-._~]?(?:rc|alpha|beta|pre|p)[0-9]+)?)"
              + "(?:[+~.](?:dfsg|ds|repack|git|svn|deb)[A-Za-z0-9.+~]*)?(?:-[A-Za-z0-9.+~]+)?");

  private SourceNames() {}

  static String cpe(Installed each) {
    PackageFacts facts = each.facts();
    String source = PackageUrls.source(each);
    return cpe(
        source.isEmpty() ? facts.name() : source,
        each.sourceVersion().isEmpty() ? facts.version() : each.sourceVersion());
  }

  /**
   * The CPE 2.3 name; its version is any where the makers' cannot be told from the packager's;
   * empty where NVD has no name for the source.
   *
   * @param source name of the source package
   * @param version as the packaging system writes it
   */
  public static String cpe(String source, String version) {
    String known = CPES.get(source);
    if (known == null) {
      return "";
    }
    Matcher made = PACKAGED.matcher(version.length() <= LONGEST ? version : "");
    return "cpe:2.3:"
        + known
        + ":"
        + (made.matches() ? made.group(1) + ":" + update(made.group(2)) : "*:*")
        + ":*:*:*:*:*:*";
  }

  /** {@code 9.2p1} is version 9.2, update p1. */
  private static String update(String text) {
    String plain = text.replaceFirst("^[-._~]", "");
    return plain.isEmpty() ? "*" : plain;
  }
}
