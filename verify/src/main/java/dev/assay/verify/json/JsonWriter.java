package dev.assay.verify.json;

import java.util.Iterator;
import java.util.Map;

/** Writes JSON without white space. */
final class JsonWriter {
  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  static String text(Json json) {
    JsonWriter writer = new JsonWriter();
    writer.write(json);
    return writer.out.toString();
  }

  private void write(Json json) {
    switch (json) {
      case Json.Obj object -> object(object);
      case Json.Arr array -> array(array);
      case Json.Text text -> string(text.value());
      case Json.Num number -> out.append(number.literal());
      case Json.Bool bool -> out.append(bool.value());
      case Json.Nothing nothing -> out.append("null");
    }
  }

  private void object(Json.Obj object) {
    out.append('{');
    for (Iterator<Map.Entry<String, Json>> all = object.members().entrySet().iterator();
        all.hasNext(); ) {
      Map.Entry<String, Json> member = all.next();
      string(member.getKey());
      out.append(':');
      write(member.getValue());
      out.append(all.hasNext() ? "," : "");
    }
    out.append('}');
  }

  private void array(Json.Arr array) {
    out.append('[');
    for (Iterator<Json> all = array.items().iterator(); all.hasNext(); ) {
      write(all.next());
      out.append(all.hasNext() ? "," : "");
    }
    out.append(']');
  }

  private void string(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || Character.isSurrogate(c) && !isPair(value, i)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static boolean isPair(String value, int at) {
    return Character.isHighSurrogate(value.charAt(at))
        ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
  }
}
