package dev.assay.formats.uefi;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Guid;
import java.util.Optional;

/**
 * The header of a firmware volume, its checksum right.
 *
 * @param fileSystem its GUID
 * @param length bytes of the volume
 * @param filesAt offset of the first file
 * @param erased what erased bytes read as
 */
record VolumeHeader(String fileSystem, long length, long filesAt, int erased) {
  static final String MAGIC = "_FVH";
  static final int MAGIC_AT = 40;
  private static final int LEAST = 56;
  private static final int MOST = 4096;
  private static final int ERASED_IS_ONE = 0x800;

  /** The one at {@code at}; empty where structure or checksum are wrong. */
  static Optional<VolumeHeader> at(Bytes content, long at) {
    if (at < 0 || !content.has(at + MAGIC_AT, MAGIC) || content.size() - at < LEAST) {
      return Optional.empty();
    }
    Block fixed = content.block(at, LEAST);
    int size = fixed.u16le(48);
    long length = fixed.i64le(32);
    if (size < LEAST || size > MOST || size % 2 != 0 || length < size) {
      return Optional.empty();
    }
    if (length > content.size() - at || sum(content.block(at, size)) != 0) {
      return Optional.empty();
    }
    int erased = (fixed.i32le(44) & ERASED_IS_ONE) != 0 ? 0xFF : 0;
    return Optional.of(
        new VolumeHeader(
            Guid.at(fixed, 16), length, filesAt(content, at, size, fixed.u16le(52)), erased));
  }

  private static int sum(Block header) {
    int sum = 0;
    for (int i = 0; i < header.size(); i += 2) {
      sum += header.u16le(i);
    }
    return sum & 0xFFFF;
  }

  private static long filesAt(Bytes content, long at, int size, int further) {
    if (further == 0 || further + 20 > content.size() - at) {
      return size;
    }
    long end = further + content.block(at + further, 20).u32le(16);
    return Math.max(size, (end + 7) / 8 * 8);
  }
}
