package dev.assay.catalogue.expression;

import java.util.Collection;
import java.util.Map;

/** Values as a person reads them, cut to a bearable length. */
final class Shown {
  private static final int MOST_CHARACTERS = 80;
  private static final int MOST_ELEMENTS = 5;

  private Shown() {}

  static String of(Object value) {
    StringBuilder text = new StringBuilder();
    append(text, Values.of(value), 0);
    return cut(text.toString(), 4 * MOST_CHARACTERS);
  }

  /** The first text of a record, which by custom is its name; empty where it has none. */
  static String name(Record element) {
    Accessors accessors = Accessors.of(element.getClass());
    for (int i = 0; i < accessors.size(); i++) {
      if (accessors.read(element, i) instanceof String name && !name.isEmpty()) {
        return cut(name, MOST_CHARACTERS);
      }
    }
    return "";
  }

  private static void append(StringBuilder text, Object value, int depth) {
    switch (value) {
      case String string -> text.append(quoted(string, depth));
      case Unknown unknown -> text.append("unknown");
      case Record record -> record(text, record, depth);
      case Partial partial -> record(text, partial.known(), depth + 1);
      case Map<?, ?> map -> map(text, map, depth);
      case Collection<?> collection -> list(text, collection, depth);
      default -> text.append(value);
    }
  }

  private static String quoted(String text, int depth) {
    return '"' + cut(text, depth == 0 ? MOST_CHARACTERS : MOST_CHARACTERS / 2) + '"';
  }

  private static void list(StringBuilder text, Collection<?> collection, int depth) {
    text.append('[');
    int shown = 0;
    for (Object element : collection) {
      if (shown == MOST_ELEMENTS || depth > 2) {
        text.append(shown == 0 ? "" : ", ").append('…');
        text.append(collection.size() - shown).append(" more");
        break;
      }
      text.append(shown++ == 0 ? "" : ", ");
      append(text, Values.of(element), depth + 1);
    }
    text.append(']');
  }

  private static void map(StringBuilder text, Map<?, ?> map, int depth) {
    text.append('{');
    int shown = 0;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (shown == MOST_ELEMENTS || depth > 2) {
        text.append(shown == 0 ? "" : ", ").append('…');
        text.append(map.size() - shown).append(" more");
        break;
      }
      text.append(shown++ == 0 ? "" : ", ").append(entry.getKey()).append(": ");
      append(text, Values.of(entry.getValue()), depth + 1);
    }
    text.append('}');
  }

  private static void record(StringBuilder text, Record record, int depth) {
    if (depth > 0) {
      String name = name(record);
      text.append(name.isEmpty() ? record.getClass().getSimpleName() : name);
      return;
    }
    Accessors accessors = Accessors.of(record.getClass());
    text.append('{');
    for (int i = 0; i < accessors.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(accessors.name(i)).append(": ");
      append(text, accessors.read(record, i), depth + 1);
    }
    text.append('}');
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }
}
