package dev.assay.formats.bzimage;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.kernel.CompressedKernel;
import dev.assay.model.Problem;

/** Opens a bzImage to the kernel inside. */
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
    listing.add(
        Entry.part("vmlinux", CompressedKernel.in(payload(content, listing)))
            .withType(CompressedKernel.TYPE));
  }

  private static Bytes payload(Bytes content, Listing listing) {
    Block header = content.block(0, HEADER);
    int sectors = header.u8(0x1F1) == 0 ? 4 : header.u8(0x1F1);
    long code = (sectors + 1L) * SECTOR;
    if (header.u16le(0x206) < PAYLOAD_SINCE) {
      return content.from(Math.min(code, content.size()));
    }
    long start = code + header.u32le(0x248);
    long length = header.u32le(0x24C);
    if (start > content.size() || length > content.size() - start) {
      listing.problem(
          new Problem(
              "bzimage.payload-out-of-range",
              0x248,
              "payload of "
                  + length
                  + " bytes at "
                  + start
                  + " announced, the image has "
                  + content.size()
                  + "; searched instead"));
      return content.from(Math.min(code, content.size()));
    }
    return content.slice(start, length);
  }
}
