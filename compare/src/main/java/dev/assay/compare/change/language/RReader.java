package dev.assay.compare.change.language;

import dev.assay.compare.change.Cursor;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads what R serialises in XDR (R Internals §1.8; src/main/serialize.c), versions 2 and 3.
 *
 * <pre>
 *  0  2  "X\n"
 *  2  4  version, version of the writer (4), oldest reader (4)
 *        version 3: length (4) and name of the native encoding
 *        objects: flags (4) with the kind in the lowest byte, object 0x100, attributes 0x200, tag
 *        0x400; what belongs to the kind
 * </pre>
 */
final class RReader {
  private static final int MAX = 256 << 20;
  private static final int HEADER = 14;
  private static final int DEEPEST = 500;
  private static final int MOST = 2_000_000;
  private static final int HAS_ATTRIBUTES = 0x200;
  private static final int HAS_TAG = 0x400;
  private static final int NOT_AVAILABLE = Integer.MIN_VALUE;

  private static final int REFERENCE = 255;
  private static final int NAMESPACE = 249;
  private static final int PERSISTENT = 247;
  private static final int DEFINITION = 244;
  private static final int BACK = 243;
  private static final int TAGGED_CALL = 240;
  private static final int TAGGED_PAIRS = 239;
  private static final int ALTERNATIVE = 238;

  private static final Map<Integer, String> NAMED =
      Map.of(
          253, "<global>",
          252, "<unbound>",
          251, "",
          250, "<base namespace>",
          242, "<empty>",
          241, "<base>");

  private final Cursor cursor;
  private final List<RObject> references = new ArrayList<>();
  private int objects;

  private RReader(Cursor cursor) {
    this.cursor = cursor;
  }

  static boolean isAt(Bytes content) {
    return content.size() > HEADER
        && content.has(0, "X\n\0\0\0")
        && (content.has(5, (byte) 2) || content.has(5, (byte) 3));
  }

  /**
   * @param header version and version of the writer
   */
  record Serialised(String header, RObject object) {}

  /**
   * Gives objects that stand one behind the other.
   *
   * @throws Malformed where one cannot be read, or something else is behind it
   */
  static void each(Bytes content, Consumer<Serialised> taker) {
    Cursor cursor = new Cursor(content, ByteOrder.BIG_ENDIAN, MAX);
    do {
      taker.accept(new RReader(cursor).whole(content));
    } while (!cursor.isAtEnd());
  }

  private Serialised whole(Bytes content) {
    int at = cursor.at();
    if (!isAt(content.from(at))) {
      throw new Malformed("r.end", at, "bytes behind the object");
    }
    Block header = content.block(at, HEADER);
    cursor.moveTo(at + HEADER);
    if (header.i32be(2) == 3) {
      cursor.text(cursor.count(cursor.u32()));
    }
    String written =
        "version %d, written by %d.%d.%d"
            .formatted(header.i32be(2), header.u16be(6), header.u8(8), header.u8(9));
    return new Serialised(written, object(0));
  }

  private RObject object(int depth) {
    return object(cursor.i32(), depth);
  }

