package dev.assay.formats.f2fs;

import static dev.assay.formats.f2fs.F2fsSuperblock.BLOCK;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A checkpoint pack.
 *
 * @param start its first block
 * @param head its first block's bytes
 * @param sound whether the checksum is right
 */
record Checkpoint(F2fsSuperblock superblock, long start, Block head, boolean sound) {
  private static final int BITMAPS = 192;
  private static final int UNMOUNTED = 0x1;
  private static final int COMPACT = 0x4;
  private static final int LARGE_BITMAP = 0x400;
  private static final int JOURNAL_IN_SUMMARY = 3584;
  private static final int JOURNAL_MOST = 38;
  private static final int JOURNAL_ENTRY = 13;

  /**
   * The newest that is whole; one with a wrong checksum only if there is no other.
   *
   * @throws Malformed where neither pack is whole
   */
  static Checkpoint newest(Bytes image, F2fsSuperblock superblock) {
    return LongStream.of(superblock.checkpoints(), superblock.checkpoints() + superblock.segment())
        .mapToObj(start -> at(image, superblock, start))
        .flatMap(Optional::stream)
        .max(Comparator.comparing(Checkpoint::sound).thenComparing(pack -> pack.head.i64le(0)))
        .orElseThrow(
            () ->
                new Malformed(
                    "f2fs.checkpoint",
                    superblock.checkpoints() * BLOCK,
                    "neither checkpoint is whole"));
  }

  /** A pack ends with a copy of its first block, so that one written in part has two versions. */
  private static Optional<Checkpoint> at(Bytes image, F2fsSuperblock superblock, long start) {
    if (start > image.size() / BLOCK - 1) {
      return Optional.empty();
    }
    Block head = image.block(start * BLOCK, BLOCK);
    long count = head.u32le(136);
    if (count < 2 || count > superblock.segment() || start + count > image.size() / BLOCK) {
      return Optional.empty();
    }
    Block tail = image.block((start + count - 1) * BLOCK, BLOCK);
    return head.i64le(0) == tail.i64le(0)
        ? Optional.of(new Checkpoint(superblock, start, head, isSound(head) && isSound(tail)))
        : Optional.empty();
  }

  /**
   * CRC-32 that starts with the magic number and is not inverted at its end; over all but itself.
   */
  private static boolean isSound(Block block) {
    int at = (int) Math.min(BLOCK, block.u32le(164));
    if (at < BITMAPS || at > BLOCK - 4) {
      return false;
    }
    int crc = crc(F2fsSuperblock.MAGIC, block, 0, at);
    return crc(crc, block, at + 4, BLOCK) == block.i32le(at);
  }

  private static int crc(int start, Block block, int from, int to) {
    int crc = start;
    for (int i = from; i < to; i++) {
      crc ^= block.u8(i);
      for (int bit = 0; bit < 8; bit++) {
        crc = crc >>> 1 ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
      }
    }
    return crc;
  }

  private boolean has(int flag) {
    return (head.i32le(132) & flag) != 0;
  }

  boolean isUnmounted() {
    return has(UNMOUNTED);
  }

  /** Whether the second copy of a block of the node address table is the valid one. */
  boolean isSecond(long block) {
    long others = superblock.payload() > 0 ? 0 : head.u32le(156);
    long bitmap = BITMAPS + (has(LARGE_BITMAP) ? 4 : others);
    long at = bitmap + block / 8;
    if (at >= BLOCK) {
      throw new Malformed("f2fs.node-table", start * BLOCK, "no bit for its block " + block);
    }
    return (head.u8((int) at) & 0x80 >> block % 8) != 0;
  }

  /** Block addresses by node number that are newer than the table's. */
  Map<Long, Long> journal(Bytes image) {
    Block summary = image.block((start + head.u32le(140)) * BLOCK, BLOCK);
    int at = has(COMPACT) ? 0 : JOURNAL_IN_SUMMARY;
    Map<Long, Long> newer = new HashMap<>();
    int count = Math.min(summary.u16le(at), JOURNAL_MOST);
    for (int i = 0; i < count; i++) {
      int entry = at + 2 + i * JOURNAL_ENTRY;
      newer.put(summary.u32le(entry), summary.u32le(entry + 9));
    }
    return newer;
  }
}
