package dev.assay.formats;

import java.util.Locale;

/** A GUID as text: its first three fields are little-endian. */
public final class Guid {
  /** Bytes of a stored one. */
  public static final int SIZE = 16;

  private Guid() {}

  /** As text, in lower case; the first three numbers are stored little-endian. */
  public static String at(Block block, int at) {
    return String.format(
        Locale.ROOT,
        "%08x-%04x-%04x-%04x-%04x%08x",
        block.u32le(at),
        block.u16le(at + 4),
        block.u16le(at + 6),
        block.u16be(at + 8),
        block.u16be(at + 10),
        block.u32be(at + 12));
  }
}
