package dev.assay.inspect.keys;

import dev.assay.model.ProgramFile;
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
    static final Map<String, String> NAMES =
        ProgramFile.rows(KnownKeys.class, "known-keys.tsv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));
  }
}
