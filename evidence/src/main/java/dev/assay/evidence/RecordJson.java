package dev.assay.evidence;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
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
  private record Accessor(String name, MethodHandle get) {}

  private static final ClassValue<Accessor[]> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Accessor[] computeValue(Class<?> type) {
          return accessors(type);
        }
      };

  private RecordJson() {}

  static void write(JsonGenerator json, Record value) throws IOException {
    json.writeStartObject();
    for (Accessor accessor : ACCESSORS.get(value.getClass())) {
      json.writeFieldName(accessor.name());
      value(json, get(accessor, value));
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

  private static @Nullable Object get(Accessor accessor, Record value) {
    try {
      return accessor.get().invoke(value);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Accessor[] accessors(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Accessor[] accessors = new Accessor[components.length];
    for (int i = 0; i < components.length; i++) {
      try {
        components[i].getAccessor().setAccessible(true);
        accessors[i] =
            new Accessor(
                components[i].getName(),
                MethodHandles.lookup().unreflect(components[i].getAccessor()));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
    return accessors;
  }
}
