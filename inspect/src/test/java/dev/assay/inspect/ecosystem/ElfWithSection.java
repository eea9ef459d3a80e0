package dev.assay.inspect.ecosystem;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A 64-bit little-endian ELF program of one named section, loaded at {@value #ADDRESS}. */
final class ElfWithSection {
  static final long ADDRESS = 0x400000;
  static final int OFFSET = 64 + 56;

  private ElfWithSection() {}

  static byte[] of(String name, byte[] content) {
    byte[] names = ("\0" + name + "\0.shstrtab\0").getBytes(StandardCharsets.US_ASCII);
    int namesAt = OFFSET + content.length;
    int sectionsAt = namesAt + names.length;
    ByteBuffer out = ByteBuffer.allocate(sectionsAt + 3 * 64).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    out.putShort((short) 2).putShort((short) 62).putInt(1).putLong(ADDRESS);
    out.putLong(64).putLong(sectionsAt).putInt(0);
    out.putShort((short) 64).putShort((short) 56).putShort((short) 1);
    out.putShort((short) 64).putShort((short) 3).putShort((short) 2);
    out.putInt(1).putInt(4).putLong(OFFSET).putLong(ADDRESS).putLong(ADDRESS);
    out.putLong(content.length).putLong(content.length).putLong(8);
    out.put(content).put(names);
    section(out, 0, 0, 0, 0);
    section(out, 1, 1, OFFSET, content.length);
    section(out, name.length() + 2, 3, namesAt, names.length);
    return out.array();
  }

  private static void section(ByteBuffer out, int name, int type, long offset, long size) {
    out.putInt(name).putInt(type).putLong(0).putLong(0).putLong(offset).putLong(size);
    out.putInt(0).putInt(0).putLong(1).putLong(0);
  }
}
