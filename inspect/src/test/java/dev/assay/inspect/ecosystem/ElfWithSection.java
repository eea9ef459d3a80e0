package dev.assay.inspect.ecosystem;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A 64-bit little-endian ELF program of named sections, the first loaded at {@value #ADDRESS}. */
final class ElfWithSection {
  static final long ADDRESS = 0x400000;
  static final int OFFSET = 64 + 56;

  private ElfWithSection() {}

  static byte[] of(String name, byte[] content) {
    return of(Map.of(name, content));
  }

  /** In the order of the map. */
  static byte[] of(Map<String, byte[]> sections) {
    String names = "\0" + String.join("\0", sections.keySet()) + "\0.shstrtab\0";
    ByteArrayOutputStream contents = new ByteArrayOutputStream();
    sections.values().forEach(contents::writeBytes);
    int namesAt = OFFSET + contents.size();
    int sectionsAt = namesAt + names.length();
    int count = sections.size() + 2;
    ByteBuffer out = ByteBuffer.allocate(sectionsAt + count * 64).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    out.putShort((short) 2).putShort((short) 62).putInt(1).putLong(ADDRESS);
    out.putLong(64).putLong(sectionsAt).putInt(0);
    out.putShort((short) 64).putShort((short) 56).putShort((short) 1);
    out.putShort((short) 64).putShort((short) count).putShort((short) (count - 1));
    out.putInt(1).putInt(4).putLong(OFFSET).putLong(ADDRESS).putLong(ADDRESS);
    out.putLong(contents.size()).putLong(contents.size()).putLong(8);
    out.put(contents.toByteArray()).put(names.getBytes(StandardCharsets.US_ASCII));
    section(out, 0, 0, 0, 0);
    int at = OFFSET;
    for (Map.Entry<String, byte[]> each : sections.entrySet()) {
      int name = names.indexOf("\0" + each.getKey() + "\0") + 1;
      section(out, name, 1, at, each.getValue().length);
      at += each.getValue().length;
    }
    section(out, names.indexOf(".shstrtab"), 3, namesAt, names.length());
    return out.array();
  }

  private static void section(ByteBuffer out, int name, int type, long offset, long size) {
    out.putInt(name).putInt(type).putLong(0).putLong(0).putLong(offset).putLong(size);
    out.putInt(0).putInt(0).putLong(1).putLong(0);
  }
}
