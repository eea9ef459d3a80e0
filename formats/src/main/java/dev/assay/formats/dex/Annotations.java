package dev.assay.formats.dex;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Annotations of one class.
 *
 * @param ofClass its own; {@code bits} is the number of the annotation's type
 * @param ofMethods by number of the method
 */
public record Annotations(List<Value> ofClass, Map<Integer, List<Value>> ofMethods) {
  /** Where a class has none. */
  public static final Annotations NONE = new Annotations(List.of(), Map.of());

  private static final int MAX = 1 << 14;

  static Annotations read(Block data, int at) {
    if (at == 0) {
      return NONE;
    }
    int own = data.i32le(at);
    long fields = data.u32le(at + 4);
    long methods = data.u32le(at + 8);
    if (fields > MAX || methods > MAX) {
      throw new Malformed("dex.annotations", at, "annotations of too many members; not read");
    }
    Map<Integer, List<Value>> ofMethods = new TreeMap<>();
    int entry = at + 16 + 8 * (int) fields;
    for (int i = 0; i < methods; i++, entry += 8) {
      ofMethods.put(data.i32le(entry), set(data, data.i32le(entry + 4)));
    }
    return new Annotations(own == 0 ? List.of() : set(data, own), ofMethods);
  }

  private static List<Value> set(Block data, int at) {
    long size = data.u32le(at);
    List<Value> found = new ArrayList<>();
    for (int i = 0; i < Math.min(size, 100); i++) {
      // The first byte is the visibility.
      found.add(new Values(data, data.i32le(at + 4 + 4 * i) + 1).annotation());
    }
    return List.copyOf(found);
  }
}
