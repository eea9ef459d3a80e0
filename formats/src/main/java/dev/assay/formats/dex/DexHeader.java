package dev.assay.formats.dex;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Consumer;
import java.util.zip.Adler32;

/**
 * Where an executable begins and how long it is.
 *
 * @param at offset in the container
 */
record DexHeader(Block data, int at, int size) {
  static final int SIZE = 0x70;
  private static final int ENDIAN_TAG = 0x12345678;

  static DexHeader read(Block data, int at) {
    String magic = data.latin1(at, 8);
    if (!magic.matches("dex\n0(3[5-9]|4[01])\0")) {
      throw new Malformed("dex.magic", at, "expected \"dex\", version 035 to 041; found neither");
    }
    if (data.i32le(at + 40) != ENDIAN_TAG) {
      throw new Malformed(
          "dex.endian-tag",
          at + 40,
          "expected 12345678; found " + Integer.toHexString(data.i32le(at + 40)));
    }
    long size = data.u32le(at + 32);
    if (size < SIZE || size > data.size() - at) {
      throw new Malformed(
          "dex.file-size", at + 32, size + " bytes; there are " + (data.size() - at));
    }
    return new DexHeader(data, at, (int) size);
  }

  int version() {
    return Integer.parseInt(data.latin1(at + 4, 3));
  }

  Table table(String code, int field, int step, Consumer<Problem> problems) {
    long count = data.u32le(at + field);
    long offset = data.u32le(at + field + 4);
    if (count > data.size() / step || offset > data.size() - count * step) {
      problems.accept(
          new Problem(code, at + field, count + " entries at " + offset + " do not fit"));
      return Table.EMPTY;
    }
    return new Table((int) count, (int) offset, step);
  }

  void verify(Consumer<Problem> problems) {
    Adler32 sum = new Adler32();
    sum.update(data.array(), data.arrayOffset() + at + 12, size - 12);
    if (sum.getValue() != data.u32le(at + 8)) {
      problems.accept(
          new Problem("dex.checksum", at + 8, "the Adler-32 sum is not that of the content"));
    }
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(data.array(), data.arrayOffset() + at + 32, size - 32);
      if (!data.slice(at + 12, 20).equalTo(sha1.digest())) {
        problems.accept(
            new Problem("dex.signature", at + 12, "the SHA-1 is not that of the content"));
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
