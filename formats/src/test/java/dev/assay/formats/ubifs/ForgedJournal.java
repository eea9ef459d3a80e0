package dev.assay.formats.ubifs;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Writes to an image of mkfs.ubifs what a kernel would have, behind its last commit. */
final class ForgedJournal {
  private final byte[] image;
  private final ByteBuffer fields;
  private final int blockSize;
  private final ByteArrayOutputStream nodes = new ByteArrayOutputStream();
  private long sequence = 1_000_000;

  ForgedJournal(byte[] image) {
    this.image = image;
    this.fields = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
    this.blockSize = fields.getInt(36);
  }

  /** The inode that the first name node of that name gives. */
  int inodeOf(String name) {
    byte[] text = (name + "\0").getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at + 56 + text.length < image.length; at += 8) {
      if (fields.getInt(at) == 0x06101831
          && image[at + 20] == 2
          && Arrays.equals(image, at + 56, at + 56 + text.length, text, 0, text.length)) {
        return fields.getInt(at + 40);
      }
    }
    throw new AssertionError("no name node for " + name);
  }

  void name(int directory, String name, int inode) {
    name(2, directory, name, inode);
  }

  /** An attribute of an inode, and the inode that holds its value; 0 deletes it. */
  void attribute(int owner, String name, int inode, byte[] value) {
    name(3, owner, name, inode);
    if (inode != 0) {
      ByteBuffer node = node(0, 160 + value.length);
      node.putInt(24, inode).putLong(48, value.length).putInt(92, 1).putInt(104, 0100644);
      node.putInt(108, 0x20).putInt(112, value.length).put(160, value);
      add(node);
    }
  }

  private void name(int type, int owner, String name, int inode) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer node = node(type, 56 + text.length + 1);
    node.putInt(24, owner).putInt(28, type << 29 | 12345);
    node.putLong(40, inode).putShort(50, (short) text.length).put(56, text);
    add(node);
  }

  void inode(int number, int mode, int links, long size) {
    ByteBuffer node = node(0, 160);
    node.putInt(24, number).putLong(48, size).putInt(92, links).putInt(104, mode);
    add(node);
  }

  void data(int number, int block, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer node = node(1, 48 + bytes.length);
    node.putInt(24, number).putInt(28, 1 << 29 | block).putInt(40, bytes.length).put(48, bytes);
    add(node);
  }

  void cut(int number, long from, long to) {
    ByteBuffer node = node(4, 56);
    node.putInt(24, number).putLong(40, from).putLong(48, to);
    add(node);
  }

  /** The image, with the nodes in one more erase block and the log referring to it. */
  byte[] toBytes() {
    byte[] all = Arrays.copyOf(image, image.length + blockSize);
    Arrays.fill(all, image.length, all.length, (byte) -1);
    System.arraycopy(nodes.toByteArray(), 0, all, image.length, nodes.size());
    ByteBuffer reference = node(8, 64);
    reference.putInt(24, image.length / blockSize).putInt(28, 0);
    reference.putLong(8, 999_999);
    putCrc(reference.array(), 0);
    int log = fields.getInt(blockSize + 44) * blockSize;
    System.arraycopy(reference.array(), 0, all, log + fields.getInt(32), 64);
    return all;
  }

  static void putCrc(byte[] bytes, int at) {
    ByteBuffer node = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    CRC32 crc = new CRC32();
    crc.update(bytes, at + 8, node.getInt(at + 16) - 8);
    node.putInt(at + 4, ~(int) crc.getValue());
  }

  private ByteBuffer node(int type, int length) {
    ByteBuffer node = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    node.putInt(0, 0x06101831).putLong(8, sequence++).putInt(16, length).put(20, (byte) type);
    return node;
  }

  private void add(ByteBuffer node) {
    putCrc(node.array(), 0);
    nodes.writeBytes(node.array());
    while (nodes.size() % 8 != 0) {
      nodes.write(0);
    }
  }
}
