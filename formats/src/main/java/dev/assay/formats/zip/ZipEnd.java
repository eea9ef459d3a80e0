package dev.assay.formats.zip;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.Optional;

/**
 * The end of the central directory, which tells where it is.
 *
 * @param directory offset of the central directory
 * @param size its size in bytes
 * @param shift bytes that stand before the archive: to be added to the offsets it stores
 * @param end offset after the archive
 * @param members how many the directory is said to list; only the lowest 16 bits count where there
 *     may be more
 * @param disputed whether another directory stands where other readers look for it
 */
record ZipEnd(long directory, long size, long shift, long end, long members, boolean disputed) {
  private static final int SIZE = 22;
  private static final int MAX_COMMENT = 0xFFFF;
  private static final int MAGIC = 0x06054B50;
  private static final int LOCATOR = 0x07064B50;
  private static final int END64 = 0x06064B50;

  /** The last end whose directory is where it says; empty where there is none. */
  static Optional<ZipEnd> find(Bytes content, ZipRules rules) {
    if (content.size() < SIZE) {
      return Optional.empty();
    }
    long from = Math.max(0, content.size() - SIZE - MAX_COMMENT);
    Block tail = content.block(from, (int) (content.size() - from));
    for (int i = tail.size() - SIZE; i >= 0; i--) {
      if (tail.u8(i) == 'P' && tail.i32le(i) == MAGIC) {
        Optional<ZipEnd> end = at(content, from + i, rules);
        if (end.isPresent()) {
          return end;
        }
      }
    }
    return Optional.empty();
  }

  /** The end at {@code at}, where there is one that leads to a directory. */
  static Optional<ZipEnd> at(Bytes content, long at) {
    return at(content, at, ZipRules.STANDARD);
  }

  private static Optional<ZipEnd> at(Bytes content, long at, ZipRules rules) {
    try {
      Block block = content.block(at, SIZE);
      long end = at + SIZE + block.u16le(20);
      if (block.i32le(0) != MAGIC || end > content.size()) {
        return Optional.empty();
      }
      Optional<ZipEnd> large = zip64(content, at, end, rules);
      return large.isPresent()
          ? large
          : new Stated(at, block.u32le(12), block.u32le(16), end, block.u16le(10))
              .checked(content, rules);
    } catch (Malformed outside) {
      return Optional.empty();
    }
  }

  private static Optional<ZipEnd> zip64(Bytes content, long at, long end, ZipRules rules) {
    if (at < 20 + 56 || content.block(at - 20, 4).i32le(0) != LOCATOR) {
      return Optional.empty();
    }
    long stored = content.block(at - 12, 8).i64le(0);
    for (long place : new long[] {stored, at - 20 - 56}) {
      if (place >= 0 && place <= at - 20 - 56 && content.block(place, 4).i32le(0) == END64) {
        Block block = content.block(place, 56);
        Optional<ZipEnd> found =
            new Stated(place, block.i64le(40), block.i64le(48), end, block.i64le(32))
                .checked(content, rules);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** What an end says. */
  private record Stated(long at, long size, long offset, long end, long members) {
    Optional<ZipEnd> checked(Bytes content, ZipRules rules) {
      if (size < 0 || offset < 0 || size > at || offset > at) {
        return Optional.empty();
      }
      boolean before = isDirectory(content, at - size, size) && at - size >= offset;
      // Something may stand between the directory and its end.
      boolean stated = isDirectory(content, offset, size) && size <= at - offset;
      boolean disputed = before && stated && at - size != offset;
      return rules.directory(
          found(stated, offset, 0, disputed),
          found(before, at - size, at - size - offset, disputed));
    }

    private Optional<ZipEnd> found(boolean is, long directory, long shift, boolean disputed) {
      return is
          ? Optional.of(new ZipEnd(directory, size, shift, end, members, disputed))
          : Optional.empty();
    }
  }

  private static boolean isDirectory(Bytes content, long at, long size) {
    return size == 0 || content.has(at, (byte) 'P', (byte) 'K', (byte) 1, (byte) 2);
  }
}
