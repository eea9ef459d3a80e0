package dev.assay.formats.erofs;

import dev.assay.formats.Bytes;
import dev.assay.formats.EntryType;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;

/** Where the inodes of an EROFS image hold times: those of 64 bytes do, at 32. */
public final class InodeTimes {
  /** Seconds, and nanoseconds behind them; in bytes. */
  public static final int SIZE = 12;

  private static final int AT = 32;
  private static final int MOST = 4_000_000;

  private static final Memory NONE =
      (compressed, expected) -> {
        throw new Malformed("limit.memory", -1, "directories that are compressed are not followed");
      };

  private InodeTimes() {}

  /**
   * Gives their offsets, in no order.
   *
   * @throws Malformed where not all directories can be read
   */
  public static void of(Bytes image, LongConsumer into) {
    ErofsSuperblock superblock =
        ErofsSuperblock.of(image)
            .orElseThrow(() -> new Malformed("erofs.superblock", 1024, "is no superblock"));
    ErofsTree tree = new ErofsTree(image, superblock, NONE);
    Set<Long> known = new HashSet<>(Set.of(tree.root()));
    Deque<Long> open = new ArrayDeque<>(known);
    while (!open.isEmpty()) {
      long number = open.remove();
      ErofsInode inode = ErofsInode.read(image, superblock, number);
      if ((image.block(inode.at(), 2).u16le(0) & 1) != 0) {
        into.accept(inode.at() + AT);
      }
      if (EntryType.ofMode(inode.mode()) == EntryType.DIRECTORY) {
        tree.names(
            number,
            (name, child) -> {
              if (known.add(child)) {
                open.add(child);
              }
            });
      }
      if (known.size() > MOST) {
        throw new Malformed("limit.entries", -1, "more than " + MOST + " inodes");
      }
    }
  }
}
