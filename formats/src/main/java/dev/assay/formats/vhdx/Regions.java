package dev.assay.formats.vhdx;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Guid;
import dev.assay.formats.Malformed;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Where the parts of an image are.
 *
 * @param blocks block allocation table
 * @param sound whether the checksum of the table that says so is right
 */
record Regions(Bytes blocks, Bytes metadata, boolean sound) {
  private static final long FIRST = 192 << 10;
  private static final long SECOND = 256 << 10;
  private static final int SIZE = 64 << 10;
  private static final int ENTRIES = 16;
  private static final int ENTRY = 32;
  private static final int MOST = 2047;
  private static final String BLOCKS = "2dc27766-f623-4200-9d64-115e9bfd4a08";
  private static final String METADATA = "8b7ca206-4790-4b9a-b8fe-575f050f886e";

  /**
   * From the first table whose checksum is right, or else the first there is.
   *
   * @throws Malformed {@code vhdx.regions} where neither can be read
   */
  static Regions of(Bytes image) {
    Optional<Block> sound =
        LongStream.of(FIRST, SECOND)
            .filter(at -> isTable(image, at))
            .mapToObj(at -> image.block(at, SIZE))
            .filter(table -> Checksum.isSound(table))
            .findFirst();
    Optional<Block> any =
        LongStream.of(FIRST, SECOND)
            .filter(at -> isTable(image, at))
            .mapToObj(at -> image.block(at, SIZE))
            .findFirst();
    Block table =
        sound
            .or(() -> any)
            .orElseThrow(() -> new Malformed("vhdx.regions", FIRST, "no table of regions"));
    return new Regions(
        region(image, table, BLOCKS), region(image, table, METADATA), sound.isPresent());
  }

  private static boolean isTable(Bytes image, long at) {
    return image.size() >= at + SIZE && image.has(at, "regi");
  }

  private static Bytes region(Bytes image, Block table, String guid) {
    int count = (int) Math.min(MOST, table.u32le(8));
    for (int at = ENTRIES; at < ENTRIES + count * ENTRY; at += ENTRY) {
      if (Guid.at(table, at).equals(guid)) {
        long start = table.i64le(at + Guid.SIZE);
        long length = table.u32le(at + Guid.SIZE + 8);
        if (start < 0 || start > image.size()) {
          throw new Malformed("vhdx.regions", start, "a region lies outside the image");
        }
        return image.slice(start, Math.min(length, image.size() - start));
      }
    }
    throw new Malformed("vhdx.regions", FIRST, "no region " + guid);
  }
}
