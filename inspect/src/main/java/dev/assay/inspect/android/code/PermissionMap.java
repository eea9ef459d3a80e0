package dev.assay.inspect.android.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which permission guards a method of the platform. A table of classes, each followed by its
 * methods; a class is parsed when it is asked for.
 */
final class PermissionMap {
  /** Stands behind permissions that are needed under conditions only. */
  static final String SOMETIMES = "~";

  private final String table;
  private final Map<String, Integer> classes = new HashMap<>();

  private PermissionMap(String table) {
    this.table = table;
  }

  static PermissionMap read(String table) {
    PermissionMap map = new PermissionMap(table);
    int at = 0;
    while (at < table.length()) {
      int end = table.indexOf('\n', at);
      if (table.charAt(at) == 'L') {
        map.classes.put(table.substring(at, end), end + 1);
      }
      at = end + 1;
    }
    return map;
  }

  boolean has(String descriptor) {
    return classes.containsKey(descriptor);
  }

  /** Permissions by {@code name(parameters)}; any one of them suffices. */
  Map<String, List<String>> of(String descriptor) {
    Integer start = classes.get(descriptor);
    if (start == null) {
      return Map.of();
    }
    Map<String, List<String>> methods = new HashMap<>();
    int at = start;
    while (at < table.length() && table.charAt(at) == '\t') {
      int end = table.indexOf('\n', at);
      String[] cells = table.substring(at + 1, end).split("\t");
      methods.put(cells[0], List.of(cells[1].split(" ")));
      at = end + 1;
    }
    return methods;
  }
}
