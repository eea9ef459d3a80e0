package dev.assay.evidence.recall;

import dev.assay.evidence.BundleException;
import dev.assay.verify.json.BadJson;
import dev.assay.verify.json.Json;
import dev.assay.verify.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An object of a bundle.
 *
 * @param where file and line, for messages
 */
public record Line(Json.Obj object, String where) {
  /** Makes a value of an object. */
  public interface Reader<T> {
    T read(Line line) throws BundleException;
  }

  /** Reads one line. */
  public static Line read(byte[] bytes, String where) throws BundleException {
    try {
      if (JsonReader.read(bytes) instanceof Json.Obj object) {
        return new Line(object, where);
      }
      throw new BundleException(where + " is not a JSON object");
    } catch (BadJson e) {
      throw new BundleException(where + " is not JSON: " + e.getMessage());
    }
  }

  /** The text at a path, which must be there. */
  public String text(String... path) throws BundleException {
    return object
        .text(path)
        .orElseThrow(() -> new BundleException(where + " has no text `" + last(path) + "`"));
  }

  /** The text of a key; empty where there is none. */
  Optional<String> maybeText(String key) {
    return object.text(key);
  }

  long number(String... path) throws BundleException {
    return object
        .number(path)
        .orElseThrow(() -> new BundleException(where + " has no number `" + last(path) + "`"));
  }

  int small(String... path) throws BundleException {
    long number = number(path);
    if (number > Integer.MAX_VALUE) {
      throw new BundleException(where + ": `" + last(path) + "` is too great: " + number);
    }
    return (int) number;
  }

  boolean flag(String key) {
    return object.at(key).filter(new Json.Bool(true)::equals).isPresent();
  }

  /** A number with a fraction, as {@code Double} writes it. */
  double fraction(String key) throws BundleException {
    if (object.at(key).orElse(new Json.Nothing()) instanceof Json.Num number
        && number.literal().length() < 40) {
      return Double.parseDouble(number.literal());
    }
    throw new BundleException(where + " has no number `" + key + "`");
  }

  /** The texts of a list; none where there is no list. */
  public List<String> texts(String... path) {
    return object.items(path).stream()
        .filter(Json.Text.class::isInstance)
        .map(item -> ((Json.Text) item).value())
        .toList();
  }

  <T> List<T> all(String key, Reader<T> reader) throws BundleException {
    return each(object.items(key), reader);
  }

  /** What the object of a key gives; empty where there is none. */
  <T> Optional<T> maybe(String key, Reader<T> reader) throws BundleException {
    return object.at(key).orElse(new Json.Nothing()) instanceof Json.Obj inner
        ? Optional.of(reader.read(new Line(inner, where)))
        : Optional.empty();
  }

  <T> List<T> all(String outer, String key, Reader<T> reader) throws BundleException {
    return each(object.items(outer, key), reader);
  }

  private <T> List<T> each(List<Json> items, Reader<T> reader) throws BundleException {
    List<T> values = new ArrayList<>();
    for (Json item : items) {
      if (!(item instanceof Json.Obj inner)) {
        throw new BundleException(where + " has a list of things that are no objects");
      }
      values.add(reader.read(new Line(inner, where)));
    }
    return values;
  }

  private static String last(String... path) {
    return String.join(".", path);
  }
}
