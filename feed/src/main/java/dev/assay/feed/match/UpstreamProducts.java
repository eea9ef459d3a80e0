package dev.assay.feed.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** CPE keys of products by the names that packagers give them: {@code upstream-products.tsv}. */
final class UpstreamProducts {
  private static final Map<String, List<String>> BY_NAME = read();

  private UpstreamProducts() {}

  /** The keys for a package or product name; none if the table has no line. */
  static List<String> of(String name) {
    return BY_NAME.getOrDefault(name, List.of());
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> table = new HashMap<>();
    try (InputStream in = UpstreamProducts.class.getResourceAsStream("upstream-products.tsv")) {
      if (in == null) {
        throw new IllegalStateException("upstream-products.tsv is missing from the program");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] fields = line.split("\t");
          List<String> keys = List.of(fields[1].split(" "));
          for (String name : fields[0].split(" ")) {
            table.put(name, keys.stream().map(key -> "cpe:" + key).toList());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(table);
  }
}
