package dev.assay.formats;

import java.util.HexFormat;

/** A GUID as text: its first three fields are little-endian. */
public final class Guid {
  /** Bytes of a stored one. */
  public static final int SIZE = 16;

  private Guid() {}

  /** As text, in lower case; the first three numbers are stored little-endian. */
  public static String at(Block block, int at) {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits((int) block.u32le(at))
        + '-'
        + hex.toHexDigits((short) block.u16le(at + 4))
        + '-'
        + hex.toHexDigits((short) block.u16le(at + 6))
        + '-'
        + hex.toHexDigits((short) block.u16be(at + 8))
        + '-'
        + hex.formatHex(block.bytes(at + 10, 6));
  }
}
