package dev.assay.feed.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks a JSON file and reads one record after the other, so that memory stays that of a record.
 */
public final class JsonStream implements AutoCloseable {
  static final int DEEPEST = 64;
  static final int LONGEST_TEXT = 4 << 20;

  /** Values in one record; CSAF documents of whole distributions have some hundred thousand. */
  static final int MOST_VALUES = 1_000_000;

  /** Characters of text in one record. */
  static final int MOST_TEXT = 32 << 20;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .maxNumberLength(400)
                  .maxNameLength(4096)
                  .build())
          .build();

  private final JsonParser parser;
  private final Set<String> skipped;
  private int values;
  private long text;

  /** Names in {@code skipped} are read over wherever they stand in a record. */
  public JsonStream(InputStream in, Set<String> skipped) throws IOException {
    this.parser = FACTORY.createParser(in);
    this.skipped = skipped;
  }

  /** Moves to the next token, which there must be. */
  public JsonToken next() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new EOFException("the file ends in the middle");
    }
    return token;
  }

  /** Enters the object that must come next. */
  void enterObject() throws IOException {
    if (next() != JsonToken.START_OBJECT) {
      throw new IOException("expected an object, found " + parser.currentToken());
    }
  }

  /** Enters the value of the field if it is an object, else reads over it. */
  boolean entersObject() throws IOException {
    if (next() == JsonToken.START_OBJECT) {
      return true;
    }
    parser.skipChildren();
    return false;
  }

  /** Moves to the next field of the object entered; false at its end. */
  boolean nextField() throws IOException {
    return next() == JsonToken.FIELD_NAME;
  }

  String name() throws IOException {
    return parser.currentName();
  }

  /** Enters the value of the field if it is an array. */
  boolean enterArray() throws IOException {
    return next() == JsonToken.START_ARRAY;
  }

  /** Moves to the next element; false at the end of the array. */
  boolean nextElement() throws IOException {
    return next() != JsonToken.END_ARRAY;
  }

  /** Reads over the value that comes next. */
  void skip() throws IOException {
    next();
    parser.skipChildren();
    if (parser.currentToken() == null) {
      throw new EOFException("the file ends in the middle");
    }
  }

  /** The value of the field that the walk stands on. */
  Json field() throws IOException {
    next();
    return record();
  }

  /**
   * Reads the value that the walk stands on. However it ends, the walk stands behind the record.
   *
   * @throws Unexpected if it is over a limit or names a field twice
   */
  Json record() throws IOException {
    values = 0;
    text = 0;
    int depth = parser.getParsingContext().getNestingDepth();
    boolean nested = parser.currentToken().isStructStart();
    try {
      return value();
    } catch (Unexpected e) {
      while (nested
          && !(parser.currentToken().isStructEnd()
              && parser.getParsingContext().getNestingDepth() < depth)) {
        next();
      }
      throw e;
    }
  }

  private Json value() throws IOException {
    if (++values > MOST_VALUES) {
      throw new Unexpected("expected at most " + MOST_VALUES + " values in a record, found more");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> new Json.Text(text());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Amount(parser.getDoubleValue());
      case VALUE_TRUE -> new Json.Truth(true);
      case VALUE_FALSE -> new Json.Truth(false);
      default -> new Json.Nothing();
    };
  }

  private String text() throws IOException {
    String value = parser.getText();
    text += value.length();
    if (text > MOST_TEXT) {
      throw new Unexpected("expected at most " + MOST_TEXT + " characters in a record, found more");
    }
    return value;
  }

  private Json object() throws IOException {
    Map<String, Json> fields = new LinkedHashMap<>();
    while (next() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      next();
      if (skipped.contains(name)) {
        parser.skipChildren();
      } else if (fields.put(name, value()) != null) {
        throw new Unexpected("expected a field `" + Texts.shown(name) + "` once, found it twice");
      }
    }
    return new Json.Fields(fields);
  }

  private Json array() throws IOException {
    List<Json> values = new ArrayList<>();
    while (next() != JsonToken.END_ARRAY) {
      values.add(value());
    }
    return new Json.Array(values);
  }

  /** Demands that nothing follows. */
  public void end() throws IOException {
    JsonToken token = parser.nextToken();
    if (token != null) {
      throw new IOException("expected the end of the file, found " + token);
    }
  }

  /** Where the walk stands, for messages. */
  public String place() {
    var location = parser.currentLocation();
    return "byte " + Math.max(0, location.getByteOffset());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
