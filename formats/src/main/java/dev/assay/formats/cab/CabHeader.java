package dev.assay.formats.cab;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

/**
 * The header of a cabinet.
 *
 * @param foldersAt offset of the first folder
 * @param folderSize bytes of a folder with what is reserved
 * @param blockReserve bytes reserved in each block
 */
record CabHeader(
    long size,
    long filesAt,
    int version,
    int folders,
    int files,
    long foldersAt,
    int folderSize,
    int blockReserve) {
  static final int FOLDER = 8;
  private static final int FIXED = 36;
  private static final int VERSION = 0x0103;
  private static final int MAX_NAME = 256;

  /**
   * @throws Malformed where it is not there as a whole
   */
  static CabHeader of(Bytes content) {
    Block fixed = content.block(0, FIXED);
    int flags = fixed.u16le(30);
    long at = FIXED;
    int folderReserve = 0;
    int blockReserve = 0;
    if ((flags & 4) != 0) {
      Block reserve = content.block(at, 4);
      folderReserve = reserve.u8(2);
      blockReserve = reserve.u8(3);
      at += 4 + reserve.u16le(0);
    }
    // A cabinet and its disk before, and the same behind.
    for (int names = 2 * Integer.bitCount(flags & 3); names > 0; names--) {
      at += content.blockUpTo(at, MAX_NAME).cString(0, MAX_NAME).length() + 1;
    }
    return new CabHeader(
        fixed.u32le(8),
        fixed.u32le(16),
        fixed.u16le(24),
        fixed.u16le(26),
        fixed.u16le(28),
        at,
        FOLDER + folderReserve,
        blockReserve);
  }

  boolean isPlausible() {
    return version == VERSION && folders > 0 && filesAt > FIXED && size > filesAt;
  }
}
