package dev.assay.compare.change.language;

import dev.assay.compare.change.Cursor;
import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Interfaces that OCaml compiled (file_formats/cmi_format.ml): the name of the unit, its signature
 * by size and checksum, and the interfaces that it imports by their digests.
 *
 * <pre>
 *  0  12  "Caml1999I" and three digits
 * 12      three values: name and signature, imports, flags; each marshalled (runtime/intern.c):
 *         0x8495A6BE, size of the data (4), objects (4), their size in memory (4, 4), data
 * </pre>
 */
public final class CamlValues implements Values {
  private static final int MAX = 16 << 20;
  private static final int MOST = 10_000;
  private static final String MAGIC = "Caml1999I";
  private static final int HEADER = 12;
  private static final int MARSHALLED = 0x8495_A6BE;
  private static final int PAIR = 0xA0;
  private static final int SOME = 0x90;
  private static final int ZERO = 0x40;
  private static final int SHARED = 0x04;
  private static final int STRING_8 = 0x09;
  private static final int STRING_32 = 0x0A;

  @Override
  public String what() {
    return "interface";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.isEmpty() && content.size() > HEADER && content.has(0, MAGIC);
  }

  @Override
  public ValueSet of(Bytes content) {
    Cursor cursor = new Cursor(content, ByteOrder.BIG_ENDIAN, MAX);
    Numbered values = new Numbered();
    values.add("format", cursor.text(HEADER));
    int end = value(cursor);
    expect(PAIR, cursor);
    values.add("unit name", text(cursor.u8(), cursor, new ArrayList<>()));
    values.add("signature", content.slice(cursor.at(), end - cursor.at()));
    cursor.moveTo(end);
    end = value(cursor);
    imports(cursor, values);
    values.add("behind the imports", content.slice(cursor.at(), end - cursor.at()));
    values.rest("flags", content, end);
    return values.toValueSet();
  }

  /** Where the next value ends; its data follow. */
  private static int value(Cursor cursor) {
    if (cursor.i32() != MARSHALLED) {
      throw new Malformed("caml.value", cursor.at() - 4, "no marshalled value");
    }
    long size = cursor.u32();
    cursor.moveTo(cursor.at() + 12);
    return cursor.at() + cursor.count(size);
  }

  /** A list of pairs of a name and perhaps a digest. Objects are numbered as they begin. */
  private static void imports(Cursor cursor, Numbered values) {
    List<String> objects = new ArrayList<>();
    int code = cursor.u8();
    for (int i = 0; code == PAIR && i < MOST; i++) {
      expect(PAIR, cursor);
      objects.add("");
      objects.add("");
      String name = text(cursor.u8(), cursor, objects);
      int digest = cursor.u8();
      if (digest == SOME) {
        objects.add("");
        values.add("imports `" + name + "`", digest(cursor, objects));
      } else if (digest == ZERO) {
        values.add("imports `" + name + "`", "without a digest");
      } else {
        throw unknown(digest, cursor);
      }
      code = cursor.u8();
    }
    if (code != ZERO) {
      throw unknown(code, cursor);
    }
  }

  private static String digest(Cursor cursor, List<String> objects) {
    String digest = text(cursor.u8(), cursor, objects);
    return HexFormat.of().formatHex(digest.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A string, or one that came before. */
  private static String text(int code, Cursor cursor, List<String> objects) {
    if (code == SHARED) {
      int back = cursor.u8();
      if (back == 0 || back > objects.size()) {
        throw new Malformed("caml.shared", cursor.at(), "object " + back + " back is none");
      }
      return objects.get(objects.size() - back);
    }
    int length =
        switch (code) {
          case STRING_8 -> cursor.u8();
          case STRING_32 -> cursor.count(cursor.u32());
          default -> {
            if (code < 0x20 || code > 0x3F) {
              throw unknown(code, cursor);
            }
            yield code & 0x1F;
          }
        };
    int at = cursor.at();
    cursor.moveTo(at + length);
    String text = cursor.block().latin1(at, length);
    objects.add(text);
    return text;
  }

  private static void expect(int code, Cursor cursor) {
    int found = cursor.u8();
    if (found != code) {
      throw unknown(found, cursor);
    }
  }

  private static Malformed unknown(int code, Cursor cursor) {
    return new Malformed(
        "caml.code", cursor.at() - 1, "0x%02x is not expected here".formatted(code));
  }
}
