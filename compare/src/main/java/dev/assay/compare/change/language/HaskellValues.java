package dev.assay.compare.change.language;

import dev.assay.compare.change.Cursor;
import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Interfaces that GHC 9.0 compiled (GHC.Iface.Binary, GHC.Driver.Types): version, way, the hashes,
 * what is exported, every name that is mentioned, and the declarations. Numbers but for offsets are
 * LEB128.
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
final class HaskellValues {
  private static final int MAX = 64 << 20;
  private static final int MAGIC = 0x01FACE64;
  private static final String VERSION = "900\\d";
  private static final String[] HASHES = {"interface", "ABI", "flag", "option", "hpc", "plugin"};

  private final Bytes content;
  private final Cursor cursor;
  private final Numbered values = new Numbered();
  private final List<String> lines = new ArrayList<>();

  private HaskellValues(Bytes content) {
    this.content = content;
    this.cursor = new Cursor(content, ByteOrder.BIG_ENDIAN, MAX);
  }

  /**
   * @param values by name
   * @param lines of what is declared; empty where it is not known how it is stored
   */
  record Interface(ValueSet values, List<String> lines) {}

  static boolean isAt(Bytes content) {
    return content.size() >= 16 && content.block(0, 4).i32be(0) == MAGIC;
  }

  static Interface of(Bytes content) {
    HaskellValues reader = new HaskellValues(content);
    reader.read();
    return new Interface(reader.values.toValueSet(), List.copyOf(reader.lines));
  }

  private void read() {
    cursor.moveTo(4);
    String version = text();
    values.add("version", version);
    values.add("way", text());
    if (!version.matches(VERSION)) {
      values.rest("content", content, cursor.at());
      return;
    }
    int plugins = cursor.i32();
    int dictionary = cursor.i32();
    int symbols = cursor.i32();
    int body = cursor.at();
    HaskellNames texts = new HaskellNames(texts(dictionary), List.of(), "");
    values.rest("fields of plugins", content, plugins);
    values.add("between dictionary and fields", content.slice(cursor.at(), plugins - cursor.at()));
    List<HaskellNames.Name> symbolsOfAll = names(symbols, texts);
    values.add(
        "between symbols and dictionary", content.slice(cursor.at(), dictionary - cursor.at()));
    cursor.moveTo(body);
    String module = head(texts);
    HaskellNames names = new HaskellNames(texts.texts(), symbolsOfAll, module);
    pieces(names);
    exports(names);
    values.add("export-list hash", HaskellNames.hash(cursor));
    declarations(names, symbols);
    for (HaskellNames.Name name : symbolsOfAll) {
      values.add("symbol " + name.full(), "mentioned");
    }
    for (String each : texts.texts()) {
      values.add("text `" + each + "`", "mentioned");
    }
  }

  private String head(HaskellNames texts) {
    String unit = texts.unit(cursor);
    String module = texts.text(cursor);
    values.add("module", unit + ":" + module);
    values.add("sig of", cursor.u8() == 0 ? "nothing" : texts.unit(cursor) + texts.text(cursor));
    values.add("kind of source", String.valueOf(cursor.u8()));
    for (String each : HASHES) {
      values.add(each + " hash", HaskellNames.hash(cursor));
    }
    values.add("orphans", String.valueOf(cursor.u8()));
    values.add("family instances", String.valueOf(cursor.u8()));
    return module;
  }

  private void pieces(HaskellNames names) {
    for (String each : new String[] {"Dependencies", "Usages"}) {
      long end = cursor.u32();
      Bytes piece = content.slice(cursor.at(), end - cursor.at());
      values.add(each.toLowerCase(Locale.ROOT), piece);
      try {
        lines.addAll(
            new HaskellText(HaskellGrammar.V9_0, cursor, names).next(each).lines().toList());
      } catch (Malformed intricate) {
        // The piece stays.
      }
      cursor.moveTo((int) end);
    }
  }

  private void declarations(HaskellNames names, int end) {
    int start = cursor.at();
    values.add("declarations", content.slice(start, end - start));
    try {
      lines.addAll(new HaskellDeclarations(content, cursor, names, end).lines());
    } catch (Malformed unknown) {
      // The piece stays.
    }
  }

  /** A name alone, or a type with names and fields. */
  private void exports(HaskellNames names) {
    int count = cursor.count(cursor.leb());
    for (int i = 0; i < count; i++) {
      if (cursor.u8() == 0) {
        values.add("export " + names.full(cursor), "exported");
        continue;
      }
      String type = names.full(cursor);
      StringBuilder parts = new StringBuilder();
      int members = cursor.count(cursor.leb());
      for (int member = 0; member < members; member++) {
        parts.append(' ').append(names.full(cursor));
      }
      int fields = cursor.count(cursor.leb());
      for (int field = 0; field < fields; field++) {
        parts.append(' ').append(names.text(cursor)).append(cursor.u8() == 0 ? "" : " overloaded");
        names.full(cursor);
      }
      values.add("export " + type, ("exported with" + parts).strip());
    }
  }

  private List<String> texts(int at) {
    cursor.moveTo(at);
    int count = cursor.count(cursor.leb());
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(cursor.text(cursor.count(cursor.leb())));
    }
    return texts;
  }

  private List<HaskellNames.Name> names(int at, HaskellNames texts) {
    cursor.moveTo(at);
    int count = cursor.count(cursor.leb());
    List<HaskellNames.Name> names = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      names.add(HaskellNames.Name.read(cursor, texts));
    }
    return names;
  }

  private String text() {
    int length = cursor.count(cursor.leb());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) cursor.leb());
    }
    return text.toString();
  }
}
