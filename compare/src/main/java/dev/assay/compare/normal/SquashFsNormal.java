package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.squashfs.SpareFields;
import dev.assay.formats.squashfs.SquashFs;
import dev.assay.formats.squashfs.UnusedBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** SquashFS: how it is made up, and what belongs to no file; members are compared on their own. */
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
    List<Kept> kept = new ArrayList<>();
    UnusedBytes.of(
        content,
        run -> {
          if (Kept.isSaid(run)) {
            kept.add(Kept.of("squashfs bytes of no file", run));
          }
        });
    SpareFields.of(
        content,
        new SpareFields.Taker() {
          @Override
          public void field(String told) {
            kept.add(
                new Kept("squashfs fields of their own", told.getBytes(StandardCharsets.UTF_8)));
          }

          @Override
          public void bytes(Bytes unread) {
            if (Kept.isSaid(unread)) {
              kept.add(Kept.of("squashfs metadata of no file", unread));
            }
          }
        });
    return new Normal(
            kept,
            List.of(
                new Trait(Equivalence.BUILD_TIME, "squashfs time", Prints.time(head.u32le(8))),
                new Trait(Equivalence.LAYOUT, "squashfs size", head.i64le(40) + " bytes"),
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
