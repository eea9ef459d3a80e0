package dev.assay.inspect.hostile;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.util.zip.CRC32;

/** Small file systems and tables of flash and disks, forged, to be damaged. */
final class Flash {
  private static final String PAYLOAD = "payload of a flash. ".repeat(20);

  private Flash() {}

  private static long crc(byte[] bytes, int from, int to) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, to - from);
    return crc.getValue();
  }

  /** Begun at 0 and not inverted. */
  private static long plainCrc(byte[] bytes) {
    int crc = 0;
    for (byte each : bytes) {
      crc ^= each & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc >>> 1 ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
      }
    }
    return crc & 0xFFFF_FFFFL;
  }

  /** A name in {@code parent} for a file of {@code size} bytes, of which 4 are written. */
  static byte[] jffs2(long size, int parent) {
    Draft name = Draft.little().bytes(jffs2Node(0xE001, 44)).u32(parent, 1, 2, 0).u8(4, 8, 0, 0);
    name.u32(plainCrc(name.done()), plainCrc(bytes("file"))).text("file");
    Draft data = Draft.little().bytes(jffs2Node(0xE002, 72)).u32(2, 1, 0100644).u16(0, 0);
    data.u32(size, 0, 0, 0, 0, 4, 4).u8(0, 0).u16(0).u32(plainCrc(bytes("text")));
    data.u32(plainCrc(cut(data.done(), 60))).text("text");
    return Draft.little().bytes(name.done()).bytes(data.done()).done();
  }

  private static byte[] jffs2Node(int type, int length) {
    byte[] start = Draft.little().u16(0x1985, type).u32(length).done();
    return Draft.little().bytes(start).u32(plainCrc(start)).done();
  }

  private static byte[] bytes(String text) {
    return Draft.little().text(text).done();
  }

  private static byte[] cut(byte[] bytes, int length) {
    return Archives.cut(bytes, length);
  }

  /** Two erase blocks of 4 KiB, both of which say to be the first of volume 0. */
  static byte[] ubi(long headerAt, long dataAt) {
    Draft block = Draft.big().text("UBI#").u32(1 << 24).u64(1).u32(headerAt, dataAt, 7);
    block.fillTo(0, 60).u32(plainFrom(block.done()));
    Draft volume = Draft.big().text("UBI!").u8(1, 1, 0, 0).u32(0, 0).fillTo(0, 60);
    block.bytes(volume.u32(plainFrom(volume.done())).done()).fillTo(0xFF, 4096);
    return Draft.big().bytes(block.done()).bytes(block.done()).done();
  }

  /** Begun at −1 and not inverted. */
  private static long plainFrom(byte[] bytes) {
    return ~crc(bytes, 0, bytes.length);
  }

  /**
   * A root directory at {@code rootAt} with one file, whose only block ends at {@code blockEnd}.
   */
  static byte[] cramfs(int rootAt, int blockEnd) {
    Draft image =
        Draft.little().u32(0x28CD3D45L, 4096, 3, 0).text("Compressed ROMFS").u32(0, 0, 0, 1);
    image.text("forged", 16).u32(040755, 12 + 4, rootAt / 4 << 6).u32(0100644, 4);
    image.u32(96 / 4 << 6 | 1).text("file").fillTo(0, 96).u32(blockEnd).text("text");
    byte[] open = image.fillTo(0, 4096).done();
    return Draft.set32(open, 32, LITTLE_ENDIAN, crc(open, 0, open.length));
  }

  /** A file of extents of 1 KiB, each the start of the same blocks of 512 bytes. */
  static byte[] erofs(int blocks, int extents) {
    Draft image = Draft.little().fillTo(0, 1024).u32(0xE0F5E1E2L).fillTo(0, 1036).u8(9);
    image.fillTo(0, 1060).u32(1100, 4).fillTo(0, 2048).u16(4, 0, 040755, 1).u32(40);
    image.fillTo(0, 2080).u64(0).u16(36, 2).u64(0).u16(37, 2).u64(3).u16(39, 1).text("...a");
    image.fillTo(0, 2144).u16(2, 0, 0100644, 1).u32(extents * 1024L).fillTo(0, 2180).u16(2);
    image.fillTo(0, 2192);
    for (int i = 0; i < extents; i++) {
      image.u16(0, 0).u32(4).u16(2, 0, 1 << 11 | blocks, 1);
    }
    return image.fillTo(0, 1100 * 512).done();
  }

  /** A disk of one partition, without a copy of its table. */
  static byte[] gpt(long first, long last) {
    Draft disk = Draft.little().fill(0, 446).fill(0, 4).u8(0xEE, 0, 0, 0).u32(1, 99).fill(0, 48);
    disk.u8(0x55, 0xAA).text("EFI PART").u32(0x10000, 92, 0, 0).u64(1, 99, 34, 66).fill(9, 16);
    disk.u64(2).u32(4, 128).fillTo(0, 1024).fill(7, 32).u64(first, last, 0).fillTo(0, 100 * 512);
    byte[] open = disk.done();
    byte[] entries = Draft.set32(open, 512 + 88, LITTLE_ENDIAN, crc(open, 1024, 1536));
    return Draft.set32(entries, 512 + 16, LITTLE_ENDIAN, crc(entries, 512, 512 + 92));
  }

  /** A file of 12-bit clusters that begins at {@code first}, whose next is {@code next}. */
  static byte[] fat(int first, int next, long size) {
    Draft disk = Draft.little().u8(0xEB, 0x3C, 0x90).text("FORGED", 8).u16(512).u8(1).u16(1);
    disk.u8(1).u16(16, 100).u8(0xF8).u16(1, 1, 1).u32(0, 0).fillTo(0, 510).u8(0x55, 0xAA);
    disk.u8(0xF8, 0xFF, 0xFF, next, next >> 8 | 0xF0, 0xFF).fillTo(0, 1024);
    disk.text(first == 0 ? "DIR        " : "FILE    TXT").u8(first == 0 ? 0x10 : 0x20);
    return disk.fill(0, 14)
        .u16(first == 0 ? 2 : first)
        .u32(size)
        .fillTo(0, 1536)
        .text("SELF       ")
        .u8(0x10)
        .fill(0, 14)
        .u16(2)
        .u32(0)
        .fillTo(0, 100 * 512)
        .done();
  }

  static byte[] vmdk(long sectors) {
    return vmdk(3, sectors, 1, Draft.little().fillTo(0, 7 * 512));
  }

  /** A disk whose directory is at a sector; {@code rest} is what follows its first sector. */
  static byte[] vmdk(long flags, long sectors, long directory, Draft rest) {
    Draft disk = Draft.little().text("KDMV").u32(1, flags).u64(sectors, 128, 3, 1).u32(512);
    return disk.u64(0, directory).fillTo(0, 512).bytes(rest.done()).fillTo(0, 4096).done();
  }

  /** A compressed kernel for ARM from {@code start} to {@code end}, without a kernel. */
  static byte[] zImage(long start, long end) {
    Draft image = Draft.little().fillTo(0, 0x24).u32(0x016F_2818L, start, end);
    return image.fillTo(0x90, 8192).done();
  }

  /** An image tree with one image of 4 bytes at {@code at} and a checksum of it. */
  static byte[] imageTree(int at, int size) {
    Draft nodes = Draft.big().u32(1, 0, 1).text("images", 8).u32(1).text("k", 4);
    nodes.u32(3, 4, 0, at, 3, 4, 14, size, 1).text("hash", 8);
    nodes.u32(3, 6, 24).text("crc32", 8).u32(3, 4, 29, 1, 2, 2, 2, 2, 9);
    byte[] names = bytes("data-position\0data-size\0algo\0value\0");
    int strings = 56 + nodes.size();
    int all = strings + names.length;
    Draft tree = Draft.big().u32(0xD00DFEEDL, all, 56, strings, 40, 17, 16, 0);
    tree.u32(names.length, nodes.size()).u64(0, 0).bytes(nodes.done()).bytes(names);
    return tree.fillTo(0, 512).text(PAYLOAD).done();
  }

  static byte[] bzImage(long payloadAt, long length) {
    Draft image = Draft.little().fill(0, 0x1F1).u8(4).fillTo(0, 0x1FE).u16(0xAA55, 0);
    image.fillTo(0, 0x202).text("HdrS").u16(0x20D).fillTo(0, 0x248).u32(payloadAt, length);
    return image.fillTo(0x90, 8192).done();
  }

  static byte[] dLink(long kernelAt, long size) {
    Draft image = Draft.little().u32(kernelAt, size).fillTo(0, 32).u32(1).fillTo(0, 48);
    return image
        .u8(0x55, 0xAA)
        .text("FrodoII")
        .u8(0, 0x55, 0xAA)
        .fillTo(0, 128)
        .text(PAYLOAD)
        .done();
  }

  /** A root file system of 400 bytes and no kernel, with sums that are all 0. */
  static byte[] ras() {
    Draft image = Draft.big().u32(0, PAYLOAD.length()).text("V1.00").u8(0).fillTo(0xFF, 40).u32(0);
    image.text("P-660").u8(0).fillTo(0xFF, 108).u32(0, 0, 0xFFFF_FFFFL);
    return image.fillTo(0xFF, 0x10000).text(PAYLOAD).done();
  }

  /** A header of version 1 with a key of zeros. */
  static byte[] stm32(long length, int flags) {
    Draft image = Draft.little().text("STM2").fillTo(0, 72).u8(0, 0, 1, 0).u32(length);
    return image.fillTo(0, 100).u32(flags, 1).fillTo(0, 256).text(PAYLOAD).done();
  }

  /** One chunk that announces its size. */
  static byte[] zte(int kind, long chunk) {
    Draft saved = Draft.big().u32(0x01020304L, kind).fillTo(0, 60).u32(400, chunk, 0);
    return saved.text(PAYLOAD).done();
  }

  static byte[] capsule(long header, long all) {
    Draft capsule = Draft.little().u32(0x3B6686BDL).u16(0x0D76, 0x4030);
    capsule.u8(0xB7, 0x0E, 0xB5, 0x51, 0x9E, 0x2F, 0xC5, 0xA0).u32(header, 0, all);
    return capsule.fillTo(0, 64).text(PAYLOAD).done();
  }

  /** A capsule of firmware management with one image, or what stands for it. */
  static byte[] fmpCapsule(int images, long version) {
    Draft capsule = Draft.little().u32(0x6DCBD5EDL).u16(0xE82D, 0x4C44);
    capsule.u8(0xBD, 0xA1, 0x71, 0x94, 0x19, 0x9A, 0xD9, 0x2A).u32(28, 0, 28 + 16 + 32 + 7);
    capsule.u32(1).u16(0, images).u32(16, 0).u32(version).fillTo(0, 28 + 16 + 24);
    return capsule.u32(PAYLOAD.length(), 0).text(PAYLOAD).done();
  }

  /** A descriptor with two regions, in units of 4 KiB. */
  static byte[] intel(int firstAt, int firstLast, int secondAt, int secondLast) {
    Draft flash = Draft.little().fill(0xFF, 16).u32(0x0FF0A55AL, 4 << 16).fillTo(0, 64).u32(0);
    flash.u32(firstAt | firstLast << 16, secondAt | secondLast << 16);
    return flash.fillTo(0, 8 * 4096).done();
  }

  /** A list of two certificates, each with its owner of {@code size} bytes in all. */
  static byte[] signatures(int size) {
    Draft list = Draft.little().u32(0xA5C059A1L).u16(0x94E4, 0x4AA7);
    list.u8(0x87, 0xB5, 0xAB, 0x15, 0x5C, 0x2B, 0xF0, 0x72).u32(28 + 2L * size, 0, size);
    return list.fill(7, 2 * size).done();
  }
}
