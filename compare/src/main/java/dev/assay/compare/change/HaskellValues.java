package dev.assay.compare.change;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * Interfaces that GHC 9.0 compiled (GHC.Iface.Binary, GHC.Unit.Module.ModIface): version, way, the
 * hashes, what is exported, every name that is mentioned, and the declarations as a whole. Numbers
 * but for offsets are LEB128.
 *
 * <pre>
 *  0  4  magic 01FACE64
 *  4     version, way: length and characters each
 *     4  offset of the fields of plugins, of the dictionary (4), of the symbols (4)
 *        module: kind, unit, name; what it signs; kind of source
 *        six hashes of 128 bits; two flags
 *     4  offset behind the dependencies; the same for what is used
 *        exports, their hash, declarations and the rest
 *        symbols: number, each with kind and text of the unit, module, kind and text of the name
 *        dictionary: number of texts, each behind its length
 * </pre>
 */
final class HaskellValues implements Values {
  private static final int MAX = 64 << 20;
  private static final int MAGIC = 0x01FACE64;
  private static final String VERSION = "900\\d";
  private static final long KNOWN_KEY = 0x8000_0000L;
  private static final String[] KINDS = {"value", "constructor", "type variable", "type"};
  private static final String[] HASHES = {"interface", "ABI", "flag", "option", "hpc", "plugin"};

  @Override
  public String what() {
    return "interface";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.isEmpty() && content.size() >= 16 && content.block(0, 4).i32be(0) == MAGIC;
  }

  @Override
  public ValueSet of(Bytes content) {
    Cursor cursor = new Cursor(content, ByteOrder.BIG_ENDIAN, MAX);
    Numbered values = new Numbered();
    cursor.moveTo(4);
    String version = text(cursor);
    values.add("version", version);
    values.add("way", text(cursor));
    if (!version.matches(VERSION)) {
      values.rest("content", content, cursor.at());
      return values.toValueSet();
    }
    int plugins = cursor.i32();
    int dictionary = cursor.i32();
    int symbols = cursor.i32();
    int body = cursor.at();
    String[] texts = texts(cursor, dictionary);
    values.rest("fields of plugins", content, plugins);
    values.add("between dictionary and fields", content.slice(cursor.at(), plugins - cursor.at()));
    String[] names = names(cursor, symbols, texts);
    values.add(
        "between symbols and dictionary", content.slice(cursor.at(), dictionary - cursor.at()));
    cursor.moveTo(body);
    head(cursor, texts, values);
    pieces(content, cursor, values);
    exports(cursor, texts, names, values);
    values.add("export-list hash", hash(cursor));
    values.add("declarations", content.slice(cursor.at(), symbols - cursor.at()));
    for (String name : names) {
      values.add("symbol " + name, "mentioned");
    }
    for (String each : texts) {
      values.add("text `" + each + "`", "mentioned");
    }
    return values.toValueSet();
  }

  private static void head(Cursor cursor, String[] texts, Numbered values) {
    values.add("module", unit(cursor, texts) + ":" + text(cursor, texts));
    values.add("sig of", cursor.u8() == 0 ? "nothing" : unit(cursor, texts) + text(cursor, texts));
    values.add("kind of source", String.valueOf(cursor.u8()));
    for (String each : HASHES) {
      values.add(each + " hash", hash(cursor));
    }
    values.add("orphans", String.valueOf(cursor.u8()));
    values.add("family instances", String.valueOf(cursor.u8()));
  }

  private static void pieces(Bytes content, Cursor cursor, Numbered values) {
    for (String each : new String[] {"dependencies", "usages"}) {
      long end = cursor.u32();
      Bytes piece = content.slice(cursor.at(), end - cursor.at());
      values.add(each, piece);
      cursor.moveTo((int) end);
    }
  }

  /** A name alone, or a type with names and fields. */
  private static void exports(Cursor cursor, String[] texts, String[] names, Numbered values) {
    int count = cursor.count(cursor.leb());
    for (int i = 0; i < count; i++) {
      if (cursor.u8() == 0) {
        values.add("export " + name(cursor, names), "exported");
        continue;
      }
      String type = name(cursor, names);
      StringBuilder parts = new StringBuilder();
      int members = cursor.count(cursor.leb());
      for (int member = 0; member < members; member++) {
        parts.append(' ').append(name(cursor, names));
      }
      int fields = cursor.count(cursor.leb());
      for (int field = 0; field < fields; field++) {
        parts.append(' ').append(text(cursor, texts)).append(cursor.u8() == 0 ? "" : " overloaded");
        name(cursor, names);
      }
      values.add("export " + type, ("exported with" + parts).strip());
    }
  }

  private static String[] texts(Cursor cursor, int at) {
    cursor.moveTo(at);
    String[] texts = new String[cursor.count(cursor.leb())];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = cursor.text(cursor.count(cursor.leb()));
    }
    return texts;
  }

  private static String[] names(Cursor cursor, int at, String[] texts) {
    cursor.moveTo(at);
    String[] names = new String[cursor.count(cursor.leb())];
    for (int i = 0; i < names.length; i++) {
      String module = unit(cursor, texts) + ":" + text(cursor, texts);
      int kind = cursor.u8();
      names[i] = module + "." + text(cursor, texts) + " " + KINDS[kind & 3];
      if (kind >= KINDS.length) {
        throw new Malformed("haskell.name", cursor.at(), "a name of kind " + kind);
      }
    }
    return names;
  }

  /** A unit that is installed. */
  private static String unit(Cursor cursor, String[] texts) {
    int kind = cursor.u8();
    if (kind != 0) {
      throw new Malformed("haskell.unit", cursor.at(), "a unit of kind " + kind);
    }
    return text(cursor, texts);
  }

  private static String text(Cursor cursor, String[] texts) {
    long number = cursor.leb();
    if (number < 0 || number >= texts.length) {
      throw new Malformed("haskell.text", cursor.at(), "text " + number + " of " + texts.length);
    }
    return texts[(int) number];
  }

  /** Of names that the compiler knows, the key alone. */
  private static String name(Cursor cursor, String[] names) {
    long number = cursor.leb();
    if ((number & KNOWN_KEY) != 0) {
      return "known name %c%d".formatted((char) (number >> 22 & 0xFF), number & 0x3F_FFFF);
    }
    if (number < 0 || number >= names.length) {
      throw new Malformed("haskell.name", cursor.at(), "name " + number + " of " + names.length);
    }
    return names[(int) number];
  }

  private static String hash(Cursor cursor) {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(cursor.leb()) + hex.toHexDigits(cursor.leb());
  }

  private static String text(Cursor cursor) {
    int length = cursor.count(cursor.leb());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) cursor.leb());
    }
    return text.toString();
  }
}
