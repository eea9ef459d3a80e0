package dev.assay.formats.bzimage;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.kernel.CompressedKernel;
import dev.assay.model.Problem;

/**
 * Opens a bzImage to the kernel inside. Other programs that a boot loader starts by the protocol of
 * Linux, such as memdisk, iPXE and Memtest86+, are not compressed: their code is the member.
 */
public final class BzImage implements Container {
  private static final int HEADER = 0x250;
  private static final int PAYLOAD_SINCE = 0x208;
  private static final int SECTOR = 512;

  @Override
  public String type() {
    return "application/x-linux-bzimage";
  }

  @Override
  public boolean recognises(Bytes content) {
    if (content.size() < HEADER) {
      return false;
    }
    Block header = content.block(0, HEADER);
    return header.u16le(0x1FE) == 0xAA55 && header.latin1(0x202, 4).equals("HdrS");
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Block header = content.block(0, HEADER);
    int sectors = header.u8(0x1F1) == 0 ? 4 : header.u8(0x1F1);
    Bytes code = content.from(Math.min((sectors + 1L) * SECTOR, content.size()));
    boolean announces = header.u16le(0x206) >= PAYLOAD_SINCE && header.u32le(0x24C) > 0;
    Bytes payload = announces ? payload(header, code, listing) : code;
    if (announces || CompressedKernel.isIn(code)) {
      listing.add(
          Entry.part("vmlinux", CompressedKernel.in(payload)).withType(CompressedKernel.TYPE));
    } else {
      listing.add(Entry.part("code", Content.of(code)));
    }
  }

  private static Bytes payload(Block header, Bytes code, Listing listing) {
    long start = header.u32le(0x248);
    long length = header.u32le(0x24C);
    if (start > code.size() || length > code.size() - start) {
      listing.problem(
          new Problem(
              "bzimage.payload-out-of-range",
              0x248,
              "payload of "
                  + length
                  + " bytes at "
                  + start
                  + " of the code announced, the code has "
                  + code.size()
                  + "; searched instead"));
      return code;
    }
    return code.slice(start, length);
  }
}
