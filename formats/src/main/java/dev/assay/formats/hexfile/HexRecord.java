package dev.assay.formats.hexfile;

import dev.assay.formats.Block;
import java.util.Optional;

/**
 * What one line means.
 *
 * @param address of the data; of {@link Kind#BASE} the address others are relative to
 * @param data empty unless it is data
 * @param sound whether the checksum is right
 */
record HexRecord(Kind kind, long address, byte[] data, boolean sound) {
  enum Kind {
    DATA,
    BASE,
    COUNT,
    OTHER,
    END
  }

  private static final byte[] NONE = {};

  /** A way of writing records. */
  interface Reader {
    Optional<HexRecord> read(String line);
  }

  static Optional<HexRecord> intel(String line) {
    if (!line.startsWith(":")) {
      return Optional.empty();
    }
    return HexLines.bytes(line, 1)
        .filter(block -> block.size() >= 5 && block.size() == block.u8(0) + 5)
        .map(HexRecord::intel);
  }

  private static HexRecord intel(Block block) {
    boolean sound = HexLines.sum(block) == 0;
    int length = block.u8(0);
    return switch (block.u8(3)) {
      case 0 -> new HexRecord(Kind.DATA, block.u16be(1), block.bytes(4, length), sound);
      case 1 -> new HexRecord(Kind.END, 0, NONE, sound);
      case 2 -> new HexRecord(Kind.BASE, length < 2 ? 0 : block.u16be(4) << 4, NONE, sound);
      case 4 -> new HexRecord(Kind.BASE, length < 2 ? 0 : (long) block.u16be(4) << 16, NONE, sound);
      default -> new HexRecord(Kind.OTHER, 0, NONE, sound);
    };
  }

  static Optional<HexRecord> motorola(String line) {
    if (line.length() < 4 || line.charAt(0) != 'S' || !Character.isDigit(line.charAt(1))) {
      return Optional.empty();
    }
    int type = line.charAt(1) - '0';
    int address = type <= 3 ? Math.max(2, type + 1) : type >= 7 ? 11 - type : 2;
    return HexLines.bytes(line, 2)
        .filter(block -> block.size() == block.u8(0) + 1 && block.size() >= address + 2)
        .map(block -> motorola(block, type, address));
  }

  private static HexRecord motorola(Block block, int type, int width) {
    boolean sound = HexLines.sum(block) == 0xFF;
    if (type < 1 || type > 3) {
      Kind kind = type >= 7 ? Kind.END : type >= 5 ? Kind.COUNT : Kind.OTHER;
      return new HexRecord(kind, 0, NONE, sound);
    }
    long address = 0;
    for (int i = 1; i <= width; i++) {
      address = address << 8 | block.u8(i);
    }
    return new HexRecord(
        Kind.DATA, address, block.bytes(1 + width, block.size() - width - 2), sound);
  }
}
