package dev.assay.formats.rpm;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One of the two header structures.
 *
 * @param at its offset
 * @param entries of the index
 * @param store offset of the store
 * @param end offset behind it, without padding
 */
record RpmHeader(Bytes content, long at, int entries, long store, long end) {
  private static final byte[] MAGIC = {(byte) 0x8E, (byte) 0xAD, (byte) 0xE8, 1};
  private static final int FIXED = 16;
  private static final int ENTRY = 16;
  private static final int MAX_ENTRIES = 1 << 16;
  private static final int MAX_STORE = 256 << 20;
  private static final int MAX_STRING = 256;

  /**
   * @throws Malformed {@code rpm.header} where none holds together
   */
  static RpmHeader at(Bytes content, long at) {
    if (!content.has(at, MAGIC)) {
      throw new Malformed("rpm.header", at, "no header structure");
    }
    Block fixed = content.block(at, FIXED);
    long entries = fixed.u32be(8);
    long size = fixed.u32be(12);
    long store = at + FIXED + ENTRY * entries;
    if (entries > MAX_ENTRIES || size > MAX_STORE || store + size > content.size()) {
      String message = "header of " + entries + " entries and " + size + " bytes does not fit";
      throw new Malformed("rpm.header", at + 8, message);
    }
    return new RpmHeader(content, at, (int) entries, store, store + size);
  }

  /** A string, or empty where there is none of that tag. */
  String text(int tag) {
    Block entry = entry(tag);
    if (entry.size() == 0) {
      return "";
    }
    long from = store + entry.u32be(8);
    return from >= end
        ? ""
        : content.blockUpTo(from, (int) Math.min(end - from, MAX_STRING)).cString(0, MAX_STRING);
  }

  /** Bytes in hexadecimal, or empty where there are not so many of that tag. */
  String hex(int tag, int length) {
    Block entry = entry(tag);
    long from = entry.size() == 0 ? end : store + entry.u32be(8);
    return from > end - length || entry.u32be(12) != length
        ? ""
        : HexFormat.of().formatHex(content.block(from, length).bytes(0, length));
  }

  /**
   * What a tag has, whatever it is.
   *
   * @throws Malformed {@code rpm.type} or {@code rpm.string} where there is no such value
   */
  Optional<RpmValue> value(int tag) {
    Block entry = entry(tag);
    return entry.size() == 0
        ? Optional.empty()
        : Optional.of(
            RpmValue.in(
                content.slice(store, end - store),
                entry.u32be(8),
                entry.i32be(4),
                entry.u32be(12)));
  }

  /** Where the value of a tag is said to begin; the header itself where there is no such tag. */
  long place(int tag) {
    Block entry = entry(tag);
    return entry.size() == 0 ? at : store + entry.u32be(8);
  }

  OptionalInt number(int tag) {
    Block entry = entry(tag);
    long from = entry.size() == 0 ? end : store + entry.u32be(8);
    return from > end - 4 ? OptionalInt.empty() : OptionalInt.of(content.block(from, 4).i32be(0));
  }

  private Block entry(int tag) {
    Block index = content.block(at + FIXED, ENTRY * entries);
    for (int i = 0; i < entries; i++) {
      if (index.i32be(ENTRY * i) == tag) {
        return index.slice(ENTRY * i, ENTRY);
      }
    }
    return index.slice(0, 0);
  }
}
