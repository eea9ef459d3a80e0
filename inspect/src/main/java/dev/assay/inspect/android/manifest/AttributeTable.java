package dev.assay.inspect.android.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Names of the platform's attributes and their resource ids. */
public final class AttributeTable {
  private static final Map<Integer, String> NAMES = read();
  private static final Map<String, Integer> IDS = ids();

  private AttributeTable() {}

  /** The name of a resource id. */
  static Optional<String> name(int resource) {
    return Optional.ofNullable(NAMES.get(resource));
  }

  /** The resource id of a name, 0 where there is none. */
  public static int id(String name) {
    return IDS.getOrDefault(name, 0);
  }

  private static Map<String, Integer> ids() {
    Map<String, Integer> ids = new HashMap<>();
    NAMES.forEach((id, name) -> ids.put(name, id));
    return ids;
  }

  private static Map<Integer, String> read() {
    Map<Integer, String> names = new HashMap<>();
    try (InputStream in = AttributeTable.class.getResourceAsStream("attributes.tsv")) {
      if (in == null) {
        throw new IllegalStateException("resource attributes.tsv is missing");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(row -> names.put(Integer.parseInt(row[0], 16), row[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
