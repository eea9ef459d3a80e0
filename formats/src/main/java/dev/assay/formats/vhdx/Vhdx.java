package dev.assay.formats.vhdx;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Memory;
import dev.assay.formats.Window;
import dev.assay.formats.virtualdisk.DiskBuilder;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.LongStream;

/** Reads virtual disks of Microsoft's second format. */
public final class Vhdx implements Encoding {
  private static final String MAGIC = "vhdxfile";
  private static final long FIRST = 64 << 10;
  private static final long SECOND = 128 << 10;
  private static final int HEADER = 4096;
  private static final int LOG = 48;
  private static final int STORED = 6;
  private static final int IN_PART = 7;
  private static final long PLACE = -1L << 20;

  @Override
  public String type() {
    return "application/x-vhdx-disk";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(0, MAGIC) && content.size() > SECOND;
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    Regions regions = Regions.of(content);
    Metadata metadata = Metadata.of(regions.metadata());
    DiskBuilder disk = new DiskBuilder("vhdx", content, memory, metadata.size());
    Optional<Block> header = header(content);
    if (header.isEmpty() || !regions.sound()) {
      disk.problem("checksum", FIRST, "headers or regions do not match their checksum");
    }
    if (header.filter(Vhdx::hasLog).isPresent()) {
      String message = "was not closed cleanly; the log is not replayed";
      disk.problem("needs-recovery", FIRST + LOG, message);
    }
    if (metadata.hasParent()) {
      disk.problem("parent", -1, "what the image lacks is in another; read as zeros");
    }
    blocks(regions.blocks(), metadata, disk);
    return disk.finish();
  }

  /** Of the two that are sound the one that was written last. */
  private static Optional<Block> header(Bytes content) {
    return LongStream.of(FIRST, SECOND)
        .filter(at -> content.size() >= at + HEADER && content.has(at, "head"))
        .mapToObj(at -> content.block(at, HEADER))
        .filter(Checksum::isSound)
        .max(Comparator.comparingLong(header -> header.i64le(8)));
  }

  private static boolean hasLog(Block header) {
    return header.i64le(LOG) != 0 || header.i64le(LOG + 8) != 0;
  }

  private static void blocks(Bytes table, Metadata metadata, DiskBuilder disk) {
    Window window = new Window(table);
    for (long i = 0; !disk.isDone(); i++) {
      long at = 8 * (i + i / metadata.chunk());
      if (at > table.size() - 8) {
        disk.problem("truncated", -1, "the block table is cut; its rest is zeros");
        return;
      }
      long entry = window.block(at, 8).i64le(0);
      int state = (int) entry & 7;
      if (state == STORED || state == IN_PART) {
        disk.stored(entry & PLACE, metadata.blockSize());
      } else {
        disk.hole(metadata.blockSize());
      }
    }
  }
}
