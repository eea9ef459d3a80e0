package dev.assay.formats.uefi;

import dev.assay.formats.Block;
import java.util.Locale;

/** A GUID as text: its first three fields are little-endian. */
final class Guid {
  static final int SIZE = 16;

  private Guid() {}

  static String at(Block block, int at) {
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
