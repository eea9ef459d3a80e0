package dev.assay.catalogue.forge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.CRC32;

/** Writes ZIP archives without compression, with room for a block before the central directory. */
final class StoredZip {
  private StoredZip() {}

  /**
   * @param block makes what stands before the central directory out of the members, the directory,
   *     and its end as it would be without the block
   */
  static byte[] of(Map<String, byte[]> members, Function<List<byte[]>, byte[]> block) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    members.forEach(
        (name, content) -> {
          int at = out.size();
          byte[] path = name.getBytes(StandardCharsets.UTF_8);
          out.writeBytes(header(0x04034B50, 30, path, content).array());
          out.writeBytes(path);
          out.writeBytes(content);
          ByteBuffer entry = header(0x02014B50, 46, path, content);
          entry.putInt(42, at);
          directory.writeBytes(entry.array());
          directory.writeBytes(path);
        });
    byte[] list = directory.toByteArray();
    byte[] without = end(members.size(), list.length, out.size());
    out.writeBytes(block.apply(List.of(out.toByteArray(), list, without)));
    int start = out.size();
    out.writeBytes(list);
    out.writeBytes(end(members.size(), list.length, start));
    return out.toByteArray();
  }

  private static byte[] end(int members, int size, int start) {
    ByteBuffer end = little(22).putInt(0x06054B50).putInt(0);
    end.putShort((short) members).putShort((short) members);
    return end.putInt(size).putInt(start).putShort((short) 0).array();
  }

  /** The fields both headers have, in their order; the directory's begin with one more. */
  private static ByteBuffer header(int magic, int size, byte[] path, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    ByteBuffer header = little(size).putInt(magic);
    if (size == 46) {
      header.putShort((short) 20);
    }
    header.putShort((short) 20).putShort((short) 0x0800).putShort((short) 0);
    // 1 January 1980.
    header.putShort((short) 0).putShort((short) 0x21);
    header.putInt((int) crc.getValue()).putInt(content.length).putInt(content.length);
    return header.putShort((short) path.length);
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
