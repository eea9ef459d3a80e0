package dev.assay.compare.change.language;

import dev.assay.compare.change.Cursor;
import dev.assay.formats.Malformed;
import java.util.HexFormat;
import java.util.List;

/**
 * The texts and the names that an interface of GHC mentions by their numbers.
 *
 * @param module whose names are shown without it, as GHC does
 */
record HaskellNames(List<String> texts, List<Name> names, String module) {
  private static final long KNOWN_KEY = 0x8000_0000L;
  private static final String[] KINDS = {"value", "constructor", "type variable", "type"};

  /** A name that another module or this one gives. */
  record Name(String unit, String module, String name, int kind) {
    /** With everything that tells it apart. */
    String full() {
      return unit + ":" + module + "." + name + " " + KINDS[kind];
    }

    static Name read(Cursor cursor, HaskellNames texts) {
      String unit = texts.unit(cursor);
      String module = texts.text(cursor);
      int kind = cursor.u8();
      if (kind >= KINDS.length) {
        throw new Malformed("haskell.name", cursor.at(), "a name of kind " + kind);
      }
      return new Name(unit, module, texts.text(cursor), kind);
    }
  }

  /** A unit that is installed. */
  String unit(Cursor cursor) {
    int kind = cursor.u8();
    if (kind != 0) {
      throw new Malformed("haskell.unit", cursor.at(), "a unit of kind " + kind);
    }
    return text(cursor);
  }

  String text(Cursor cursor) {
    return texts.get(number(cursor, "haskell.text", texts.size()));
  }

  /** As it is told apart from all others; of names that the compiler knows, the key alone. */
  String full(Cursor cursor) {
    long number = cursor.leb();
    return known(number) ? key(number) : at(number, cursor).full();
  }

  /** As a programmer writes it. */
  String shown(Cursor cursor) {
    long number = cursor.leb();
    if (known(number)) {
      return HaskellKnownNames.name((char) (number >> 22 & 0xFF), (int) (number & 0x3F_FFFF))
          .orElseGet(() -> key(number));
    }
    Name name = at(number, cursor);
    return name.module.equals(module) ? name.name : name.module + "." + name.name;
  }

  private static boolean known(long number) {
    return (number & KNOWN_KEY) != 0;
  }

  private static String key(long number) {
    return "known name %c%d".formatted((char) (number >> 22 & 0xFF), number & 0x3F_FFFF);
  }

  private Name at(long number, Cursor cursor) {
    return names.get(checked(number, cursor, "haskell.name", names.size()));
  }

  private static int number(Cursor cursor, String code, int size) {
    return checked(cursor.leb(), cursor, code, size);
  }

  private static int checked(long number, Cursor cursor, String code, int size) {
    if (number < 0 || number >= size) {
      throw new Malformed(code, cursor.at(), "number " + number + " of " + size);
    }
    return (int) number;
  }

  /** Of 128 bits. */
  static String hash(Cursor cursor) {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(cursor.leb()) + hex.toHexDigits(cursor.leb());
  }
}
