package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.ext.HiddenBytes;
import dev.assay.formats.ext.InodeTimes;
import dev.assay.formats.ext.SpareBytes;
import dev.assay.formats.ext.UnusedBlocks;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * ext2, ext3 and ext4: what the superblock says of itself, and what is in no member: unused blocks,
 * ends of blocks, unused inodes, the journal, spare fields of structures; members are compared on
 * their own.
 */
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
            kept(content, block),
            List.of(
                new Trait(Equivalence.BUILD_TIME, "ext time made", Prints.time(block.u32le(0x108))),
                new Trait(Equivalence.MTIME, "ext time written", Prints.time(block.u32le(0x30))),
                new Trait(Equivalence.MTIME, "ext member times", times(content)),
                new Trait(
                    Equivalence.LAYOUT,
                    "ext features",
                    HexFormat.of().formatHex(block.bytes(0x5C, 12))),
                new Trait(Equivalence.BUILD_PATH, "ext last mounted at", block.cString(0x88, 64)),
                new Trait(
                    Equivalence.LAYOUT,
                    "ext volume id",
                    HexFormat.of().formatHex(block.bytes(0x68, 16))),
                new Trait(
                    Equivalence.LAYOUT, "ext tables, journal and placement", Prints.of(content))))
        .with(Behind.of("ext", content, UnusedBlocks.end(content)));
  }

  private static String times(Bytes content) {
    List<InodeTimes> times = InodeTimes.of(content);
    long newest = times.stream().mapToLong(InodeTimes::modified).max().orElse(0);
    return Prints.of(
        times.stream().map(InodeTimes::fields).toList(), "newest " + Prints.time(newest));
  }

  private static List<Kept> kept(Bytes content, Block superblock) {
    List<Kept> kept = new ArrayList<>();
    // s_volume_name: what fstab may mount by
    kept.add(new Kept("ext volume name", superblock.bytes(0x78, 16)));
    kept.add(Kept.of("ext boot block", content.slice(0, SUPERBLOCK)));
    UnusedBlocks.of(
        content,
        run -> {
          if (Kept.isSaid(run)) {
            kept.add(Kept.of("ext unused blocks", run));
          }
        });
    HiddenBytes.of(
        content,
        (start, run) -> {
          if (Kept.isSaid(run)) {
            kept.add(Kept.of("ext bytes of no file", run));
          }
        });
    SpareBytes.of(
        content,
        (start, run) -> {
          if (Kept.isSaid(run)) {
            kept.add(Kept.of("ext settings and spare fields", run));
          }
        });
    return kept;
  }
}
