package dev.assay.catalogue.expression;

import dev.assay.model.RecordParts;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Reads the components of one record class, by position or by name. */
final class Accessors {
  private static final ClassValue<Accessors> ALL =
      new ClassValue<>() {
        @Override
        protected Accessors computeValue(Class<?> type) {
          return new Accessors(type);
        }
      };

  private final String owner;
  private final RecordParts parts;
  private final Map<String, Integer> positions = new HashMap<>();

  private Accessors(Class<?> type) {
    owner = type.getSimpleName();
    parts = RecordParts.of(type);
    for (int i = 0; i < parts.size(); i++) {
      positions.put(parts.name(i), i);
    }
  }

  static Accessors of(Class<?> record) {
    return ALL.get(record);
  }

  int size() {
    return parts.size();
  }

  /**
   * @throws IllegalArgumentException if the record has no such component
   */
  int position(String name) {
    Integer position = positions.get(name);
    if (position == null) {
      throw new IllegalArgumentException(owner + " has no component `" + name + "`");
    }
    return position;
  }

  String name(int position) {
    return parts.name(position);
  }

  boolean has(String name) {
    return positions.containsKey(name);
  }

  Object read(Record record, int position) {
    return Values.of(Objects.requireNonNull(parts.get(record, position)));
  }

  Object read(Record record, String name) {
    return read(record, position(name));
  }
}
