package dev.assay.feed.source;

import java.util.List;
import java.util.Map;

/**
 * One record of a JSON file as a tree. An absent field reads as empty; one of another type than
 * asked for makes the record refused.
 */
public sealed interface Json {
  record Text(String value) implements Json {}

  record Amount(double value) implements Json {}

  record Truth(boolean value) implements Json {}

  /** JSON's null, and what was skipped. */
  record Nothing() implements Json {}

  record Array(List<Json> values) implements Json {}

  /** Fields in the order of the file. */
  record Fields(Map<String, Json> values) implements Json {
    static final Fields EMPTY = new Fields(Map.of());

    public boolean has(String name) {
      return values.containsKey(name);
    }

    public String text(String name) {
      return switch (get(name)) {
        case Text text -> text.value();
        case Nothing nothing -> "";
        case Json other -> throw wrong(name, "text", other);
      };
    }

    /** A text that must be there. */
    public String need(String name) {
      String text = text(name);
      if (text.isEmpty()) {
        throw new Unexpected("expected a field `" + name + "`, found none");
      }
      return text;
    }

    public double number(String name) {
      return switch (get(name)) {
        case Amount number -> number.value();
        case Json other -> throw wrong(name, "a number", other);
      };
    }

    public boolean truth(String name) {
      return switch (get(name)) {
        case Truth truth -> truth.value();
        case Nothing nothing -> false;
        case Json other -> throw wrong(name, "true or false", other);
      };
    }

    public Fields object(String name) {
      return switch (get(name)) {
        case Fields fields -> fields;
        case Nothing nothing -> EMPTY;
        case Json other -> throw wrong(name, "an object", other);
      };
    }

    public List<Json> array(String name) {
      return switch (get(name)) {
        case Array array -> array.values();
        case Nothing nothing -> List.of();
        case Json other -> throw wrong(name, "an array", other);
      };
    }

    public List<Fields> objects(String name) {
      return array(name).stream()
          .map(
              value ->
                  switch (value) {
                    case Fields fields -> fields;
                    case Json other -> throw wrong(name, "objects", other);
                  })
          .toList();
    }

    public List<String> texts(String name) {
      return array(name).stream()
          .map(
              value ->
                  switch (value) {
                    case Text text -> text.value();
                    case Json other -> throw wrong(name, "texts", other);
                  })
          .toList();
    }

    public Json get(String name) {
      return values.getOrDefault(name, new Nothing());
    }
  }

  private static Unexpected wrong(String name, String wanted, Json found) {
    return new Unexpected("expected " + wanted + " in `" + name + "`, found " + found.kind());
  }

  default String kind() {
    return switch (this) {
      case Text text -> "text";
      case Amount number -> "a number";
      case Truth truth -> "true or false";
      case Nothing nothing -> "nothing";
      case Array array -> "an array";
      case Fields fields -> "an object";
    };
  }
}
