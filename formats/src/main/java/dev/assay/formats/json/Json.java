package dev.assay.formats.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.formats.Malformed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON value. Asking it for what it has not gives empty values, so that reading a document needs
 * no checks.
 */
public sealed interface Json {
  /** A string, or the text of a number or word. */
  record Text(String value) implements Json {}

  record Items(List<Json> values) implements Json {}

  record Members(Map<String, Json> values) implements Json {}

  /** What stands for all that is not there. */
  static Json nothing() {
    return new Text("");
  }

  /** Member of an object, or {@link #nothing}. */
  default Json get(String key) {
    return this instanceof Members(var values) ? values.getOrDefault(key, nothing()) : nothing();
  }

  /** Items of an array, or none. */
  default List<Json> items() {
    return this instanceof Items(var values) ? values : List.of();
  }

  /** Text of a value, or empty. */
  default String text() {
    return this instanceof Text(String value) ? value : "";
  }

  /** Whole number, or −1. */
  default long number() {
    try {
      return Long.parseLong(text());
    } catch (NumberFormatException notOne) {
      return -1;
    }
  }

  /**
   * @throws Malformed {@code json} where it is none, or nested deeper than Jackson allows, or more
   *     follows the value
   */
  static Json parse(byte[] document) {
    try (JsonParser parser = Parser.FACTORY.createParser(document)) {
      Json value = read(parser);
      if (parser.nextToken() != null) {
        throw new Malformed(
            "json.damaged",
            parser.currentTokenLocation().getByteOffset(),
            "expected the end of the document behind its value; found more");
      }
      return value;
    } catch (IOException damage) {
      throw Damage.of("json.damaged", "JSON", damage);
    }
  }

  /**
   * The next value of a parser, whatever syntax that reads.
   *
   * @throws IOException as the parser does
   */
  static Json read(JsonParser parser) throws IOException {
    parser.nextToken();
    return Parser.value(parser);
  }

  /** Builds values from tokens. */
  final class Parser {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Parser() {}

    private static Json value(JsonParser parser) throws IOException {
      return switch (parser.currentToken()) {
        case START_OBJECT -> {
          Map<String, Json> members = new LinkedHashMap<>();
          while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            members.put(key, value(parser));
          }
          yield new Members(members);
        }
        case START_ARRAY -> {
          List<Json> items = new ArrayList<>();
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
          }
          yield new Items(items);
        }
        case null -> nothing();
        default -> new Text(parser.getText());
      };
    }
  }
}
