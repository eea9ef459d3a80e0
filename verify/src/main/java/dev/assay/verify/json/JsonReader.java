package dev.assay.verify.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads JSON. */
public final class JsonReader {
  /** Objects and arrays in one another. */
  public static final int MAX_DEPTH = 64;

  /**
   * Values in a document that is built; of those that are only passed over, there may be any
   * number.
   */
  static final int MAX_VALUES = 1 << 21;

  /** What stands for a nested value that {@link #fields} does not read. */
  public static final String NESTED = "…";

  private final Scanner in;
  private int values;

  private JsonReader(Scanner in) {
    this.in = in;
  }

  /**
   * The one value that a document holds.
   *
   * @throws BadJson if it is not JSON
   */
  public static Json read(byte[] document) throws BadJson {
    JsonReader reader = new JsonReader(new Scanner(document, 0, document.length));
    Json value = reader.value(0);
    reader.in.end();
    return value;
  }

  /**
   * The wanted members of an object, read without building the rest, which is checked all the same:
   * strings by value, numbers, booleans and null as they were written, an empty array or object as
   * {@code []} or {@code {}}, any other as {@link #NESTED}.
   *
   * @param from offset of the object in {@code bytes}
   * @param to offset behind it
   */
  public static Fields fields(byte[] bytes, int from, int to, Names wanted) throws BadJson {
    JsonReader reader = new JsonReader(new Scanner(bytes, from, to));
    Fields fields = new Fields(wanted);
    Scanner in = reader.in;
    in.take('{');
    if (!in.taken('}')) {
      do {
        int name = in.oneOf(wanted);
        in.take(':');
        if (name < 0) {
          reader.skip(1);
        } else if (!fields.put(name, reader.field())) {
          throw in.wrong("key `" + wanted.get(name) + "` twice");
        }
      } while (in.taken(','));
      in.take('}');
    }
    in.end();
    return fields;
  }

  private String field() throws BadJson {
    return switch (in.peek()) {
      case '"' -> in.string();
      case '{', '[' -> {
        boolean object = in.peek() == '{';
        yield skip(1) ? (object ? "{}" : "[]") : NESTED;
      }
      default -> in.word();
    };
  }

  /** Passes over a value; says whether it was an empty object or array. */
  private boolean skip(int depth) throws BadJson {
    switch (in.peek()) {
      case '"' -> in.skipString();
      case '{' -> {
        nest(depth);
        in.take('{');
        if (in.taken('}')) {
          return true;
        }
        do {
          in.skipString();
          in.take(':');
          skip(depth + 1);
        } while (in.taken(','));
        in.take('}');
      }
      case '[' -> {
        nest(depth);
        in.take('[');
        if (in.taken(']')) {
          return true;
        }
        do {
          skip(depth + 1);
        } while (in.taken(','));
        in.take(']');
      }
      default -> in.word();
    }
    return false;
  }

  private Json value(int depth) throws BadJson {
    if (++values > MAX_VALUES) {
      throw in.wrong("more than " + MAX_VALUES + " values");
    }
    return switch (in.peek()) {
      case '"' -> new Json.Text(in.string());
      case '{' -> {
        nest(depth);
        yield object(depth);
      }
      case '[' -> {
        nest(depth);
        yield array(depth);
      }
      default -> scalar(in.word());
    };
  }

  private Json object(int depth) throws BadJson {
    LinkedHashMap<String, Json> members = new LinkedHashMap<>();
    in.take('{');
    if (in.taken('}')) {
      return new Json.Obj(members);
    }
    do {
      String key = in.string();
      in.take(':');
      if (members.put(key, value(depth + 1)) != null) {
        throw in.wrong("key `" + key + "` twice");
      }
    } while (in.taken(','));
    in.take('}');
    return new Json.Obj(members);
  }

  private Json array(int depth) throws BadJson {
    List<Json> items = new ArrayList<>();
    in.take('[');
    if (in.taken(']')) {
      return new Json.Arr(items);
    }
    do {
      items.add(value(depth + 1));
    } while (in.taken(','));
    in.take(']');
    return new Json.Arr(items);
  }

  private static Json scalar(String word) {
    return switch (word) {
      case "true" -> new Json.Bool(true);
      case "false" -> new Json.Bool(false);
      case "null" -> new Json.Nothing();
      default -> new Json.Num(word);
    };
  }

  private void nest(int depth) throws BadJson {
    if (depth >= MAX_DEPTH) {
      throw in.wrong("more than " + MAX_DEPTH + " levels");
    }
  }
}
