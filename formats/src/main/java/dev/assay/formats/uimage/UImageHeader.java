package dev.assay.formats.uimage;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The 64-byte header.
 *
 * @param payloadSize bytes, unsigned
 * @param crcMatches whether the header's own CRC is right
 */
public record UImageHeader(
    long payloadSize,
    long loadAddress,
    long entryPoint,
    int dataCrc,
    int operatingSystem,
    int architecture,
    int imageType,
    int compression,
    String name,
    int headerCrc,
    int computedCrc) {
  static final int SIZE = 64;
  static final byte[] MAGIC = {0x27, 0x05, 0x19, 0x56};
  static final int MULTI = 4;
  private static final int LAST_OS = 40;
  private static final int LAST_ARCHITECTURE = 40;
  private static final int LAST_TYPE = 60;
  private static final int LAST_COMPRESSION = 6;

  /**
   * The header at the start of the bytes, if the magic is there and every enumeration has a value
   * that U-Boot knows.
   */
  public static Optional<UImageHeader> at(Bytes content) {
    if (content.size() < SIZE || !content.has(0, MAGIC)) {
      return Optional.empty();
    }
    Block block = content.block(0, SIZE);
    UImageHeader header =
        new UImageHeader(
            block.u32be(12),
            block.u32be(16),
            block.u32be(20),
            block.i32be(24),
            block.u8(28),
            block.u8(29),
            block.u8(30),
            block.u8(31),
            block.cString(32, 32),
            block.i32be(4),
            crc(block));
    boolean plausible =
        header.operatingSystem <= LAST_OS
            && header.architecture <= LAST_ARCHITECTURE
            && header.imageType > 0
            && header.imageType <= LAST_TYPE
            && header.compression <= LAST_COMPRESSION;
    return plausible ? Optional.of(header) : Optional.empty();
  }

  boolean crcMatches() {
    return headerCrc == computedCrc;
  }

  private static int crc(Block block) {
    byte[] header = block.bytes(0, SIZE);
    Arrays.fill(header, 4, 8, (byte) 0);
    CRC32 crc = new CRC32();
    crc.update(header);
    return (int) crc.getValue();
  }
}
