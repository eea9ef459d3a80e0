package dev.assay.formats.romfs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.inodes.InodeWalk;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Reads romfs. */
public final class RomFs implements Container, Carvable {
  private static final byte[] MAGIC = "-rom1fs-".getBytes(StandardCharsets.US_ASCII);
  private static final int CHECKED = 512;
  private static final long PADDING = 1024;

  @Override
  public String type() {
    return "application/vnd.linux.romfs";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(0, MAGIC) && RomHeader.root(content).isDirectory();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    RomHeader root = RomHeader.root(content);
    long size = content.block(8, 4).u32be(0);
    if (size > content.size()) {
      listing.problem(
          new Problem(
              "romfs.truncated",
              content.size(),
              "volume of " + size + " bytes announced, " + content.size() + " are there"));
    }
    int sum = RomHeader.sum(content.blockUpTo(0, (int) Math.min(CHECKED, size)));
    if (sum != 0) {
      listing.problem(
          new Problem(
              "romfs.checksum",
              12,
              String.format(
                  Locale.ROOT,
                  "the first 512 bytes sum to %08x, expected 0; contents read anyway",
                  sum)));
    }
    InodeWalk.list(new RomTree(content, root), listing);
  }

  @Override
  public List<byte[]> magics() {
    return List.of(MAGIC.clone());
  }

  @Override
  public OptionalLong extent(Bytes here) {
    long size = here.block(8, 4).u32be(0);
    if (size < 32 || size > here.size()) {
      return OptionalLong.empty();
    }
    Block checked = here.block(0, (int) Math.min(CHECKED, size));
    return RomHeader.sum(checked) == 0 && RomHeader.root(here).isDirectory()
        ? OptionalLong.of(Math.min(here.size(), (size + PADDING - 1) / PADDING * PADDING))
        : OptionalLong.empty();
  }
}
