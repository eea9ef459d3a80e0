package dev.assay.formats.elf;

import dev.assay.formats.Block;

/** Reads fields in the class and byte order of one file. */
record ElfFields(boolean is64, boolean little) {
  int half(Block block, int at) {
    return little ? block.u16le(at) : block.u16be(at);
  }

  long word(Block block, int at) {
    return little ? block.u32le(at) : block.u32be(at);
  }

  /** An address, offset or size: 4 or 8 bytes. */
  long address(Block block, int at) {
    if (!is64) {
      return word(block, at);
    }
    return little ? block.i64le(at) : block.i64be(at);
  }

  /** The 32-bit or the 64-bit position of a field. */
  int at(int in32, int in64) {
    return is64 ? in64 : in32;
  }
}
