package dev.assay.catalogue.forge;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of one forged file. Names that no one asked for are refused, so that a misspelt
 * one does not pass in silence.
 */
final class Parameters {
  private final String forge;
  private final Map<String, Object> values;
  private final Set<String> asked = new HashSet<>();

  Parameters(String forge, Map<String, Object> values) {
    this.forge = forge;
    this.values = values;
  }

  String text(String name, String otherwise) {
    return value(name, String.class, otherwise);
  }

  int number(String name, int otherwise) {
    return value(name, Integer.class, otherwise);
  }

  boolean flag(String name, boolean otherwise) {
    return value(name, Boolean.class, otherwise);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  List<String> texts(String name) {
    return ((List<?>) value(name, List.class, List.of())).stream().map(String::valueOf).toList();
  }

  @SuppressWarnings("unchecked")
  List<Map<String, Object>> maps(String name) {
    return (List<Map<String, Object>>) (List<?>) value(name, List.class, List.of());
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> map(String name, Map<String, Object> otherwise) {
    return (Map<String, Object>) value(name, Map.class, otherwise);
  }

  /**
   * @throws IllegalArgumentException naming a parameter nobody asked for
   */
  void done() {
    for (String name : values.keySet()) {
      if (!asked.contains(name)) {
        throw new IllegalArgumentException(
            forge + ": unknown parameter `" + name + "`; known are " + asked);
      }
    }
  }

  private <T> T value(String name, Class<T> type, T otherwise) {
    asked.add(name);
    Object value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          forge + ": `" + name + "` is a " + type.getSimpleName() + ", not `" + value + "`");
    }
    return type.cast(value);
  }
}
