package dev.assay.formats.publishedkey;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.parts.Sums;
import dev.assay.formats.stream.Decoding;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One piece of a Buffalo image: a header, and data that are encrypted.
 *
 * @param at its offset
 * @param product of the device; empty before a tag
 * @param isLong whether the state of the cipher is as long as what is encrypted
 * @param seed of the cipher of the data
 * @param dataAt offset of the data
 * @param size of the data in bytes
 */
record BuffaloBlock(long at, String product, boolean isLong, int seed, long dataAt, long size) {
  private static final String START = "start\0";
  private static final String ARCHIVE = "asar1\0";
  private static final int MAGIC = 6;
  private static final int PRODUCT = 32;
  private static final int VERSION = 8;
  private static final int CHECKSUM = 4;

  /** So that the state of the cipher stays in memory. */
  private static final long LARGEST = 64L << 20;

  private static final int POLYNOMIAL = 0xEDB88320;

  /** Whether one begins here; whether it can be decrypted only its header tells. */
  static boolean isAt(Bytes content, long at) {
    return content.has(at, START) || content.has(at, ARCHIVE);
  }

  /**
   * Reads the header.
   *
   * @throws Malformed {@code buffalo.encrypted} where the names in it are not encrypted under the
   *     published key, {@code buffalo.header} where it is none
   */
  static BuffaloBlock at(Bytes content, long at) {
    int seed = content.block(at + MAGIC, 1).u8(0);
    Block product = field(content, at + MAGIC + 1, PRODUCT);
    Block version = field(content, at + MAGIC + 5 + product.size(), VERSION);
    long lengthAt = at + MAGIC + 9 + product.size() + version.size();
    long size = content.block(lengthAt, 4).u32be(0);
    if (size == 0) {
      throw new Malformed("buffalo.header", lengthAt, "announces no data");
    }
    for (boolean isLong : new boolean[] {false, true}) {
      Optional<String> name = name(product, seed, isLong);
      if (name.isPresent() && name(version, product.u8(0), isLong).isPresent()) {
        return new BuffaloBlock(at, name.get(), isLong, version.u8(0), lengthAt + 4, size);
      }
    }
    throw new Malformed("buffalo.encrypted", at, "encrypted under a key that is not published");
  }

  private static Block field(Bytes content, long at, int most) {
    long length = content.block(at, 4).u32be(0);
    if (length == 0 || length > most) {
      throw new Malformed("buffalo.header", at, "a name of " + length + " bytes");
    }
    return content.block(at + 4, (int) length);
  }

  /** What the field says if it is decrypted to printable text and a NUL. */
  private static Optional<String> name(Block field, int seed, boolean isLong) {
    byte[] bytes = field.bytes(0, field.size());
    BuffaloCipher cipher = new BuffaloCipher(seed, isLong ? bytes.length : BuffaloCipher.SHORT);
    byte[] plain = cipher.apply(bytes, 0, bytes.length);
    int last = plain.length - 1;
    for (int i = 0; i < last; i++) {
      if (plain[i] < ' ' || plain[i] == 0x7F) {
        return Optional.empty();
      }
    }
    return plain[last] == 0
        ? Optional.of(new String(plain, 0, last, StandardCharsets.US_ASCII))
        : Optional.empty();
  }

  /** Where the next one or something else begins: at a multiple of 4 bytes, after padding. */
  long end() {
    long bytes = dataAt - at + size + CHECKSUM;
    return at + bytes + (4 - bytes % 4);
  }

  /** Bytes that are there and belong to this block. */
  long extent(Bytes content) {
    return Math.min(end(), content.size()) - at;
  }

  /** The data decrypted, as far as they are there; damage stops or is recorded. */
  Decoding decrypt(Bytes content, Memory memory) {
    if (isLong && size > LARGEST) {
      throw new Malformed(
          "limit.buffalo", at, "at most " + LARGEST + " bytes are decrypted with a long state");
    }
    long there = Math.min(size, content.size() - dataAt);
    Decoding decoding = new Decoding("buffalo", memory, there, size);
    if (there < size) {
      decoding.problem(
          "truncated", content.size(), size + " bytes announced, " + there + " are there");
    }
    if (isLong && there < size / 2) {
      decoding.stop("truncated", content.size(), "too little for the state of the cipher");
      return decoding;
    }
    BuffaloCipher cipher = new BuffaloCipher(seed, isLong ? (int) size : BuffaloCipher.SHORT);
    int[] sum = {(int) size};
    Sums.each(
        content.slice(dataAt, there),
        (array, from, length) -> {
          byte[] plain = cipher.apply(array, from, length);
          for (byte each : plain) {
            sum[0] = step(sum[0], each);
          }
          if (!decoding.isStopped()) {
            decoding.write(plain, 0, length);
          }
        });
    if (there == size && content.size() - dataAt - size >= CHECKSUM) {
      int stored = content.block(dataAt + size, CHECKSUM).i32be(0);
      Sums.check("buffalo.checksum", dataAt + size, stored, sum[0])
          .forEach(wrong -> decoding.problem("checksum", wrong.offset(), wrong.message()));
    }
    return decoding;
  }

  /** CRC-32 but for bytes above 127, which count as negative numbers. */
  private static int step(int sum, byte value) {
    int mixed = sum ^ value;
    return mixed >>> 8 ^ TABLE[mixed & 0xFF];
  }

  private static final int[] TABLE = table();

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      int value = i;
      for (int bit = 0; bit < 8; bit++) {
        value = (value & 1) != 0 ? value >>> 1 ^ POLYNOMIAL : value >>> 1;
      }
      table[i] = value;
    }
    return table;
  }
}
