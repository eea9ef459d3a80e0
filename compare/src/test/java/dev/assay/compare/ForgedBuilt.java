package dev.assay.compare;

import static dev.assay.compare.Forged.big;
import static dev.assay.compare.Forged.bytes;
import static dev.assay.compare.Forged.concat;
import static dev.assay.compare.Forged.little;
import static dev.assay.compare.Forged.padded;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.zip.Deflater;

/** What compilers and packagers leave for others, as small as it can be. */
final class ForgedBuilt {
  private static final int NIL = 0xFE;

  private ForgedBuilt() {}

  static byte[] zlib(byte[] content, boolean raw) {
    Deflater deflater = new Deflater(9, raw);
    deflater.setInput(content);
    deflater.finish();
    byte[] out = new byte[content.length * 2 + 64];
    return Arrays.copyOf(out, deflater.deflate(out));
  }

  /** A list of one number under a name. */
  static byte[] rList(String name, int value) {
    byte[] names = big(0x402, symbol("names"), 0x10, 1, characters(name), NIL);
    return serialised(big(0x213, 1, 0x0D, 1, value, names));
  }

  /** {@code function(x) x OPERATOR number}. */
  static byte[] rFunction(String operator, double number) {
    byte[] sum = big(6, symbol(operator), 2, 0x1FF, 2, real(number), NIL);
    return serialised(big(0x403, 0xFD, 0x402, symbol("x"), 0xFB, NIL, sum));
  }

  /** {@code function(x) for (x in x) { if (x) x OPERATOR number }}. */
  static byte[] rLoop(String operator, double number) {
    byte[] sum = big(6, symbol(operator), 2, 0x1FF, 2, real(number), NIL);
    byte[] choice = big(6, symbol("if"), 2, 0x1FF, 2, sum, NIL);
    byte[] block = big(6, symbol("{"), 2, choice, NIL);
    byte[] loop = big(6, symbol("for"), 2, 0x1FF, 2, 0x1FF, 2, block, NIL);
    return serialised(big(0x403, 0xFD, 0x402, symbol("x"), 0xFB, NIL, loop));
  }

  /** {@code function(x) f <- function(x) { x OPERATOR number }}. */
  static byte[] rLocal(String operator, double number) {
    byte[] sum = big(6, symbol(operator), 2, 0x1FF, 2, real(number), NIL);
    byte[] block = big(6, symbol("{"), 2, sum, NIL);
    byte[] arguments = big(0x402, 0x1FF, 0xFB, NIL);
    byte[] function = big(6, symbol("function"), 2, arguments, 2, block, 2, NIL, NIL);
    byte[] bound = big(6, symbol("<-"), 2, symbol("f"), 2, function, NIL);
    return serialised(big(0x403, 0xFD, 0x402, symbol("x"), 0xFB, NIL, bound));
  }

  /** A vector of numbers. */
  static byte[] rVector(double... numbers) {
    byte[] all = big(0x0E, numbers.length);
    for (double each : numbers) {
      all = big(all, Double.doubleToLongBits(each));
    }
    return serialised(all);
  }

  /** {@code function() number + number} compiled, its second constant a reference to the first. */
  static byte[] rCode(double number, int instruction) {
    byte[] rest = big(2, NIL, 0, real(number), 0, NIL);
    byte[] first = big(244, 0, 6, NIL, 0, symbol("-"), rest);
    byte[] code = big(0x15, 1, 0x0D, 1, instruction, 2, first, 243, 0);
    return serialised(big(0x403, 0xFD, NIL, code));
  }

  /**
   * A sum whose terms are the same sum of so many levels less: 2 to that power when written out.
   */
  static byte[] rShared(double number, int levels) {
    byte[] all = big(244, 0, 6, NIL, 0, symbol("-"), 2, NIL, 0, real(number), 0, NIL);
    for (int i = 1; i <= levels; i++) {
      byte[] again = big(2, NIL, 243, i - 1, 0, NIL);
      all = big(244, i, 6, NIL, 0, symbol("+"), 2, NIL, all, again);
    }
    return serialised(big(0x403, 0xFD, NIL, big(0x15, levels + 1, 0x0D, 1, 0, 1, all)));
  }

  private static byte[] serialised(byte[] object) {
    return big("X\n", 2, 0x00030602, 0x00020300, object);
  }

  private static byte[] symbol(String name) {
    return big(1, characters(name));
  }

  private static byte[] characters(String text) {
    return big(0x00040009, text.length(), text);
  }

  private static byte[] real(double number) {
    return big(0x0E, 1, Double.doubleToLongBits(number));
  }

  static byte[] rDatabase(byte[]... objects) {
    byte[] all = new byte[0];
    for (byte[] object : objects) {
      all = concat(all, big(object.length), zlib(object, false));
    }
    return all;
  }

  /** An interface of GHC 9.0 whose module exports one name and one type with a constructor. */
  static byte[] haskell(String way, String export, long hash, String declarations) {
    return haskell(way, export, hash, start -> big(declarations));
  }

