package dev.assay.compare.change;

import dev.assay.compare.Aspect;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.dex.Arguments;
import dev.assay.formats.dex.CodeVisitor;
import dev.assay.formats.dex.Dex;
import dev.assay.formats.dex.DexClass;
import dev.assay.formats.dex.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Classes, methods, first values of static fields and strings of Dalvik executables. Numbers into
 * tables count by what they name, so that an entry more in a table is no change of the code that
 * refers to others.
 */
final class DexChanges implements Change {
  private static final String TYPE = "application/vnd.android.dex";
  private static final int MAX = 256 << 20;
  private static final int LONGEST = 300;

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
    Sets.values("first value", before.values, after.values, most, found);
    Sets.members("string", before.strings, after.strings, most, found);
    return found;
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
        Map<Integer, String> code = new HashMap<>();
        Instructions instructions = new Instructions(dex, content, code);
        dex.walk(instructions);
        instructions.end();
        for (int i = 0; i < dex.classes(); i++) {
          add(dex, dex.classAt(i), code);
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
                      name(dex, method),
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

  private static String name(Dex dex, int method) {
    return dex.methodClass(method)
        + "->"
        + dex.methodName(method)
        + dex.prototype(dex.method(method).kind()).descriptor();
  }

  /** Sums up each method's instructions with what they name in place of numbers. */
  private static final class Instructions implements CodeVisitor {
    private static final int UNITS = 12;

    private final Dex dex;
    private final Bytes content;
    private final Map<Integer, String> into;
    private final CRC32 crc = new CRC32();
    private int method = -1;
    private long units;
    private int at;
    private int end;

    Instructions(Dex dex, Bytes content, Map<Integer, String> into) {
      this.dex = dex;
      this.content = content;
      this.into = into;
    }

    @Override
    public void method(int number, int flags, int code) {
      end();
      method = number;
      units = content.block(code + UNITS, 4).u32le(0);
      at = Dex.start(code);
      end = (int) (at + 2 * units);
      crc.reset();
    }

    @Override
    public void call(int opcode, int target, int offset, Arguments arguments) {
      boolean site = opcode >= 0xFC;
      names(offset, 2, site ? "" + target : name(dex, target));
    }

    @Override
    public void string(int string, int offset) {
      names(offset, content.block(offset, 1).u8(0) == 0x1B ? 4 : 2, dex.string(string));
    }

    @Override
    public void type(int opcode, int type, int offset) {
      names(offset, 2, dex.type(type));
    }

    @Override
    public void field(int opcode, int field, int offset) {
      String owner = dex.type(dex.field(field).owner());
      String kind = dex.type(dex.field(field).kind());
      names(offset, 2, owner + "->" + dex.string(dex.field(field).name()) + ":" + kind);
    }

    /** The instruction at an offset holds a number of some bytes after its first unit. */
    private void names(int offset, int bytes, String name) {
      raw(offset + 2);
      crc.update(name.getBytes(StandardCharsets.UTF_8));
      at = offset + 2 + bytes;
    }

    private void raw(int to) {
      while (at < to) {
        Block block = content.block(at, Math.min(to - at, 1 << 16));
        crc.update(block.array(), block.arrayOffset(), block.size());
        at += block.size();
      }
    }

    void end() {
      if (method >= 0) {
        raw(end);
        String sum = HexFormat.of().toHexDigits((int) crc.getValue());
        into.put(method, ", " + units + " units of code, CRC-32 " + sum);
        method = -1;
      }
    }
  }
}
