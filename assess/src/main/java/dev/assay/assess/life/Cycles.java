package dev.assay.assess.life;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of releases whose end is known: {@code life-cycles.tsv}. */
final class Cycles {
  private static final Map<String, List<Cycle>> BY_NAME = read();

  private Cycles() {}

  /**
   * The line a version belongs to; the most special one of several.
   *
   * @param name {@code os:debian}, {@code kernel:linux}, {@code software:openssl}, or a package URL
   *     without version
   */
  static Optional<Cycle> find(String name, String version) {
    return BY_NAME.getOrDefault(name, List.of()).stream()
        .filter(cycle -> cycle.has(version))
        .max(Comparator.comparingInt(cycle -> cycle.releases().length()));
  }

  /** Whether the table has lines of that name, whatever the version. */
  static boolean know(String name) {
    return BY_NAME.containsKey(name);
  }

  private static Map<String, List<Cycle>> read() {
    Map<String, List<Cycle>> table = new HashMap<>();
    try (InputStream in = Cycles.class.getResourceAsStream("life-cycles.tsv")) {
      if (in == null) {
        throw new IllegalStateException("life-cycles.tsv is missing from the program");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] fields = line.split("\t");
          String product = fields[0].substring(fields[0].lastIndexOf(':') + 1);
          String releases = fields[1].equals("*") ? "" : fields[1];
          table
              .computeIfAbsent(fields[0], k -> new ArrayList<>())
              .add(new Cycle(product, releases, LocalDate.parse(fields[2]), fields[3]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(table);
  }
}
