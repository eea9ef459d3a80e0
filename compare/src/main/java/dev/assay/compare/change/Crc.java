package dev.assay.compare.change;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * A checksum that tells which of several pieces differs; that two pieces are equal it never proves.
 */
public final class Crc {
  private static final int STEP = 1 << 20;

  /** Bytes that are shown as they are. */
  static final int SHORT = 16;

  private Crc() {}

  /** {@code 120 bytes, CRC-32 0badcafe}, and of few bytes {@code 3 bytes: 0badca}. */
  public static String sized(Bytes bytes) {
    return bytes.size() <= SHORT ? few(bytes) : bytes.size() + " bytes, " + of(bytes);
  }

  private static String few(Bytes bytes) {
    int size = (int) bytes.size();
    String hex = HexFormat.of().formatHex(bytes.block(0, size).bytes(0, size));
    return size == 0 ? "0 bytes" : size + (size == 1 ? " byte: " : " bytes: ") + hex;
  }

  /** {@code CRC-32 0badcafe}. */
  public static String of(Bytes bytes) {
    CRC32 crc = new CRC32();
    for (long at = 0; at < bytes.size(); at += STEP) {
      Block block = bytes.blockUpTo(at, STEP);
      crc.update(block.array(), block.arrayOffset(), block.size());
    }
    return "CRC-32 " + HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
