package dev.assay.inspect.ecosystem;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A 64-bit little-endian ELF program whose one loaded segment holds notes of packages. */
final class ElfWithNotes {
  private static final int TYPE = 0xCAFE1A7E;
  private static final int SEGMENT_TYPE = 64;
  private static final byte NOTE = 4;

  private ElfWithNotes() {}

  /** Notes of owner FDO with that JSON, each padded as linkers do. */
  static byte[] of(String... json) {
    ByteBuffer notes = ByteBuffer.allocate(1 << 17).order(ByteOrder.LITTLE_ENDIAN);
    for (String each : json) {
      byte[] body = (each + "\0").getBytes(StandardCharsets.UTF_8);
      notes.putInt(4).putInt(body.length).putInt(TYPE).put(new byte[] {'F', 'D', 'O', 0}).put(body);
      notes.position(notes.position() + 3 & ~3);
    }
    byte[] segment = new byte[notes.position()];
    notes.get(0, segment);
    return ofSegment(segment);
  }

  static byte[] ofSegment(byte[] notes) {
    byte[] elf = ElfWithSection.of(".note.package", notes);
    elf[SEGMENT_TYPE] = NOTE;
    return elf;
  }
}
