package dev.assay.verify.json;

import java.util.HashMap;
import java.util.Map;

/** What an object has under the names that were asked for; see {@link JsonReader#fields}. */
public final class Fields {
  private final Names names;
  private final String[] values;
  private final boolean[] given;

  Fields(Names names) {
    this.names = names;
    this.values = new String[names.count()];
    this.given = new boolean[names.count()];
  }

  /** Of an object without members. */
  public static Fields none() {
    return new Fields(Names.of());
  }

  /** Takes a value; says whether it is the first under that name. */
  boolean put(int name, String value) {
    boolean first = !given[name];
    values[name] = value;
    given[name] = true;
    return first;
  }

  /** The value under one of the names. */
  public String get(String name, String otherwise) {
    int at = names.find(name);
    return at >= 0 && given[at] ? values[at] : otherwise;
  }

  /** All that there are, by name. */
  public Map<String, String> asMap() {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      if (given[i]) {
        all.put(names.get(i), values[i]);
      }
    }
    return all;
  }
}
