package dev.assay.catalogue.expression;

import java.util.LinkedHashMap;
import java.util.Map;

/** The facts that decided, in the order they were looked at, with their values. */
final class Trace {
  private final Map<String, Object> seen = new LinkedHashMap<>();

  void note(String path, Object value) {
    seen.putIfAbsent(path, value);
  }

  Map<String, Object> seen() {
    return seen;
  }
}
