package dev.assay.verify.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A JSON value. */
public sealed interface Json {
  /** An object; members in the order in which they were written. */
  record Obj(SequencedMap<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
    }

    /** This object with one more member at its end. */
    public Obj with(String key, Object value) {
      LinkedHashMap<String, Json> more = new LinkedHashMap<>(members);
      more.put(key, of(value));
      return new Obj(more);
    }

    /** What stands at a path of keys; empty if anything on the way is missing or no object. */
    public Optional<Json> at(String... path) {
      Optional<Json> found = Optional.of(this);
      for (String key : path) {
        found = found.flatMap(json -> json instanceof Obj obj ? obj.member(key) : Optional.empty());
      }
      return found;
    }

    /** The text at a path; empty if there is none. */
    public Optional<String> text(String... path) {
      return at(path)
          .flatMap(json -> json instanceof Text t ? Optional.of(t.value()) : Optional.empty());
    }

    /** The whole number at a path, at least 0; empty if there is none. */
    public Optional<Long> number(String... path) {
      return at(path)
          .filter(json -> json instanceof Num number && number.literal().matches("[0-9]{1,18}"))
          .map(json -> Long.parseLong(((Num) json).literal()));
    }

    /** The items at a path; none if no array stands there. */
    public List<Json> items(String... path) {
      return at(path)
          .map(json -> json instanceof Arr array ? array.items() : List.<Json>of())
          .orElse(List.of());
    }

    private Optional<Json> member(String key) {
      return Optional.ofNullable(members.get(key));
    }
  }

  /** An array. */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /** A string. */
  record Text(String value) implements Json {}

  /**
   * A number.
   *
   * @param literal as it was written; 1.0 and 1 differ
   */
  record Num(String literal) implements Json {}

  /** A boolean. */
  record Bool(boolean value) implements Json {}

  /** The value null. */
  record Nothing() implements Json {}

  /** An object of keys and values in turn. */
  static Obj object(Object... keysAndValues) {
    LinkedHashMap<String, Json> members = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      members.put(String.valueOf(keysAndValues[i]), of(keysAndValues[i + 1]));
    }
    return new Obj(members);
  }

  /** A Java value as JSON. */
  static Json of(Object value) {
    return switch (value) {
      case Json json -> json;
      case Optional<?> optional -> optional.<Json>map(Json::of).orElse(new Nothing());
      case Boolean bool -> new Bool(bool);
      case Long number -> new Num(number.toString());
      case Integer number -> new Num(number.toString());
      case Iterable<?> list -> {
        ArrayList<Json> items = new ArrayList<>();
        list.forEach(item -> items.add(of(item)));
        yield new Arr(items);
      }
      case Map<?, ?> map -> {
        LinkedHashMap<String, Json> members = new LinkedHashMap<>();
        map.forEach((key, each) -> members.put(String.valueOf(key), of(each)));
        yield new Obj(members);
      }
      default -> new Text(value.toString());
    };
  }

  /** The value without white space, as UTF-8. */
  default byte[] bytes() {
    return JsonWriter.text(this).getBytes(StandardCharsets.UTF_8);
  }
}
