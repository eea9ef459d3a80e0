package dev.assay.formats.zimage;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.kernel.CompressedKernel;
import dev.assay.model.Problem;

/** Opens a zImage to the kernel inside and an appended device tree. */
public final class ZImage implements Container {
  private static final int MAGIC = 0x016F2818;
  private static final int HEADER = 0x34;

  @Override
  public String type() {
    return "application/x-linux-zimage";
  }

  @Override
  public boolean recognises(Bytes content) {
    if (content.size() < HEADER) {
      return false;
    }
    Block header = content.block(0, HEADER);
    return header.i32le(0x24) == MAGIC || header.i32be(0x24) == MAGIC;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Block header = content.block(0, HEADER);
    boolean little = header.i32le(0x24) == MAGIC;
    long start = little ? header.u32le(0x28) : header.u32be(0x28);
    long end = little ? header.u32le(0x2C) : header.u32be(0x2C);
    long size = end - start;
    if (size < HEADER || size > content.size()) {
      listing.problem(
          new Problem(
              "zimage.size",
              0x28,
              "size of "
                  + size
                  + " bytes announced, "
                  + content.size()
                  + " are there; all are read"));
      size = content.size();
    }
    listing.add(
        Entry.part("vmlinux", CompressedKernel.in(content.slice(0, size)))
            .withType(CompressedKernel.TYPE));
    if (size < content.size()) {
      listing.add(Entry.part("appended", Content.of(content.from(size))));
    }
  }
}
