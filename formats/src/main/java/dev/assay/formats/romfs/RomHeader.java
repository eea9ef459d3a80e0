package dev.assay.formats.romfs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Names;

/**
 * One file header.
 *
 * @param at its offset
 * @param next offset of the next in the directory, or 0
 * @param spec what the type makes of it: see the package
 * @param dataAt where the content starts
 * @param sound whether its checksum matches
 */
record RomHeader(
    long at, long next, int kind, long spec, long size, String name, long dataAt, boolean sound) {
  static final int HARD_LINK = 0;
  static final int DIRECTORY = 1;
  private static final int EXECUTABLE = 8;
  private static final int NAME_AT = 16;
  private static final int MAX_NAME = 4096;
  private static final int ALIGNMENT = 16;

  /** Header of the root directory, behind the volume's name. */
  static RomHeader root(Bytes image) {
    return at(image, NAME_AT + textSize(image, NAME_AT));
  }

  static RomHeader at(Bytes image, long at) {
    if (at % ALIGNMENT != 0) {
      throw new Malformed("romfs.header", at, "header not at a multiple of 16");
    }
    int named = textSize(image, at + NAME_AT);
    Block header = image.block(at, NAME_AT + named);
    byte[] name = header.bytes(NAME_AT, header.cString(NAME_AT, named).length());
    long next = header.u32be(0);
    return new RomHeader(
        at,
        next & -ALIGNMENT,
        (int) next & ALIGNMENT - 1,
        header.u32be(4),
        header.u32be(8),
        Names.decode(name),
        at + NAME_AT + named,
        sum(header) == 0);
  }

  /** Bytes that a NUL-terminated text takes with its padding. */
  private static int textSize(Bytes image, long at) {
    Block text = image.blockUpTo(at, MAX_NAME);
    int length = 0;
    while (length < text.size() && text.u8(length) != 0) {
      length++;
    }
    if (length == text.size()) {
      throw new Malformed("romfs.name", at, "name without an end within " + length + " bytes");
    }
    return (length + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
  }

  /** Sum of big-endian words; what is over at the end is not summed. */
  static int sum(Block block) {
    int sum = 0;
    for (int i = 0; i + 4 <= block.size(); i += 4) {
      sum += block.i32be(i);
    }
    return sum;
  }

  int type() {
    return kind & 7;
  }

  boolean isDirectory() {
    return type() == DIRECTORY;
  }

  /** Type and permissions; Linux gives these where romfs stores none. */
  int mode() {
    int plain =
        switch (type()) {
          case DIRECTORY -> 0040644;
          case 2 -> 0100644;
          case 3 -> 0120777;
          case 4 -> 0060600;
          case 5 -> 0020600;
          case 6 -> 0140644;
          default -> 0010644;
        };
    return (kind & EXECUTABLE) == 0 ? plain : plain | 0111;
  }
}
