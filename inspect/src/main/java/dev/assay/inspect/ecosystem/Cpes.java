package dev.assay.inspect.ecosystem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The CPE 2.3 names of packages that have one: {@code cpes.tsv}. */
final class Cpes {
  private static final Map<String, String> BY_PURL = read();

  /** What needs no quoting in a formatted string (NISTIR 7695 §6.2). */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  private Cpes() {}

  /** The name of that version; empty where the package has none. */
  static String of(Dependency dependency) {
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

  private static Map<String, String> read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Cpes.class.getResourceAsStream("cpes.tsv")),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