  private RObject object(int flags, int depth) {
    if (depth > DEEPEST || ++objects > MOST) {
      throw new Malformed("r.limit", cursor.at(), "too many objects, or nested too deeply");
    }
    int kind = flags & 0xFF;
    boolean attributes = (flags & HAS_ATTRIBUTES) != 0;
    return switch (kind) {
      case RObject.NULL -> RObject.of(kind, "NULL");
      case 253, 252, 251, 250, 242, 241 -> RObject.of(kind, NAMED.getOrDefault(kind, ""));
      case NAMESPACE, PERSISTENT, 248 -> refer(RObject.of(kind, strings()));
      case REFERENCE -> reference(flags >>> 8);
      case RObject.SYMBOL -> refer(RObject.of(kind, object(depth + 1).text()));
      case RObject.PAIRS, RObject.CALL, RObject.PROMISE, 17 -> pairs(flags, depth);
      case RObject.FUNCTION -> function(attributes, depth);
      case RObject.ENVIRONMENT -> environment(depth);
      case RObject.SPECIAL, RObject.BUILTIN -> RObject.of(kind, characters());
      case RObject.CHARACTERS -> RObject.of(kind, characters());
      case RObject.BYTE_CODE -> withAttributes(code(depth), attributes, depth);
      case RObject.POINTER -> {
        int place = references.size();
        references.add(RObject.of(kind, "<pointer>"));
        List<RObject> parts = List.of(object(depth + 1), object(depth + 1));
        RObject pointer = new RObject(kind, "<pointer>", parts, List.of(), Map.of());
        references.set(place, pointer);
        yield withAttributes(pointer, attributes, depth);
      }
      case RObject.WEAK ->
          withAttributes(refer(RObject.of(kind, "<weak reference>")), attributes, depth);
      case RObject.S4 -> withAttributes(RObject.of(kind, "<S4>"), attributes, depth);
      case ALTERNATIVE ->
          RObject.of(kind, List.of(object(depth + 1), object(depth + 1), object(depth + 1)));
      default -> withAttributes(vector(kind, depth), attributes, depth);
    };
  }

  private RObject withAttributes(RObject object, boolean there, int depth) {
    return there ? object.with(object(depth + 1)) : object;
  }

  private RObject refer(RObject object) {
    references.add(object);
    return object;
  }

  private RObject reference(int packed) {
    int number = packed == 0 ? cursor.i32() : packed;
    if (number < 1 || number > references.size()) {
      throw new Malformed("r.reference", cursor.at(), "reference " + number);
    }
    RObject object = references.get(number - 1);
    return object.kind() == RObject.ENVIRONMENT
        ? RObject.of(RObject.ENVIRONMENT, "<environment " + number + ">")
        : object;
  }

  /** Attributes, tag, value and the rest, which is read in a loop. */
  private RObject pairs(int flags, int depth) {
    int kind = flags & 0xFF;
    List<RObject> parts = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    RObject attributes = RObject.of(RObject.NULL, "");
    int next = flags;
    while ((next & 0xFF) == RObject.PAIRS || parts.isEmpty()) {
      if (++objects > MOST) {
        throw new Malformed("r.limit", cursor.at(), "too many objects");
      }
      RObject own = (next & HAS_ATTRIBUTES) != 0 ? object(depth + 1) : RObject.of(RObject.NULL, "");
      attributes = parts.isEmpty() ? own : attributes;
      tags.add((next & HAS_TAG) != 0 ? object(depth + 1).text() : "");
      parts.add(object(depth + 1));
      next = cursor.i32();
    }
    RObject tail = object(next, depth + 1);
    if (tail.kind() != RObject.NULL) {
      parts.add(tail);
      tags.add("");
    }
    return new RObject(kind, "", parts, tags, Map.of()).with(attributes);
  }

  private RObject function(boolean hasAttributes, int depth) {
    RObject attributes = hasAttributes ? object(depth + 1) : RObject.of(RObject.NULL, "");
    RObject environment = object(depth + 1);
    RObject formals = object(depth + 1);
    RObject body = object(depth + 1);
    return RObject.of(RObject.FUNCTION, List.of(formals, body, environment)).with(attributes);
  }

  /** Lock, enclosure, frame, hash table, attributes. */
  private RObject environment(int depth) {
    int place = references.size();
    references.add(RObject.of(RObject.ENVIRONMENT, "<environment>"));
    int locked = cursor.i32();
    List<RObject> parts =
        List.of(object(depth + 1), object(depth + 1), object(depth + 1), object(depth + 1));
    RObject all =
        new RObject(RObject.ENVIRONMENT, locked == 0 ? "" : "locked", parts, List.of(), Map.of());
    references.set(place, all);
    return all;
  }

