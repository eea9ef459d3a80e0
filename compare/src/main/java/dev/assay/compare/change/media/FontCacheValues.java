package dev.assay.compare.change.media;

import dev.assay.compare.change.Crc;
import dev.assay.compare.change.Cursor;
import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;

/**
 * Caches of fontconfig for one directory on 64-bit machines (fontconfig, src/fcint.h {@code struct
 * _FcCache}, versions 4 to 9): header, subdirectories, and of each font the properties. Pointers
 * are offsets from the structure they stand in, with the lowest bit set.
 *
 * <pre>
 *  0  4  magic FC02FC04, version (4), size of the file (8)
 * 16  8  offset of the directory's name, of subdirectories (8), their number (4) and 4 unused
 * 40  8  offset of the fonts, checksum (4) and 4 unused, from version 7 on nanoseconds (8)
 * </pre>
 */
public final class FontCacheValues implements Values {
  private static final int MAX = 64 << 20;
  private static final int HEADER = 56;
  private static final long MAGIC = 0xFC02FC04L;
  private static final int WITH_NANOSECONDS = 7;
  private static final int PATTERN = 24;
  private static final int ELEMENT = 16;
  private static final int MOST = 100_000;
  private static final int LONGEST = 4096;

  /** fcobjs.h: the order is part of the format. */
  private static final List<String> PROPERTIES =
      List.of(
          "0",
          "family",
          "familylang",
          "style",
          "stylelang",
          "fullname",
          "fullnamelang",
          "slant",
          "weight",
          "width",
          "size",
          "aspect",
          "pixelsize",
          "spacing",
          "foundry",
          "antialias",
          "hintstyle",
          "hinting",
          "verticallayout",
          "autohint",
          "globaladvance",
          "file",
          "index",
          "rasterizer",
          "outline",
          "scalable",
          "dpi",
          "rgba",
          "scale",
          "minspace",
          "charwidth",
          "charheight",
          "matrix",
          "charset",
          "lang",
          "fontversion",
          "capability",
          "fontformat",
          "embolden",
          "embeddedbitmap",
          "decorative",
          "lcdfilter",
          "namelang",
          "fontfeatures",
          "prgname",
          "hash",
          "postscriptname");

  private static final int FILE = PROPERTIES.indexOf("file");

  @Override
  public String what() {
    return "font cache";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.isEmpty() && content.size() >= HEADER && content.block(0, 4).u32le(0) == MAGIC;
  }

  @Override
  public ValueSet of(Bytes content) {
    Cursor cursor = new Cursor(content, ByteOrder.LITTLE_ENDIAN, MAX);
    Numbered values = new Numbered();
    cursor.moveTo(4);
    int version = cursor.i32();
    values.add("version", String.valueOf(version));
    values.add("size", String.valueOf(whole(cursor)));
    long name = whole(cursor);
    values.add("directory", "`" + text(content, name) + "` at 0x%x".formatted(name));
    long folders = whole(cursor);
    int count = cursor.i32();
    values.add("subdirectories", count + " at 0x%x".formatted(folders));
    values.add("unused", cursor.hex(4));
    long fonts = whole(cursor);
    values.add("fonts at", "0x%x".formatted(fonts));
    values.add("checksum", String.valueOf(cursor.i32()));
    values.add("unused", cursor.hex(4));
    if (version >= WITH_NANOSECONDS) {
      values.add("checksum, nanoseconds", String.valueOf(whole(cursor)));
    }
    for (int i = 0; i < Math.min(count, MOST); i++) {
      long at = pointer(content, folders, folders + 8L * i);
      values.add("subdirectory", "`" + text(content, at) + "`");
    }
    fonts(content, fonts, values);
    return values.toValueSet();
  }

