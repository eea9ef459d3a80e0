package dev.assay.evidence;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.model.RecordParts;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes facts records as JSON: components in declared order, sets and maps sorted, enums as
 * lower-case words.
 */
final class RecordJson {
  private RecordJson() {}

  static void write(JsonGenerator json, Record value) throws IOException {
    json.writeStartObject();
    RecordParts parts = RecordParts.of(value.getClass());
    for (int i = 0; i < parts.size(); i++) {
      json.writeFieldName(parts.name(i));
      value(json, parts.get(value, i));
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case String text -> json.writeString(text);
      case Boolean bool -> json.writeBoolean(bool);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Enum<?> word -> json.writeString(word.name().toLowerCase(Locale.ROOT));
      case Record record -> write(json, record);
      case Optional<?> optional -> value(json, optional.orElse(null));
      case Set<?> set -> array(json, new TreeSet<>(set));
      case Collection<?> list -> array(json, list);
      case Map<?, ?> map -> {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
          json.writeFieldName(String.valueOf(entry.getKey()));
          value(json, entry.getValue());
        }
        json.writeEndObject();
      }
      default -> json.writeString(value.toString());
    }
  }

  private static void array(JsonGenerator json, Collection<?> items) throws IOException {
    json.writeStartArray();
    for (Object item : items) {
      value(json, item);
    }
    json.writeEndArray();
  }
}
