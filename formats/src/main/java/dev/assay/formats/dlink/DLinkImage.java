package dev.assay.formats.dlink;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** Reads the D-Link DNS container. */
public final class DLinkImage implements Container {
  private static final int HEADER = 128;
  private static final int CHUNK = 1 << 20;
  private static final List<String> PARTS = List.of("kernel", "ramdisk", "defaults", "rootfs");

  @Override
  public String type() {
    return "application/vnd.dlink.dns-firmware";
  }

  @Override
  public boolean recognises(Bytes content) {
    if (content.size() < HEADER) {
      return false;
    }
    Block header = content.block(0, 64);
    boolean magic =
        header.u8(48) == 0x55
                && header.u8(49) == 0xAA
                && header.u8(58) == 0x55
                && header.u8(59) == 0xAA
            || header.latin1(50, 7).equals("FrodoII") && header.u8(49) == 0xAA;
    return magic && header.u32le(0) >= 64 && header.u32le(0) < content.size();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Block header = content.block(0, 64);
    long end = HEADER;
    for (int i = 0; i < PARTS.size(); i++) {
      long offset = header.u32le(8 * i);
      long size = header.u32le(8 * i + 4);
      if (size > 0) {
        listing.add(part(PARTS.get(i), content, offset, size, header.i32le(32 + 4 * i)));
        end = Math.max(end, offset + size);
      }
    }
    if (end < content.size()) {
      listing.add(Entry.part("trailing-0x" + Long.toHexString(end), Content.of(content.from(end))));
    }
  }

  private static Entry part(String name, Bytes content, long offset, long size, int checksum) {
    List<Problem> problems = new ArrayList<>();
    long start = Math.min(offset, content.size());
    long there = Math.min(size, content.size() - start);
    Bytes bytes = content.slice(start, there);
    if (there < size) {
      problems.add(
          new Problem(
              "dlink.part-out-of-range",
              offset,
              name
                  + " of "
                  + size
                  + " bytes at "
                  + offset
                  + " announced, "
                  + there
                  + " are there"));
    } else if (xor(bytes) != checksum) {
      problems.add(
          new Problem(
              "dlink.checksum",
              offset,
              "checksum of the "
                  + name
                  + " is "
                  + Integer.toHexString(checksum)
                  + ", computed "
                  + Integer.toHexString(xor(bytes))
                  + "; contents read anyway"));
    }
    return Entry.part(name, Content.of(bytes)).withProblems(problems);
  }

  /** XOR of little-endian words; bytes after the last whole word do not count. */
  private static int xor(Bytes bytes) {
    int sum = 0;
    for (long at = 0; at < bytes.size(); at += CHUNK) {
      Block block = bytes.blockUpTo(at, CHUNK);
      int whole = block.size() & ~3;
      for (int i = 0; i < whole; i += 4) {
        sum ^= block.i32le(i);
      }
    }
    return sum;
  }
}
