package dev.assay.inspect.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.Adler32;

/** A small Dalvik executable, forged, sound unless its fields are not. */
final class Code {
  private Code() {}

  /** Offsets in {@link #dex}. */
  static final int STRINGS = 0x70;

  static final int TYPES = STRINGS + 4 * 4;
  static final int PROTOTYPES = TYPES + 2 * 4;
  static final int METHODS = PROTOTYPES + 12;
  static final int CLASSES = METHODS + 8;
  static final int CODE = CLASSES + 32;
  static final int CLASS_DATA = CODE + 20;
  static final int TEXTS = CLASS_DATA + 16;

  /** One class, La;, with one method, m, that returns; sums as they must be. */
  static byte[] dex() {
    Draft dex = Draft.little().text("dex\n035\0").fillTo(0, 32).u32(SIZE, 0x70, 0x12345678);
    dex.u32(0, 0, 0, 4, STRINGS, 2, TYPES, 1, PROTOTYPES, 0, 0, 1, METHODS, 1, CLASSES);
    dex.u32(SIZE - CODE, CODE).u32(TEXTS, TEXTS + 5, TEXTS + 8, TEXTS + 11);
    dex.u32(0, 1).u32(1, 1, 0).u16(0, 0).u32(2);
    dex.u32(0, 1, NONE, 0, NONE, 0, CLASS_DATA, 0);
    dex.u16(1, 0, 0, 0).u32(0, 1).u16(0x0E, 0);
    // No fields, one direct method: number 0, public and static, its code.
    dex.u8(0, 0, 1, 0, 0, 9, CODE & 0x7F | 0x80, CODE >> 7).fillTo(0, TEXTS);
    dex.u8(3).text("La;").u8(0, 1).text("V").u8(0, 1).text("m").u8(0, 0, 0);
    return summed(dex.fillTo(0, SIZE).done());
  }

  private static final long NONE = 0xFFFFFFFFL;
  private static final int SIZE = TEXTS + 16;

  /** With the sums of what it is. */
  static byte[] summed(byte[] dex) {
    ByteBuffer bytes = ByteBuffer.wrap(dex.clone()).order(ByteOrder.LITTLE_ENDIAN);
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(dex, 32, dex.length - 32);
      bytes.put(12, sha1.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    Adler32 sum = new Adler32();
    sum.update(bytes.array(), 12, dex.length - 12);
    return bytes.putInt(8, (int) sum.getValue()).array();
  }

  /** With a field of 4 bytes set, and the sums of that. */
  static byte[] with(int at, long value) {
    return summed(Draft.set32(dex(), at, ByteOrder.LITTLE_ENDIAN, value));
  }

  /** With bytes set, and the sums of that. */
  static byte[] with(int at, byte[] values) {
    byte[] dex = dex();
    System.arraycopy(values, 0, dex, at, values.length);
    return summed(dex);
  }

  /** Cut off, and the header says so. */
  static byte[] cut(int size) {
    return summed(Draft.set32(Archives.cut(dex(), size), 32, ByteOrder.LITTLE_ENDIAN, size));
  }
}
