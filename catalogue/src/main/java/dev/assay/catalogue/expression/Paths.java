package dev.assay.catalogue.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Names of parts of facts, as evidence uses them: {@code accounts[3]}, {@code
 * config[CONFIG_MODULES]}.
 */
final class Paths {
  private Paths() {}

  static String element(String path, Object key) {
    return path + "[" + key + "]";
  }

  static List<String> ofElements(String path, Object value) {
    List<String> paths = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(key -> paths.add(element(path, key)));
    } else if (value instanceof Collection<?> collection) {
      for (int i = 0; i < collection.size(); i++) {
        paths.add(element(path, i));
      }
    }
    return paths;
  }
}
