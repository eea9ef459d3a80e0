package dev.assay.compare.change.bytecode;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Change;
import dev.assay.compare.change.Sets;
import dev.assay.compare.change.code.Listings;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.dex.Dex;
import dev.assay.formats.dex.DexClass;
import dev.assay.formats.dex.Value;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Classes, methods, first values of static fields and strings of Dalvik executables. Numbers into
 * tables count by what they name, so that an entry more in a table is no change of the code that
 * refers to others.
 */
public final class DexChanges implements Change {
  private static final String TYPE = "application/vnd.android.dex";
  private static final int MAX = 256 << 20;
  private static final int LONGEST = 300;

  /** Methods whose code is told. */
  private static final int MOST_LISTED = 40;

  /** Places in the code of one method that are told. */
  private static final int MOST_UNITS = 20;

  @Override
  public boolean explains(String path, String type, Bytes left, Bytes right) {
    return type.equals(TYPE) && left.size() <= MAX && right.size() <= MAX;
  }

  @Override
  public List<Aspect> between(Bytes left, Bytes right, int most) {
    Side before = new Side(left);
    Side after = new Side(right);
    List<Aspect> found = new ArrayList<>();
    Sets.values("class", before.classes, after.classes, most, found);
    Sets.values("method", before.methods, after.methods, most, found);
    Set<String> differing = differing(before.methods, after.methods);
    Listings.all(
        "method",
        "unit",
        DexListing.of(left, differing),
        DexListing.of(right, differing),
        Math.min(most, MOST_UNITS),
        found);
    Sets.values("first value", before.values, after.values, most, found);
    Sets.members("string", before.strings, after.strings, most, found);
    Sets.values("header", header(left), header(right), most, found);
    return found;
  }

  /** What stands there of the rest: Adler-32, SHA-1 and size in bytes. */
  private static Map<String, String> header(Bytes content) {
    Block header = content.block(0, 36);
    return Map.of(
        "version", header.latin1(4, 3),
        "checksum", "%08x".formatted(header.u32le(8)),
        "signature", HexFormat.of().formatHex(header.bytes(12, 20)),
        "file size", String.valueOf(header.u32le(32)));
  }

  /** Some methods that both have, with other code. */
  private static Set<String> differing(Map<String, String> left, Map<String, String> right) {
    return left.keySet().stream()
        .filter(name -> right.containsKey(name) && !right.get(name).equals(left.get(name)))
        .limit(MOST_LISTED)
        .collect(Collectors.toSet());
  }

  /** What one side has, by name. */
  private static final class Side {
    private final Map<String, String> classes = new TreeMap<>();
    private final Map<String, String> methods = new TreeMap<>();
    private final Map<String, String> values = new TreeMap<>();
    private final List<String> strings = new ArrayList<>();

    Side(Bytes content) {
      for (Dex dex : Dex.all(content)) {
        for (int i = 0; i < dex.strings(); i++) {
          String text = dex.string(i);
          strings.add(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
        }
        DexSums code = new DexSums();
        DexCode.walk(dex, content, code);
        for (int i = 0; i < dex.classes(); i++) {
          add(dex, dex.classAt(i), code.sums());
        }
      }
    }

    private void add(Dex dex, DexClass of, Map<Integer, String> code) {
      classes.put(
          dex.type(of.type()),
          "flags 0x"
              + Integer.toHexString(of.flags())
              + (of.superclass() < 0 ? "" : ", extends " + dex.type(of.superclass()))
              + (of.interfaces() == 0 ? "" : ", implements " + dex.interfaces(of))
              + (of.source() < 0 ? "" : ", source " + dex.string(of.source())));
      dex.methodsOf(of)
          .forEach(
              (method, flags) ->
                  methods.put(
                      DexCode.name(dex, method),
                      "flags 0x"
                          + Integer.toHexString(flags)
                          + code.getOrDefault(method, ", no code")));
      dex.staticValues(of)
          .forEach(
              (field, value) ->
                  values.put(
                      dex.type(dex.field(field).owner())
                          + "->"
                          + dex.string(dex.field(field).name()),
                      text(dex, value)));
    }

    private static String text(Dex dex, Value value) {
      return value.type() == Value.STRING
          ? "\"" + dex.string((int) value.bits()) + "\""
          : value.elements().isEmpty() ? String.valueOf(value.bits()) : "array";
    }
  }
}
