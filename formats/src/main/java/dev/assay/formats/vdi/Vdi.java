package dev.assay.formats.vdi;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Window;
import dev.assay.formats.virtualdisk.DiskBuilder;

/** Reads virtual disks of VirtualBox. */
public final class Vdi implements Encoding {
  private static final int MAGIC_AT = 0x40;
  private static final int MAGIC = 0xBEDA107F;
  private static final int MAJOR = 1;
  private static final int HEADER = 0x184;
  private static final int FIXED = 2;
  private static final long DISCARDED = 0xFFFF_FFFEL;
  private static final long MAX_BLOCK = 1 << 30;

  @Override
  public String type() {
    return "application/x-virtualbox-vdi";
  }

  @Override
  public boolean recognises(Bytes content) {
    if (content.size() < HEADER) {
      return false;
    }
    Block header = content.block(0, HEADER);
    return header.i32le(MAGIC_AT) == MAGIC && header.u16le(MAGIC_AT + 6) == MAJOR;
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    Block header = content.block(0, HEADER);
    long blockSize = header.u32le(0x178);
    long before = header.u32le(0x17C);
    if (blockSize == 0 || blockSize > MAX_BLOCK || before > MAX_BLOCK) {
      String blocks = "blocks of " + blockSize + " bytes behind " + before + " others";
      throw new Malformed("vdi.header", 0x178, blocks);
    }
    long size = header.i64le(0x170);
    if (size < 0) {
      throw new Malformed("vdi.header", 0x170, "a disk of " + size + " bytes");
    }
    DiskBuilder disk = new DiskBuilder("vdi", content, memory, size);
    if (header.u32le(0x4C) > FIXED) {
      disk.problem("parent", 0x4C, "what the image lacks is in a parent; read as zeros");
    }
    blocks(content, header, blockSize, disk);
    return disk.finish();
  }

  private static void blocks(Bytes content, Block header, long blockSize, DiskBuilder disk) {
    long table = header.u32le(0x154);
    long data = header.u32le(0x158);
    long before = header.u32le(0x17C);
    long entries = header.u32le(0x180);
    Window window = new Window(content);
    for (long i = 0; i < entries && !disk.isDone(); i++) {
      long at = table + 4 * i;
      if (at > content.size() - 4) {
        disk.problem("truncated", content.size(), "the block table is cut; its rest is zeros");
        return;
      }
      long number = window.block(at, 4).u32le(0);
      if (number >= DISCARDED) {
        disk.hole(blockSize);
      } else {
        disk.stored(data + number * (before + blockSize) + before, blockSize);
      }
    }
  }
}
