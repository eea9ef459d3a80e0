package dev.assay.verify.json;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an object has under the names that were asked for; see {@link JsonReader#fields}. */
public final class Fields {
  private final Names names;
  private final @Nullable String[] values;

  Fields(Names names) {
    this.names = names;
    this.values = new String[names.count()];
  }

  /** Of an object without members. */
  public static Fields none() {
    return new Fields(Names.of());
  }

  /** Takes a value; says whether it is the first under that name. */
  boolean put(int name, String value) {
    boolean first = values[name] == null;
    values[name] = value;
    return first;
  }

  /** The value under one of the names. */
  public String get(String name, String otherwise) {
    int at = names.find(name);
    String value = at < 0 ? null : values[at];
    return value == null ? otherwise : value;
  }

  /** All that there are, by name. */
  public Map<String, String> asMap() {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      if (value != null) {
        all.put(names.get(i), value);
      }
    }
    return all;
  }
}
