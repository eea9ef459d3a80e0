package dev.assay.compare.change.language;

import dev.assay.compare.change.Cursor;
import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Units that Free Pascal compiled (compiler/ppu.pas, entfile.pas), from version 207 on: the header,
 * modules, source files and units that are used, symbols with their places, and every other entry
 * by its bytes. Texts stand behind their length in one byte.
 *
 * <pre>
 *  0  3  "PPU", version in three digits (3)
 *  6  2  compiler, processor (2), system (2), flags (4), size without header (4)
 * 20  4  checksum, checksum of the interface (4), definitions (4), symbols (4), indirect checksum (4)
 * 40     entries: size (4), main or sub (1), kind (1)
 * </pre>
 */
public final class PascalValues implements Values {
  private static final int MAX = 64 << 20;
  private static final int HEADER = 40;
  private static final int FIRST_VERSION = 207;
  private static final int LITTLE = 0x1000;
  private static final int MODULE = 1;
  private static final int SOURCES = 2;
  private static final int USED = 3;
  private static final int FIRST_SYMBOL = 20;
  private static final int LAST_SYMBOL = 35;
  private static final int SHORTEST = 3;

  @Override
  public String what() {
    return "unit";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.isEmpty() && content.size() >= HEADER && content.has(0, "PPU");
  }

  @Override
  public ValueSet of(Bytes content) {
    ByteOrder order =
        (content.block(12, 4).i32le(0) & LITTLE) != 0
            ? ByteOrder.LITTLE_ENDIAN
            : ByteOrder.BIG_ENDIAN;
    Cursor cursor = new Cursor(content, order, MAX);
    Numbered values = new Numbered();
    header(cursor, values);
    while (!cursor.isAtEnd()) {
      long size = cursor.u32();
      int level = cursor.u8();
      int kind = cursor.u8();
      int end = cursor.at() + cursor.count(size);
      entry(cursor, level, kind, end, values);
      cursor.moveTo(end);
    }
    return values.toValueSet();
  }

  private static void header(Cursor cursor, Numbered values) {
    cursor.moveTo(3);
    String version = cursor.text(3);
    if (!version.matches("\\d{3}") || Integer.parseInt(version) < FIRST_VERSION) {
      throw new Malformed("pascal.version", 3, "version " + version + " has another header");
    }
    values.add("version", version);
    int compiler = cursor.u16();
    values.add(
        "compiler", (compiler >> 14) + "." + (compiler >> 7 & 0x7F) + "." + (compiler & 0x7F));
    values.add("processor", String.valueOf(cursor.u16()));
    values.add("system", String.valueOf(cursor.u16()));
    values.add("flags", "0x%x".formatted(cursor.u32()));
    values.add("size without header", String.valueOf(cursor.u32()));
    values.add("checksum", "%08x".formatted(cursor.i32()));
    values.add("checksum of the interface", "%08x".formatted(cursor.i32()));
    values.add("definitions", String.valueOf(cursor.u32()));
    values.add("symbols", String.valueOf(cursor.u32()));
    values.add("indirect checksum", "%08x".formatted(cursor.i32()));
  }

  private static void entry(Cursor cursor, int level, int kind, int end, Numbered values) {
    int start = cursor.at();
    if (kind == MODULE) {
      values.add("module", (word(cursor) + " " + shown(cursor, end)).strip());
    } else if (kind == SOURCES) {
      while (cursor.at() < end) {
        values.add("source file `" + word(cursor) + "`", "time %08x".formatted(cursor.i32()));
      }
    } else if (kind == USED) {
      while (cursor.at() < end) {
        values.add(
            "uses " + word(cursor),
            "checksums %08x, %08x, %08x".formatted(cursor.i32(), cursor.i32(), cursor.i32()));
      }
    } else if (kind >= FIRST_SYMBOL && kind <= LAST_SYMBOL) {
      String name = word(cursor);
      values.add(
          "symbol " + name,
          "kind %d, number %d, %s, visibility %d, %s"
              .formatted(kind, cursor.u32(), place(cursor), cursor.u8(), shown(cursor, end)));
    } else {
      String name = values.add("entry of kind " + level + "/" + kind, (end - start) + " bytes");
      parts(cursor.bytes(Math.max(0, end - cursor.at())), name, values);
    }
    if (cursor.at() != end) {
      throw new Malformed("pascal.entry", start, "an entry of kind " + kind + " that is too long");
    }
  }

  /** Widths of the three numbers stand in the first byte, two bits each. */
  private static String place(Cursor cursor) {
    int widths = cursor.u8();
    long file = number(cursor, widths & 3);
    long line = number(cursor, widths >> 2 & 3);
    long column = number(cursor, widths >> 4 & 3);
    return "file " + file + " (" + line + "," + column + ")";
  }

  /** Of three bytes the highest stands before the others. */
  private static long number(Cursor cursor, int width) {
    return switch (width) {
      case 0 -> cursor.u8();
      case 1 -> cursor.u16();
      case 2 -> (long) cursor.u8() << 16 | cursor.u16();
      default -> cursor.u32();
    };
  }

  private static String word(Cursor cursor) {
    return new String(cursor.bytes(cursor.u8()), StandardCharsets.ISO_8859_1);
  }

  private static String shown(Cursor cursor, int end) {
    return cursor.hex(Math.max(0, end - cursor.at()));
  }

  /** Texts in an entry, and the bytes between them. */
  private static void parts(byte[] bytes, String name, Numbered values) {
    StringBuilder others = new StringBuilder();
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      int length = bytes[i] & 0xFF;
      if (length >= SHORTEST && isText(bytes, i + 1, length)) {
        others.append(HexFormat.of().formatHex(bytes, from, i + 1)).append(' ');
        values.add(name + " text", new String(bytes, i + 1, length, StandardCharsets.ISO_8859_1));
        i += length;
        from = i + 1;
      }
    }
    others.append(HexFormat.of().formatHex(bytes, from, bytes.length));
    values.add(name + " bytes", others.toString());
  }

  private static boolean isText(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (i >= bytes.length || bytes[i] < 0x20 || bytes[i] == 0x7F) {
        return false;
      }
    }
    return true;
  }
}
