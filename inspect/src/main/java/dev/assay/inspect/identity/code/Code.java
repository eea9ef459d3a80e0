package dev.assay.inspect.identity.code;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import dev.assay.formats.elf.Elf;

/** The instructions of a file, read one after the other. */
final class Code {
  private final Elf elf;
  private long address;

  Code(Elf elf, long address) {
    this.elf = elf;
    this.address = address;
  }

  /** Where the next instruction stands when the file is loaded where it was linked to. */
  long address() {
    return address;
  }

  int u8() {
    return block(1).u8(0);
  }

  int u16() {
    Block block = block(2);
    return elf.isLittleEndian() ? block.u16le(0) : block.u16be(0);
  }

  int i32() {
    Block block = block(4);
    return (int) (elf.isLittleEndian() ? block.u32le(0) : block.u32be(0));
  }

  /** What stands at an address, which the next instruction does not move. */
  int i32At(long other) {
    return new Code(elf, other).i32();
  }

  private Block block(int length) {
    long offset = elf.offsetOf(address);
    if (offset < 0) {
      throw new Malformed("elf.address", -1, "expected code at address " + address);
    }
    address += length;
    return elf.content().block(offset, length);
  }
}
