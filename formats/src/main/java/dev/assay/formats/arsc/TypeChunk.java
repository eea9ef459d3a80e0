package dev.assay.formats.arsc;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The entries of one type in one configuration. */
record TypeChunk(Block chunk, String language) {
  private static final int SPARSE = 1;
  private static final int SHORT_OFFSETS = 2;
  private static final int COMPLEX = 1;
  private static final int COMPACT = 8;
  private static final int CONFIGURATION = 20;
  private static final int PART = 12;

  /**
   * One entry.
   *
   * @param key number of its name
   * @param type and data of its value; the type is −1 where it has several
   */
  record Entry(int key, int type, int data) {}

  static TypeChunk of(Block chunk) {
    return new TypeChunk(chunk, language(chunk));
  }

  /**
   * @throws Malformed {@code arsc.entry} where it lies outside of the chunk
   */
  Optional<Entry> entry(int number) {
    int offset = offset(number);
    return offset < 0 ? Optional.empty() : Optional.of(read(offset));
  }

  /** Of an entry with several values, one named by the id of its attribute. */
  record Part(int name, int type, int data) {}

  /**
   * The parts of an entry with several values, its parent first with type −1; none where it has
   * one.
   *
   * @throws Malformed {@code arsc.entry} where they lie outside of the chunk
   */
  List<Part> parts(int number) {
    int at = offset(number);
    if (at < 0 || (chunk.u16le(at + 2) & (COMPLEX | COMPACT)) != COMPLEX) {
      return List.of();
    }
    int from = at + chunk.u16le(at);
    long count = chunk.u32le(at + 12);
    if (count > (chunk.size() - from) / PART) {
      throw new Malformed("arsc.entry", -1, "an entry of " + count + " parts");
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(chunk.i32le(at + 8), -1, 0));
    for (int i = 0; i < count; i++) {
      int part = from + i * PART;
      parts.add(new Part(chunk.i32le(part), chunk.u8(part + 7), chunk.i32le(part + 8)));
    }
    return parts;
  }

  /** The bytes that say which configuration it is, without their number; empty for the default. */
  String configuration() {
    int size = (int) Math.min(chunk.u32le(CONFIGURATION), chunk.u16le(2) - CONFIGURATION);
    if (size <= 4) {
      return "";
    }
    byte[] bytes = chunk.bytes(CONFIGURATION + 4, size - 4);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    return HexFormat.of().formatHex(bytes, 0, end);
  }

  /** One more than the highest number of an entry that it can have. */
  int numbers() {
    int claimed = chunk.i32le(12);
    if ((chunk.u8(9) & SPARSE) != 0) {
      return claimed == 0 ? 0 : 0x10000;
    }
    int width = (chunk.u8(9) & SHORT_OFFSETS) != 0 ? 2 : 4;
    return Math.clamp(claimed, 0, Math.min(0x10000, behindHeader() / width));
  }

  /** Bytes; none where the header claims more than there are. */
  private int behindHeader() {
    return Math.max(0, chunk.size() - chunk.u16le(2));
  }

  /** How many entries it has. */
  int filled() {
    if ((chunk.u8(9) & SPARSE) != 0) {
      return Math.clamp(chunk.i32le(12), 0, behindHeader() / 4);
    }
    boolean narrow = (chunk.u8(9) & SHORT_OFFSETS) != 0;
    int start = chunk.u16le(2);
    int filled = 0;
    for (int i = 0; i < numbers(); i++) {
      boolean none =
          narrow ? chunk.u16le(start + 2 * i) == 0xFFFF : chunk.i32le(start + 4 * i) == -1;
      filled += none ? 0 : 1;
    }
    return filled;
  }

  private int offset(int number) {
    int start = chunk.u16le(2);
    int count = chunk.i32le(12);
    int flags = chunk.u8(9);
    long found = -1;
    if ((flags & SPARSE) != 0) {
      found = sparse(start, count, number);
    } else if (number < count) {
      boolean narrow = (flags & SHORT_OFFSETS) != 0;
      long offset = narrow ? chunk.u16le(start + 2 * number) : chunk.u32le(start + 4 * number);
      long none = narrow ? 0xFFFF : 0xFFFFFFFFL;
      found = offset == none ? -1 : narrow ? 4 * offset : offset;
    }
    long at = found < 0 ? -1 : chunk.u32le(16) + found;
    if (at > chunk.size() - 8) {
      throw new Malformed(
          "arsc.entry",
          -1,
          "entry " + number + " lies at " + at + " of " + chunk.size() + " bytes");
    }
    return (int) at;
  }

  /** Sorted by entry, so that few are looked at. */
  private long sparse(int start, int count, int number) {
    int low = 0;
    int high = Math.min(count, (chunk.size() - start) / 4) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = start + 4 * middle;
      int entry = chunk.u16le(at);
      if (entry == number) {
        return 4L * chunk.u16le(at + 2);
      }
      if (entry < number) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private Entry read(int at) {
    int flags = chunk.u16le(at + 2);
    if ((flags & COMPACT) != 0) {
      return new Entry(chunk.u16le(at), flags >> 8, chunk.i32le(at + 4));
    }
    int key = chunk.i32le(at + 4);
    if ((flags & COMPLEX) != 0) {
      return new Entry(key, -1, 0);
    }
    int value = at + chunk.u16le(at);
    return new Entry(key, chunk.u8(value + 3), chunk.i32le(value + 4));
  }

  private static String language(Block chunk) {
    int size = chunk.i32le(CONFIGURATION);
    if (size < 12) {
      return "";
    }
    String language = code(chunk, CONFIGURATION + 8, 'a');
    String country = code(chunk, CONFIGURATION + 10, '0');
    return language.isEmpty() || country.isEmpty() ? language : language + "-" + country;
  }

  /** Two letters as they are, or three of five bits each, counted from a base. */
  private static String code(Block chunk, int at, char base) {
    int first = chunk.u8(at);
    int second = chunk.u8(at + 1);
    if (first == 0) {
      return "";
    }
    if ((first & 0x80) == 0) {
      return "" + (char) first + (char) second;
    }
    return ""
        + (char) (base + (second & 0x1F))
        + (char) (base + (second >> 5 | (first & 0x03) << 3))
        + (char) (base + (first >> 2 & 0x1F));
  }
}