  private static void fonts(Bytes content, long set, Numbered values) {
    int count = content.block(set, 16).i32le(0);
    values.add("fonts", String.valueOf(count));
    long list = pointer(content, set, set + 8);
    for (int i = 0; i < Math.min(count, MOST); i++) {
      values.step();
      font(content, pointer(content, set, list + 8L * i), values);
    }
  }

  private static void font(Bytes content, long pattern, Numbered values) {
    int count = content.block(pattern, PATTERN).i32le(0);
    if (count < 0 || count > MOST) {
      throw new Malformed("fontcache.properties", pattern, count + " properties");
    }
    long elements = pattern + content.block(pattern + 8, 8).i64le(0);
    String font = "`" + file(content, elements, count, values) + "`";
    for (int i = 0; i < count; i++) {
      values.step();
      long element = elements + (long) ELEMENT * i;
      int property = content.block(element, 4).i32le(0);
      String name =
          property >= 0 && property < PROPERTIES.size()
              ? PROPERTIES.get(property)
              : "property " + property;
      long node = pointer(content, element, element + 8);
      for (int steps = 0; node != 0 && steps < MOST; steps++) {
        values.add(font + " " + name, value(content, node + 8, values));
        node = pointer(content, node, node);
      }
    }
  }

  private static String file(Bytes content, long elements, int count, Numbered values) {
    for (int i = 0; i < count; i++) {
      values.step();
      long element = elements + (long) ELEMENT * i;
      if (content.block(element, 4).i32le(0) == FILE) {
        long node = pointer(content, element, element + 8);
        return text(content, pointer(content, node + 8, node + 16));
      }
    }
    return "";
  }

  /** Kind (4), 4 unused, and 8 that hold it or lead to it. */
  private static String value(Bytes content, long at, Numbered values) {
    int kind = content.block(at, 16).i32le(0);
    return switch (kind) {
      case 1, 4 -> String.valueOf(content.block(at + 8, 4).i32le(0));
      case 2 -> String.valueOf(Double.longBitsToDouble(content.block(at + 8, 8).i64le(0)));
      case 3 -> "`" + text(content, pointer(content, at, at + 8)) + "`";
      case 6 -> characters(content, pointer(content, at, at + 8), values);
      case 8 -> languages(content, pointer(content, at, at + 8));
      default -> "kind " + kind;
    };
  }

  /** Pointer (8), number of words (4), and a bit for each language. */
  private static String languages(Bytes content, long set) {
    int words = content.block(set, 12).i32le(8);
    if (words < 0 || words > LONGEST) {
      throw new Malformed("fontcache.languages", set, words + " words of languages");
    }
    return "languages "
        + HexFormat.of().formatHex(content.block(set + 12, 4 * words).bytes(0, 4 * words));
  }

  /** Leaves of 256 bits each. */
  private static String characters(Bytes content, long set, Numbered values) {
    int leaves = content.block(set, 24).i32le(4);
    long list = set + content.block(set, 24).i64le(8);
    long characters = 0;
    StringBuilder sums = new StringBuilder();
    for (int i = 0; i < Math.min(leaves, MOST); i++) {
      values.step();
      Bytes leaf = content.slice(list + content.block(list + 8L * i, 8).i64le(0), 32);
      for (int word = 0; word < 4; word++) {
        characters += Long.bitCount(leaf.block(8L * word, 8).i64le(0));
      }
      sums.append(values.sized(leaf));
    }
    return characters + " characters, " + Crc.of(Bytes.of(sums.toString()));
  }

  private static long whole(Cursor cursor) {
    long low = cursor.u32();
    return low | cursor.u32() << 32;
  }

  /** Where what stands at {@code at} leads, from the structure at {@code base}; 0 for nowhere. */
  private static long pointer(Bytes content, long base, long at) {
    long stored = content.block(at, 8).i64le(0);
    return stored == 0 ? 0 : base + (stored & ~1L);
  }

  private static String text(Bytes content, long at) {
    return content.blockUpTo(at, LONGEST).cString(0, LONGEST);
  }
}
