package dev.assay.feed.source;

import dev.assay.feed.Conditions;
import dev.assay.feed.Statement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Through which functions a library's flaw can be reached at all: {@code entry-points.tsv}. */
final class EntryPoints {
  private static final Map<String, Conditions> KNOWN = read();

  private EntryPoints() {}

  /** The statement, where it is on a library of the table under the condition that stands there. */
  static Statement narrowed(Statement statement) {
    Conditions known = KNOWN.get(statement.vulnerability() + " " + statement.subject());
    return known != null && statement.conditions().equals(Conditions.NONE)
        ? statement.under(known)
        : statement;
  }

  private static Map<String, Conditions> read() {
    Map<String, Conditions> known = new HashMap<>();
    try (InputStream in = EntryPoints.class.getResourceAsStream("entry-points.tsv")) {
      if (in == null) {
        throw new IllegalStateException("entry-points.tsv is missing from the program");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] fields = line.split("\t");
          known.put(
              fields[0] + " cpe:" + fields[1], Conditions.ofLibrary(List.of(fields[2].split(" "))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(known);
  }
}