  /** One that declares a value, with what the compiler knows of it. */
  static byte[] haskellValue(int arity, byte[] expression) {
    return haskell("dyn", "run", 1, start -> declared(start, arity, expression, 0));
  }

  /** The same where that ends elsewhere than it says. */
  static byte[] haskellLie(int arity, int lie) {
    return haskell("dyn", "run", 1, start -> declared(start, arity, haskellCalls(1, 0), lie));
  }

  /** A number as the argument of calls of `Module` in each other. */
  static byte[] haskellCalls(int number, int calls) {
    byte[] expression = big("\11\6\2\0", (byte) number);
    for (int i = 0; i < calls; i++) {
      expression = big("\5\0\1", expression);
    }
    return expression;
  }

  private static byte[] declared(int start, int arity, byte[] expression, int lie) {
    byte[] value = big("\1\2\0\2\0", (byte) arity, "\2\0\0\0", expression);
    byte[] all = later(start, big("\0\0"), big("\0"), 0);
    all = later(start, all, big("\0"), 0);
    all = big(all, "\1", leb(5), leb(6), "\0\0");
    all = later(start, all, value, lie);
    all = later(start, big(all, "\0\0"), big("\0"), 0);
    all = big(all, leb(8), leb(9), "\0\0\0\0");
    for (int i = 0; i < 3; i++) {
      all = later(start, all, big("\0"), 0);
    }
    return all;
  }

  private static byte[] later(int start, byte[] before, byte[] what, int lie) {
    return big(before, start + before.length + 4 + what.length + lie, what);
  }

  private static byte[] haskell(
      String way, String export, long hash, IntFunction<byte[]> declarations) {
    byte[] head = big(0x01FACE64, (byte) 4, "9002", (byte) way.length(), way);
    byte[] print = concat(leb(hash), leb(7));
    byte[] body = big("\0\0\1\0\0", print, print, print, print, print, print, "\0\0");
    int start = head.length + 12;
    int dependencies = start + body.length + 4;
    body = big(body, dependencies + 1, "d", dependencies + 6, "u");
    body = big(body, "\2\0\0\1\1\1\2\0", print);
    body = big(body, declarations.apply(start + body.length));
    byte[] symbols = big("\3", "\0\0\1\0\2", "\0\0\1\3\3", "\0\0\1\1\3");
    byte[] texts = big("\4", text("unit"), text("Module"), text(export), text("Type"));
    int symbolsAt = start + body.length;
    int textsAt = symbolsAt + symbols.length;
    return big(head, textsAt + texts.length, textsAt, symbolsAt, body, symbols, texts, "\0");
  }

  private static byte[] text(String text) {
    return big((byte) text.length(), text);
  }

  private static byte[] leb(long value) {
    byte[] bytes = new byte[10];
    int size = 0;
    long left = value;
    do {
      boolean last = left >>> 7 == 0;
      bytes[size++] = (byte) (left & 0x7F | (last ? 0 : 0x80));
      left >>>= 7;
    } while (left != 0);
    return Arrays.copyOf(bytes, size);
  }

  /** A unit of Free Pascal with one symbol and one definition. */
  static byte[] pascal(ByteOrder order, String module, int line, String mangled) {
    byte[] entries =
        concat(
            entry(order, 1, text(module)),
            entry(order, 2, Forged.fields(order, text("unit.pas"), 0x5A6472A3)),
            entry(order, 3, Forged.fields(order, text("System"), 1, 2, 3)),
            entry(
                order,
                29,
                Forged.fields(
                    order, text("SYSTEM"), 0, (byte) 4, (byte) 1, (short) line, "\12\5", 0)),
            entry(order, 43, Forged.fields(order, 7, text(mangled), (short) 9)),
            entry(order, 255, new byte[0]));
    int flags = order == ByteOrder.LITTLE_ENDIAN ? 0x1000 : 0;
    return concat(
        bytes("PPU207"),
        Forged.fields(order, (short) 0xC100, (short) 8, (short) 26, flags, entries.length),
        Forged.fields(order, 11, 12, 1, 1, 13),
        entries);
  }

  private static byte[] entry(ByteOrder order, int kind, byte[] content) {
    return Forged.fields(order, content.length, (byte) 1, (byte) kind, content);
  }

  /** An index of XMLBeans with one element, one class and one namespace. */
  static byte[] xmlBeans(String handle, String element, String rest) {
    return big(
        0xDA7ABABE,
        (short) 2,
        (short) 24,
        (short) 0,
        (short) 1, //
        (short) 5,
        word(handle),
        word("urn:x"),
        word(element),
        word("x.Y"), //
        "\0\1\0\1\0\3", //
        "\0\1\0\2\0\3\0\1",
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0", //
        "\0\1\0\4\0\1",
        "\0\1\0\2",
        rest);
  }

  private static byte[] word(String text) {
    return big((short) text.length(), text);
  }

