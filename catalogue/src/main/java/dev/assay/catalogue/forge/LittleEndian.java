package dev.assay.catalogue.forge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers and byte strings as signatures of packages have them. */
final class LittleEndian {
  private LittleEndian() {}

  static byte[] number(int value) {
    return of(4).putInt(value).array();
  }

  /** Behind its length of four bytes. */
  static byte[] prefixed(byte[] bytes) {
    return of(4 + bytes.length).putInt(bytes.length).put(bytes).array();
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static ByteBuffer of(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
