package dev.assay.feed.match;

import dev.assay.model.ProgramFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
    for (List<String> row : ProgramFile.rows(UpstreamProducts.class, "upstream-products.tsv")) {
      List<String> keys = Stream.of(row.get(1).split(" ")).map(key -> "cpe:" + key).toList();
      for (String name : row.get(0).split(" ")) {
        table.put(name, keys);
      }
    }
    return Map.copyOf(table);
  }
}
