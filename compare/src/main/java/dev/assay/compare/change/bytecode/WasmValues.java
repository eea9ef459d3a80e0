package dev.assay.compare.change.bytecode;

import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.List;

/**
 * Sections of WebAssembly modules (WebAssembly Core Specification 2.0 §5.5): what is imported and
 * exported by name, each function's code, data, and all others.
 */
public final class WasmValues implements Values {
  private static final int MAX = 256 << 20;
  private static final int HEADER = 8;
  private static final int CUSTOM = 0;
  private static final int IMPORT = 2;
  private static final int EXPORT = 7;
  private static final int CODE = 10;

  private static final List<String> NAMES =
      List.of(
          "custom",
          "types",
          "imports",
          "functions",
          "tables",
          "memories",
          "globals",
          "exports",
          "start",
          "elements",
          "code",
          "data",
          "data count",
          "tags");

  private static final List<String> KINDS = List.of("function", "table", "memory", "global", "tag");

  @Override
  public String what() {
    return "wasm";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.equals("application/wasm") && content.size() <= MAX;
  }

  @Override
  public ValueSet of(Bytes content) {
    Numbered values = new Numbered();
    Reader module = new Reader(content.block(0, (int) content.size()), HEADER);
    while (module.at < module.block.size()) {
      int id = module.u8();
      int size = module.size();
      Bytes section = content.slice(module.at, size);
      section(id, section, values);
      module.at += size;
    }
    return values.toValueSet();
  }

  private static void section(int id, Bytes section, Numbered values) {
    Reader reader = new Reader(section.block(0, (int) section.size()), 0);
    switch (id) {
      case CUSTOM -> {
        String name = reader.name();
        values.add("custom section " + name, section.from(reader.at));
      }
      case IMPORT -> imports(reader, values);
      case EXPORT -> exports(reader, values);
      case CODE -> code(section, reader, values);
      default ->
          values.add(
              "section " + (id < NAMES.size() ? NAMES.get(id) : String.valueOf(id)), section);
    }
  }

  private static void imports(Reader reader, Numbered values) {
    int count = reader.number();
    for (int i = 0; i < count; i++) {
      String name = reader.name() + "." + reader.name();
      int kind = reader.u8();
      values.add("import " + name, kind(kind) + " " + reader.description(kind));
    }
    reader.end();
  }

  private static void exports(Reader reader, Numbered values) {
    int count = reader.number();
    for (int i = 0; i < count; i++) {
      String name = reader.name();
      values.add(
          "export " + name, kind(reader.u8()) + " " + Integer.toUnsignedString(reader.number()));
    }
    reader.end();
  }

  private static void code(Bytes section, Reader reader, Numbered values) {
    int count = reader.number();
    for (int i = 0; i < count; i++) {
      int size = reader.size();
      values.add("code of defined function " + i, section.slice(reader.at, size));
      reader.at += size;
    }
    reader.end();
  }

  private static String kind(int kind) {
    return kind < KINDS.size() ? KINDS.get(kind) : "kind " + kind;
  }

  /** Reads one after another. */
  private static final class Reader {
    private final Block block;
    private int at;

    Reader(Block block, int at) {
      this.block = block;
      this.at = at;
    }

    int u8() {
      return block.u8(at++);
    }

    /** LEB128 of at most 32 bits. */
    int number() {
      int value = 0;
      for (int shift = 0; shift < 35; shift += 7) {
        int each = u8();
        value |= (each & 0x7F) << shift;
        if ((each & 0x80) == 0) {
          return value;
        }
      }
      throw new Malformed("wasm.number", at, "a number of more than 32 bits");
    }

    /** A number of bytes, which have to be there. */
    int size() {
      int size = number();
      if (size < 0 || size > block.size() - at) {
        throw new Malformed("wasm.size", at, "bytes beyond the end");
      }
      return size;
    }

    String name() {
      int size = size();
      String name = block.utf8(at, size);
      at += size;
      return name;
    }

    /** What an import is like: a type by number, or limits. */
    String description(int kind) {
      return switch (kind) {
        case 0 -> "of type " + Integer.toUnsignedString(number());
        case 1 -> "of 0x%02x, ".formatted(u8()) + limits();
        case 2 -> limits();
        case 3 -> "of 0x%02x, %s".formatted(u8(), u8() == 0 ? "constant" : "variable");
        case 4 -> "attribute " + u8() + " of type " + Integer.toUnsignedString(number());
        default -> throw new Malformed("wasm.import", at, "an import of kind " + kind);
      };
    }

    private String limits() {
      int flags = u8();
      String least = Integer.toUnsignedString(number());
      return "flags "
          + flags
          + ", at least "
          + least
          + ((flags & 1) == 0 ? "" : ", at most " + Integer.toUnsignedString(number()));
    }

    void end() {
      if (at != block.size()) {
        throw new Malformed("wasm.section", at, "bytes behind the last entry of a section");
      }
    }
  }
}
