package dev.assay.formats.dwarf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of debugging information in little endian, put one behind the other. */
final class ForgedDwarf {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  ForgedDwarf u8(int... values) {
    for (int each : values) {
      out.write(each);
    }
    return this;
  }

  ForgedDwarf number(long value, int size) {
    for (int i = 0; i < size; i++) {
      out.write((int) (value >> 8 * i));
    }
    return this;
  }

  ForgedDwarf u16(int value) {
    return number(value, 2);
  }

  ForgedDwarf u32(long value) {
    return number(value, 4);
  }

  ForgedDwarf u64(long value) {
    return number(value, 8);
  }

  ForgedDwarf text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return u8(0);
  }

  ForgedDwarf add(ForgedDwarf other) {
    out.writeBytes(other.bytes());
    return this;
  }

  /** The same behind its length. */
  ForgedDwarf sized() {
    return new ForgedDwarf().u32(out.size()).add(this);
  }

  /** The same in the 64-bit format. */
  ForgedDwarf sizedLong() {
    return new ForgedDwarf().u32(0xFFFF_FFFFL).u64(out.size()).add(this);
  }

  int size() {
    return out.size();
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
