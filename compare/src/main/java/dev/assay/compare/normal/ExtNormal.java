package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.HexFormat;
import java.util.List;

/** ext2, ext3 and ext4: what the superblock says of itself; members are compared on their own. */
final class ExtNormal implements Normaliser {
  private static final int SUPERBLOCK = 1024;

  @Override
  public boolean takes(String type) {
    return type.equals("application/vnd.linux.ext");
  }

  @Override
  public Normal normalise(Bytes content) {
    Block block = content.block(SUPERBLOCK, SUPERBLOCK);
    return new Normal(
        // s_volume_name: what fstab may mount by
        block.bytes(0x78, 16),
        List.of(
            new Trait(Equivalence.BUILD_TIME, "ext time made", Prints.time(block.u32le(0x108))),
            new Trait(Equivalence.MTIME, "ext time written", Prints.time(block.u32le(0x30))),
            new Trait(
                Equivalence.LAYOUT,
                "ext volume id",
                HexFormat.of().formatHex(block.bytes(0x68, 16))),
            new Trait(
                Equivalence.LAYOUT,
                "ext tables, member times, placement and unused blocks",
                Prints.of(content))));
  }
}
