package dev.assay.formats.jffs2;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Writes JFFS2 nodes one by one, for what mkfs.jffs2 cannot be made to write. */
final class ForgedJffs2 {
  static final int FILE = 0100644;
  private final ByteArrayOutputStream image = new ByteArrayOutputStream();
  private final ByteOrder order;

  ForgedJffs2(ByteOrder order) {
    this.order = order;
    node(0x2003, ByteBuffer.allocate(12));
  }

  ForgedJffs2 name(int directory, int version, int inode, String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer node = buffer(40 + text.length);
    node.putInt(12, directory).putInt(16, version).putInt(20, inode);
    node.put(28, (byte) text.length).put(29, (byte) 8);
    node.put(40, text);
    node.putInt(36, crc(text, 0, text.length));
    return node(0xE001, node, 32, 32);
  }

  /** Data of a file; {@code size} is the whole file's. */
  ForgedJffs2 data(
      int inode, int version, int size, int offset, int length, int compression, byte[] stored) {
    return inode(inode, version, FILE, size, offset, length, compression, stored);
  }

  ForgedJffs2 text(int inode, int version, int offset, int size, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return data(inode, version, size, offset, bytes.length, 0, bytes);
  }

  ForgedJffs2 inode(
      int inode,
      int version,
      int mode,
      int size,
      int offset,
      int length,
      int compression,
      byte[] stored) {
    ByteBuffer node = buffer(68 + stored.length);
    node.putInt(12, inode).putInt(16, version).putInt(20, mode).putInt(28, size);
    node.putShort(24, (short) 1000).putShort(26, (short) 100);
    node.putInt(44, offset).putInt(48, stored.length).putInt(52, length);
    node.put(56, (byte) compression);
    node.put(68, stored);
    node.putInt(60, crc(stored, 0, stored.length));
    return node(0xE002, node, 60, 64);
  }

  ForgedJffs2 attribute(int number, int prefix, String name, byte[] value) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer node = buffer(32 + text.length + 1 + value.length);
    node.putInt(12, number).putInt(16, 1).put(20, (byte) prefix).put(21, (byte) text.length);
    node.putShort(22, (short) value.length);
    node.put(32, text).put(33 + text.length, value);
    node.putInt(24, crc(node.array(), 32, text.length + 1 + value.length));
    return node(0xE008, node, 28, 28);
  }

  ForgedJffs2 use(int inode, int attribute, int sequence) {
    ByteBuffer node = buffer(28);
    node.putInt(12, inode).putInt(16, attribute).putInt(20, sequence);
    return node(0xE009, node, 24, 24);
  }

  /** Clears the bit that marks the last node of {@code length} bytes as valid. */
  ForgedJffs2 obsolete(int length) {
    byte[] all = image.toByteArray();
    int start = all.length - (length + 3 & -4);
    all[order.equals(ByteOrder.LITTLE_ENDIAN) ? start + 3 : start + 2] &= (byte) ~0x20;
    image.reset();
    image.writeBytes(all);
    return this;
  }

  ForgedJffs2 raw(byte... bytes) {
    image.writeBytes(bytes);
    return this;
  }

  /** The nodes, and erased flash up to 64 KiB. */
  byte[] toBytes() {
    byte[] nodes = image.toByteArray();
    byte[] all = Arrays.copyOf(nodes, Math.max(1 << 16, nodes.length));
    Arrays.fill(all, nodes.length, all.length, (byte) -1);
    return all;
  }

  private ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(order);
  }

  private ForgedJffs2 node(int type, ByteBuffer node, int covered, int crcAt) {
    header(type, node);
    node.putInt(crcAt, crc(node.array(), 0, covered));
    return write(node);
  }

  private void node(int type, ByteBuffer node) {
    header(type, node.order(order));
    write(node);
  }

  private static void header(int type, ByteBuffer node) {
    node.putShort(0, (short) 0x1985).putShort(2, (short) type).putInt(4, node.capacity());
    node.putInt(8, crc(node.array(), 0, 8));
  }

  private ForgedJffs2 write(ByteBuffer node) {
    image.writeBytes(node.array());
    while (image.size() % 4 != 0) {
      image.write(0xFF);
    }
    return this;
  }

  private static int crc(byte[] bytes, int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(new byte[] {-1, -1, -1, -1});
    crc.update(bytes, from, length);
    return ~(int) crc.getValue();
  }
}
