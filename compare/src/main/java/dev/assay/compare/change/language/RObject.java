package dev.assay.compare.change.language;

import dev.assay.formats.Malformed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An object of R.
 *
 * @param kind as in Rinternals.h
 * @param text of what has no parts, else empty
 * @param parts of what has them; of a function formals, body and environment
 * @param tags the names of parts, empty where a part has none
 * @param attributes by name
 */
record RObject(
    int kind,
    String text,
    List<RObject> parts,
    List<String> tags,
    Map<String, RObject> attributes) {
  static final int NULL = 254;
  static final int SYMBOL = 1;
  static final int PAIRS = 2;
  static final int FUNCTION = 3;
  static final int ENVIRONMENT = 4;
  static final int PROMISE = 5;
  static final int CALL = 6;
  static final int SPECIAL = 7;
  static final int BUILTIN = 8;
  static final int CHARACTERS = 9;
  static final int LOGICAL = 10;
  static final int INTEGER = 13;
  static final int REAL = 14;
  static final int COMPLEX = 15;
  static final int STRING = 16;
  static final int LIST = 19;
  static final int EXPRESSION = 20;
  static final int BYTE_CODE = 21;
  static final int POINTER = 22;
  static final int WEAK = 23;
  static final int RAW = 24;
  static final int S4 = 25;

  static RObject of(int kind, String text) {
    return new RObject(kind, text, List.of(), List.of(), Map.of());
  }

  static RObject of(int kind, List<RObject> parts) {
    return new RObject(kind, "", parts, List.of(), Map.of());
  }

  /**
   * @param pairs its attributes
   * @throws Malformed where these are no pairs
   */
  RObject with(RObject pairs) {
    if (pairs.kind == NULL) {
      return this;
    }
    if (pairs.tags.size() != pairs.parts.size()) {
      throw new Malformed("r.attributes", -1, "attributes without names");
    }
    Map<String, RObject> all = new TreeMap<>(attributes);
    for (int i = 0; i < pairs.parts.size(); i++) {
      all.put(pairs.tags.get(i), pairs.parts.get(i));
    }
    return new RObject(kind, text, parts, tags, all);
  }

  /** The name of a part, from its tag or the attribute; empty where it has none. */
  String name(int part) {
    if (part < tags.size()) {
      return tags.get(part);
    }
    RObject names = attributes.get("names");
    return names != null && part < names.parts.size() ? names.parts.get(part).text : "";
  }
}
