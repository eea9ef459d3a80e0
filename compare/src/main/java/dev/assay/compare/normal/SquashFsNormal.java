package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.squashfs.SquashFs;
import java.util.List;

/** SquashFS 4: how it is made up; members are compared on their own. */
final class SquashFsNormal implements Normaliser {
  private static final int SUPERBLOCK = 96;

  @Override
  public boolean takes(String type) {
    return type.equals("application/vnd.squashfs");
  }

  @Override
  public Normal normalise(Bytes content) {
    Block head = content.block(0, SUPERBLOCK);
    long end = SquashFs.end(content).orElse(content.size());
    return new Normal(
            List.of(),
            List.of(
                new Trait(Equivalence.BUILD_TIME, "squashfs time", Prints.time(head.u32le(8))),
                new Trait(
                    Equivalence.COMPRESSION,
                    "squashfs compression",
                    "compressor " + head.u16le(20) + ", blocks of " + head.u32le(12) + " bytes"),
                new Trait(
                    Equivalence.LAYOUT,
                    "squashfs tables, member times and compressed blocks",
                    Prints.of(content.slice(SUPERBLOCK, Math.max(0, end - SUPERBLOCK))))))
        .with(Behind.of("squashfs", content, end));
  }
}