  private String strings() {
    cursor.i32();
    int count = cursor.count(cursor.u32());
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(object(DEEPEST).text());
    }
    return String.join(" ", all);
  }

  private String characters() {
    int length = cursor.i32();
    return length == -1 ? "NA" : cursor.text(cursor.count(length));
  }

  private RObject vector(int kind, int depth) {
    int count = cursor.count(cursor.u32());
    if (kind == RObject.RAW) {
      return RObject.of(kind, cursor.hex(count));
    }
    List<RObject> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(
          switch (kind) {
            case RObject.LOGICAL, RObject.INTEGER -> number(kind, cursor.i32());
            case RObject.REAL -> counted(kind, real());
            case RObject.COMPLEX -> counted(kind, real() + "+" + real() + "i");
            case RObject.STRING, RObject.LIST, RObject.EXPRESSION -> object(depth + 1);
            default -> throw new Malformed("r.kind", cursor.at(), "an object of kind " + kind);
          });
    }
    return RObject.of(kind, parts);
  }

  private RObject number(int kind, int value) {
    String text =
        value == NOT_AVAILABLE
            ? "NA"
            : kind == RObject.LOGICAL ? value == 0 ? "FALSE" : "TRUE" : String.valueOf(value);
    return counted(kind, text);
  }

  private String real() {
    return RNumber.of(cursor.f64());
  }

  private RObject counted(int kind, String text) {
    if (++objects > MOST) {
      throw new Malformed("r.limit", cursor.at(), "too many objects");
    }
    return RObject.of(kind, text);
  }

  /** The code itself stands among the constants as it was written, which is the first of them. */
  private RObject code(int depth) {
    int shared = cursor.count(cursor.u32());
    return codeOf(new RObject[shared], depth);
  }

  private RObject codeOf(RObject[] shared, int depth) {
    RObject code = object(depth + 1);
    int count = cursor.count(cursor.u32());
    List<RObject> constants = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int kind = cursor.i32();
      constants.add(
          switch (kind) {
            case RObject.BYTE_CODE -> codeOf(shared, depth + 1);
            case RObject.CALL, RObject.PAIRS, DEFINITION, BACK, TAGGED_CALL, TAGGED_PAIRS ->
                language(kind, shared, depth + 1);
            default -> object(depth + 1);
          });
    }
    constants.add(code);
    return RObject.of(RObject.BYTE_CODE, constants);
  }

  private RObject language(int kind, RObject[] shared, int depth) {
    if (depth > DEEPEST || ++objects > MOST) {
      throw new Malformed("r.limit", cursor.at(), "too many objects, or nested too deeply");
    }
    return switch (kind) {
      case BACK -> {
        int number = cursor.i32();
        RObject known = number >= 0 && number < shared.length ? shared[number] : null;
        if (known == null) {
          throw new Malformed("r.reference", cursor.at(), "shared expression " + number);
        }
        yield known;
      }
      case DEFINITION -> {
        int number = cursor.i32();
        RObject defined = language(cursor.i32(), shared, depth + 1);
        if (number < 0 || number >= shared.length) {
          throw new Malformed("r.reference", cursor.at(), "shared expression " + number);
        }
        shared[number] = defined;
        yield defined;
      }
      case RObject.CALL, RObject.PAIRS, TAGGED_CALL, TAGGED_PAIRS -> {
        boolean tagged = kind == TAGGED_CALL || kind == TAGGED_PAIRS;
        RObject attributes = tagged ? object(depth + 1) : RObject.of(RObject.NULL, "");
        String tag = object(depth + 1).text();
        RObject first = language(cursor.i32(), shared, depth + 1);
        RObject rest = language(cursor.i32(), shared, depth + 1);
        List<RObject> parts = new ArrayList<>(List.of(first));
        List<String> tags = new ArrayList<>(List.of(tag.equals("NULL") ? "" : tag));
        if (rest.kind() == RObject.PAIRS || rest.kind() == RObject.CALL) {
          parts.addAll(rest.parts());
          tags.addAll(rest.tags());
        }
        boolean call = kind == RObject.CALL || kind == TAGGED_CALL;
        yield new RObject(call ? RObject.CALL : RObject.PAIRS, "", parts, tags, Map.of())
            .with(attributes);
      }
      default -> object(depth + 1);
    };
  }
}
