package dev.assay.formats.exfat;

import dev.assay.formats.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Puts files into an empty file system that mkfs.exfat made; nothing in Debian does unmounted. */
final class ForgedExfat {
  static final int CONTIGUOUS = 2;
  private static final int DIRECTORY = 0x10;

  final byte[] image;
  final ExfatGeometry geometry;
  private final ByteBuffer bytes;
  private int free = 20;

  ForgedExfat(byte[] image) {
    this.image = image;
    this.bytes = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
    this.geometry = ExfatGeometry.of(Bytes.of(image)).orElseThrow();
  }

  int root() {
    return (int) geometry.at(geometry.rootCluster());
  }

  /** Adds a directory of one cluster; gives its offset. */
  int directory(int in, String name) {
    int cluster = free++;
    link(cluster, -1);
    entries(in, name, DIRECTORY, 1, cluster, geometry.clusterSize(), geometry.clusterSize());
    return (int) geometry.at(cluster);
  }

  /** Adds a file in clusters one behind the other that are not in the FAT. */
  void contiguous(int in, String name, byte[] content, long written) {
    int first = free;
    for (int at = 0; at < content.length; at += geometry.clusterSize()) {
      put(free++, content, at);
    }
    entries(in, name, 0, 1 | CONTIGUOUS, first, written, content.length);
  }

  /** Adds a file whose clusters stand in reverse order. */
  void chained(int in, String name, byte[] content) {
    int count = (content.length + geometry.clusterSize() - 1) / geometry.clusterSize();
    int next = -1;
    for (int i = count - 1; i >= 0; i--) {
      put(free, content, i * geometry.clusterSize());
      link(free, next);
      next = free++;
    }
    entries(in, name, 0, 1, next, content.length, content.length);
  }

  private void put(int cluster, byte[] content, int from) {
    int length = Math.min(geometry.clusterSize(), content.length - from);
    System.arraycopy(content, from, image, (int) geometry.at(cluster), length);
  }

  void link(int cluster, int next) {
    bytes.putInt((int) geometry.fatAt() + 4 * cluster, next);
  }

  private void entries(
      int in, String name, int attributes, int flags, int cluster, long written, long size) {
    int at = in;
    while (image[at] != 0) {
      at += 32;
    }
    int names = (name.length() + 14) / 15;
    bytes.put(at, (byte) 0x85).put(at + 1, (byte) (1 + names)).put(at + 4, (byte) attributes);
    bytes.put(at + 32, (byte) 0xC0).put(at + 33, (byte) flags);
    bytes.put(at + 35, (byte) name.length()).putLong(at + 40, written);
    bytes.putInt(at + 52, cluster).putLong(at + 56, size);
    byte[] units = name.getBytes(StandardCharsets.UTF_16LE);
    for (int i = 0; i < names; i++) {
      image[at + 64 + 32 * i] = (byte) 0xC1;
      int part = Math.min(30, units.length - 30 * i);
      System.arraycopy(units, 30 * i, image, at + 66 + 32 * i, part);
    }
    int sum = 0;
    for (int i = 0; i < 64 + 32 * names; i++) {
      if (i != 2 && i != 3) {
        sum = ((sum & 1) << 15) + (sum >> 1) + (image[at + i] & 0xFF) & 0xFFFF;
      }
    }
    bytes.putShort(at + 2, (short) sum);
  }
}
