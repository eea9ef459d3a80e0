package dev.assay.compare.change.bytecode;

import dev.assay.compare.change.Crc;
import dev.assay.compare.change.Numbered;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads what Python marshals (CPython, Python/marshal.c) as text; code objects give their parts to
 * the values, each under the name of its function. References count by what they refer to.
 */
final class Marshal {
  private static final int DEEPEST = 200;
  private static final int LONGEST = 200;

  /** As text; an object that holds others many times over would not end otherwise. */
  private static final int MOST_TEXT = 1 << 16;

  private static final int REFERABLE = 0x80;

  /** First magic numbers of Python 3.8 and 3.11, which have other code objects. */
  private static final int WITH_POSITIONAL_ONLY = 3410;

  private static final int WITH_LOCALS_PLUS = 3480;

  private static final List<String> OLD_PARTS =
      List.of("code", "consts", "names", "varnames", "freevars", "cellvars", "filename", "name");

  private static final List<String> NEW_PARTS =
      List.of(
          "code", "consts", "names", "locals", "kinds of locals", "filename", "name", "qualname");

  private final Block block;
  private final int magic;
  private final List<String> references = new ArrayList<>();
  private int at;

  Marshal(Block block, int from, int magic) {
    this.block = block;
    this.at = from;
    this.magic = magic;
  }

  /**
   * @throws Malformed where it cannot be read, or has anything behind it
   */
  void read(Numbered values) {
    object(values, 0);
    if (at < block.size()) {
      throw new Malformed("python.end", at, "bytes behind the code");
    }
  }

  private String object(Numbered values, int depth) {
    if (depth > DEEPEST) {
      throw new Malformed("python.depth", at, "objects are nested too deeply");
    }
    int start = at;
    int type = block.u8(at++);
    int reference = -1;
    if ((type & REFERABLE) != 0) {
      reference = references.size();
      references.add("itself");
    }
    String text = cut(read((char) (type & ~REFERABLE), values, depth, start));
    if (reference >= 0) {
      references.set(reference, text);
    }
    return text;
  }

  private String read(char type, Numbered values, int depth, int start) {
    return switch (type) {
      case '0' -> "";
      case 'N' -> "None";
      case 'T' -> "True";
      case 'F' -> "False";
      case '.' -> "...";
      case 'S' -> "StopIteration";
      case 'i' -> String.valueOf(i32());
      case 'l' -> big();
      case 'g' -> "float " + hex(8);
      case 'y' -> "complex " + hex(16);
      case 's' -> "b" + bytes(size());
      case 't', 'u', 'a', 'A' -> text(size());
      case 'z', 'Z' -> text(block.u8(at++));
      case 'r' -> referred(size());
      case '(', '[', '<', '>' -> items(size(), values, depth);
      case ')' -> items(block.u8(at++), values, depth);
      case '{' -> pairs(values, depth);
      case 'c' -> code(values, depth);
      default ->
          throw new Malformed(
              "python.type", start, "no marshalled object begins with " + (int) type);
    };
  }

  private String referred(int number) {
    if (number >= references.size()) {
      throw new Malformed("python.reference", at, "a reference to what has not come yet");
    }
    return references.get(number);
  }

  private String items(int count, Numbered values, int depth) {
    StringBuilder all = new StringBuilder("(");
    for (int i = 0; i < count; i++) {
      String item = object(values, depth + 1);
      if (all.length() < MOST_TEXT) {
        all.append(i == 0 ? "" : ", ").append(item);
      }
    }
    return all.append(')').toString();
  }

  private String pairs(Numbered values, int depth) {
    StringBuilder all = new StringBuilder("{");
    String key = object(values, depth + 1);
    while (!key.isEmpty()) {
      String value = object(values, depth + 1);
      if (all.length() < MOST_TEXT) {
        all.append(key).append(": ").append(value).append(", ");
      }
      key = object(values, depth + 1);
    }
    return all.append('}').toString();
  }

  /** The names of its parts come last, so all are kept until then. */
  private String code(Numbered values, int depth) {
    boolean plus = magic >= WITH_LOCALS_PLUS;
    int numbers = plus ? 5 : magic >= WITH_POSITIONAL_ONLY ? 6 : 5;
    StringBuilder arguments = new StringBuilder();
    for (int i = 0; i < numbers; i++) {
      arguments.append(i == 0 ? "" : ", ").append(i32());
    }
    List<String> names = plus ? NEW_PARTS : OLD_PARTS;
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      parts.add(object(values, depth + 1));
    }
    String owner = parts.getLast() + " ";
    int line = i32();
    values.add(owner + "arguments, stack and flags", arguments.toString());
    for (int i = 0; i < names.size(); i++) {
      values.add(owner + names.get(i), parts.get(i));
    }
    values.add(owner + "first line", String.valueOf(line));
    values.add(owner + "lines", object(values, depth + 1));
    if (plus) {
      values.add(owner + "exceptions", object(values, depth + 1));
    }
    return "code of " + parts.getLast();
  }

  private String big() {
    int digits = i32();
    return "integer of " + digits + " digits " + hex(2 * magnitude(digits));
  }

  private int magnitude(int digits) {
    if (digits == Integer.MIN_VALUE || Math.abs(digits) > block.size() / 2) {
      throw new Malformed("python.size", at, "more digits than there are bytes");
    }
    return Math.abs(digits);
  }

  private int i32() {
    at += 4;
    return block.i32le(at - 4);
  }

  /** A number of bytes or objects; each of which takes a byte at least. */
  private int size() {
    int size = i32();
    if (size < 0 || size > block.size()) {
      throw new Malformed("python.size", at, "more objects than there are bytes");
    }
    return size;
  }

  private String text(int size) {
    at += size;
    return "'" + block.utf8(at - size, size) + "'";
  }

  /** Short strings of bytes as they are. */
  private String bytes(int size) {
    return size <= LONGEST / 4 ? "'" + hex(size) + "'" : sized(size);
  }

  private String sized(int size) {
    at += size;
    return Crc.sized(Bytes.of(block.bytes(at - size, size)));
  }

  private String hex(int size) {
    at += size;
    return HexFormat.of().formatHex(block.bytes(at - size, size));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "… " + Crc.of(Bytes.of(text));
  }
}
