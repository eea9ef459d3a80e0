package dev.assay.formats.flash;

import dev.assay.formats.Block;
import java.util.List;

/**
 * Sizes of a page of a NAND chip.
 *
 * @param data in bytes
 * @param spare of the area behind the data, in bytes
 */
public record PageSize(int data, int spare) {
  /** Those that occur, the most frequent first. */
  public static final List<PageSize> OF_CHIPS =
      List.of(
          new PageSize(2048, 64),
          new PageSize(4096, 128),
          new PageSize(512, 16),
          new PageSize(4096, 224),
          new PageSize(4096, 218),
          new PageSize(4096, 256),
          new PageSize(8192, 256),
          new PageSize(8192, 448),
          new PageSize(8192, 512),
          new PageSize(1024, 32),
          new PageSize(2048, 128),
          new PageSize(2048, 112),
          new PageSize(16384, 512),
          new PageSize(8192, 640),
          new PageSize(8192, 744),
          new PageSize(16384, 1280));

  /** From one page to the next, in bytes. */
  public int step() {
    return data + spare;
  }

  /** Whether all bits are set, as where nothing was written since a block was erased. */
  public static boolean isErased(Block block) {
    return block.size() == 0 || block.u8(0) == 0xFF && block.run(0) == block.size();
  }
}