  /** A cache of one font of one family, with the characters of a leaf. */
  static byte[] fontCache(String directory, String family, int weight, int checksum, long leaf) {
    int set = 56 + 40;
    byte[] header = little(0xFC02FC04, 4, 0L, 56L, (long) set, 0, 0, (long) set, checksum, 0);
    byte[] fonts = little(1, 1, 17L, 24L);
    byte[] pattern = little(4, 4, 24L, -1, 0);
    // Elements stand from 24 on in the pattern, their values behind them, 32 bytes each.
    byte[] elements = little(1, 0, 64L | 1, 8, 0, 80L | 1, 21, 0, 96L | 1, 33, 0, 112L | 1);
    byte[] values =
        little(
            value(3, 120L | 1),
            value(1, weight),
            value(3, 72L | 1),
            value(6, 56L | 1),
            padded(family, 16),
            padded("/f/a.ttf", 16));
    byte[] characters = little(1, 1, 24L, 0L, 8L, leaf, 0L, 0L, 0L);
    return concat(header, padded(directory, 40), fonts, pattern, elements, values, characters);
  }

  private static byte[] value(int kind, long content) {
    return little(0L, kind, 0, content, 0L);
  }

  /** What rustc 1.9 said of a crate. */
  static byte[] oldCrate(String compiler, String stability) {
    byte[] elements =
        big(
            "\u00f1\u000f",
            (byte) (0x80 | compiler.length()),
            compiler,
            "\u00f1\0\u0040",
            (byte) (stability.length() + 2),
            "\1",
            stability,
            "\2");
    return big(elements.length, elements);
  }

  static byte[] crate(int root, String compiler) {
    return big("rust", 9, (long) root, text(compiler), "\1\2");
  }

  /** Bitcode of a module with a text, a name and a record that is abbreviated. */
  static byte[] bitcode(String target, String name, int value) {
    Bits bits = new Bits();
    bits.put(0xDEC04342L, 32);
    int block = bits.enter(8, 2, 3);
    bits.record(3, 2, target);
    bits.put(2, 3);
    bits.variable(3, 5);
    bits.put(1, 1);
    bits.variable(7, 8);
    bits.put(0, 1);
    bits.put(1, 3);
    bits.variable(16, 5);
    bits.put(0, 1);
    bits.put(2, 3);
    bits.variable(6, 5);
    bits.put(4, 3);
    bits.put(value, 16);
    bits.variable(5, 6);
    int names = bits.enter(14, 3, 4);
    bits.record(4, 2, "\3" + name);
    bits.leave(names, 4);
    bits.leave(block, 3);
    return bits.bytes();
  }

  static byte[] wrapped(byte[] bitcode) {
    byte[] compressed = zlib(bitcode, true);
    return little("RUST_OBJECT", 1, (long) compressed.length, compressed, "\0");
  }

  private static final class Bits {
    private final BitSet set = new BitSet();
    private int at;

    void put(long value, int width) {
      for (int i = 0; i < width; i++) {
        set.set(at++, (value >> i & 1) == 1);
      }
    }

    void variable(long value, int width) {
      long more = 1L << width - 1;
      for (long left = value; ; left >>= width - 1) {
        boolean last = left < more;
        put(last ? left : left & more - 1 | more, width);
        if (last) {
          return;
        }
      }
    }

    /** Where the length of the block stands. */
    int enter(int id, int outer, int inner) {
      put(1, outer);
      variable(id, 8);
      variable(inner, 4);
      at = (at + 31) / 32 * 32;
      put(0, 32);
      return at;
    }

    void leave(int from, int width) {
      put(0, width);
      at = (at + 31) / 32 * 32;
      int end = at;
      at = from - 32;
      put((end - from) / 32, 32);
      at = end;
    }

    void record(int width, int code, String operands) {
      put(3, width);
      variable(code, 6);
      variable(operands.length(), 6);
      operands.chars().forEach(each -> variable(each, 6));
    }

    byte[] bytes() {
      return Arrays.copyOf(set.toByteArray(), at / 8);
    }
  }

  /** The archive with its directory before its members, as Mozilla arranges it. */
  static byte[] directoryFirst(byte[] zip) {
    ByteBuffer fields = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int end = zip.length - 22;
    int size = fields.getInt(end + 12);
    int from = fields.getInt(end + 16);
    byte[] directory = Arrays.copyOfRange(zip, from, from + size);
    ByteBuffer entries = ByteBuffer.wrap(directory).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < size; ) {
      entries.putInt(at + 42, entries.getInt(at + 42) + 4 + size + 22);
      at += 46 + entries.getShort(at + 28) + entries.getShort(at + 30) + entries.getShort(at + 32);
    }
    byte[] trailer = Arrays.copyOfRange(zip, end, zip.length);
    ByteBuffer.wrap(trailer).order(ByteOrder.LITTLE_ENDIAN).putInt(16, 4);
    return concat(new byte[4], directory, trailer, Arrays.copyOfRange(zip, 0, from), trailer);
  }
}
