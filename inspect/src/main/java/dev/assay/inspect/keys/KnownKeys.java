package dev.assay.inspect.keys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Keys whose private half is published: in source code, test suites, examples. {@code
 * known-keys.tsv}: digest of the public key (or of the stored bytes where that is not read), whose
 * it is.
 */
public final class KnownKeys {
  private KnownKeys() {}

  /** Whose published key it is, or empty where it is not known to be one. */
  public static String nameOf(String publicKeySha256) {
    return Table.NAMES.getOrDefault(publicKeySha256, "");
  }

  /** Read when first asked for. */
  private static final class Table {
    static final Map<String, String> NAMES = read();

    private static Map<String, String> read() {
      try (InputStream table = KnownKeys.class.getResourceAsStream("known-keys.tsv")) {
        if (table == null) {
          throw new IllegalStateException("known-keys.tsv is missing from the program");
        }
        return new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
            .lines()
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(line -> line.split("\t", 2))
            .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
