package dev.assay.inspect.hostile;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Small sound images, to be damaged. */
final class Images {
  private static final String PAYLOAD = "payload of an image. ".repeat(20);

  private Images() {}

  private static long crc(byte[] bytes, int from, int to) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, to - from);
    return crc.getValue();
  }

  static byte[] trx() {
    Draft trx = Draft.little().text("HDR0").u32(28 + PAYLOAD.length(), 0).u16(0, 1);
    byte[] open = trx.u32(28, 0, 0).text(PAYLOAD).done();
    return Draft.set32(open, 8, LITTLE_ENDIAN, ~crc(open, 12, open.length));
  }

  static byte[] chk(long kernel, long root) {
    Draft chk = Draft.big().text("*#$^").u32(46, 0, 0, 0, 0, kernel, root, 0, 0).text("U12H07");
    return chk.text(PAYLOAD).done();
  }

  static byte[] seama(long size) {
    return Draft.big().u32(0x5EA3A417L).u16(0, 0).u32(size).fill(0, 16).text(PAYLOAD).done();
  }

  static byte[] tpLink(long kernelAt, long kernelSize, long rootAt, long rootSize) {
    Draft image = Draft.big().u32(0x0100_0000).text("TP-LINK Technologies", 24).fillTo(0, 128);
    image.u32(kernelAt, kernelSize, rootAt, rootSize).fillTo(0, 512);
    return image.text(PAYLOAD).done();
  }

  static byte[] safeLoader(String table) {
    Draft image = Draft.big().u32(0x2000).fillTo(0xFF, 0x1014).text(table).u8(0);
    return image.fillTo(0xFF, 0x1814).text(PAYLOAD).done();
  }

  static byte[] ubiquiti(long size) {
    Draft image = Draft.big().text("UBNT").text("XM.v5", 256);
    image.u32(crc(image.done(), 0, 260), 0).text("PART").text("kernel", 16).fill(0, 28);
    return image.u32(size, size).text(PAYLOAD).fill(0, 8).text("END.").fill(0, 8).done();
  }

  /** One item, and all checksums right but that of the item's data. */
  static byte[] hwnp(long start, long size) {
    Draft image = Draft.little().text("HWNP").u32(0, 0, 412, 0, 1).u16(0, 16).u32(360, 0);
    image.text("494|4B4|", 16).u32(0, 0, start, size).text("file:/var/x", 336);
    byte[] open = image.fillTo(0, 412).text(PAYLOAD).done();
    byte[] header = Draft.set32(open, 16, LITTLE_ENDIAN, crc(open, 20, 412));
    return Draft.set32(header, 8, LITTLE_ENDIAN, crc(header, 12, header.length));
  }

  static byte[] edimax() {
    Draft image = Draft.little().text("CSYS").u32(1, 2).text("RN52").u32(PAYLOAD.length());
    return image.text(PAYLOAD).done();
  }

  static byte[] linksys() {
    return Draft.little().text(PAYLOAD).text(".LINKSYS.01000409", 32).text("12345678", 224).done();
  }

  static byte[] boot(long kernel, long ramdisk) {
    Draft boot = Draft.little().text("ANDROID!").u32(kernel, 0, ramdisk, 0, 0, 0, 0, 2048, 0, 0);
    boot.fillTo(0, 576).fill(7, 32).fillTo(0, 2048).text(PAYLOAD).fillTo(0, 4096);
    return boot.text(PAYLOAD).done();
  }

  static byte[] vendorBoot(long ramdisks, long entries, long entrySize) {
    Draft boot = Draft.little().text("VNDRBOOT").u32(4, 2048, 0, 0, ramdisks).fillTo(0, 2096);
    boot.u32(2128, 0).u64(0).u32(216, entries, entrySize, 0).fillTo(0, 4096);
    return boot.text(PAYLOAD).fillTo(0, 8192).done();
  }

  static byte[] dtbo(long secondAt) {
    Draft dtbo = Draft.big().u32(0xD7B7AB1EL, 96 + 200, 32, 32, 2, 32, 2048, 0);
    dtbo.u32(100, 96).fill(0, 24).u32(100, secondAt).fill(0, 24);
    return dtbo.text(PAYLOAD).done();
  }

  static byte[] avbFooter(long metaSize) {
    Draft partition = Draft.big().text(PAYLOAD).fillTo(0, 4096).text("AVB0").u32(1, 0);
    partition.u64(0, 0).fillTo(0, 4096 + 256).fillTo(0, 8192 - 64);
    return partition.text("AVBf").u32(1, 0).u64(400, 4096, metaSize).fill(0, 28).done();
  }

  static byte[] vbMeta(long descriptorLength) {
    Draft meta = Draft.big().text("AVB0").u32(1, 0).u64(0, 64).u32(0).fillTo(0, 96).u64(0, 64);
    return meta.fillTo(0, 256).u64(2, descriptorLength).fillTo(0, 320).done();
  }

  static byte[] sparse(int chunkType, long chunkBlocks) {
    Draft image = Draft.little().u32(0xED26FF3AL).u16(1, 0, 28, 12).u32(4096, chunkBlocks, 1, 0);
    return image.u16(chunkType, 0).u32(chunkBlocks, 16, 0x55555555L).done();
  }

  static byte[] payload(byte[] manifest) {
    return Draft.big()
        .text("CrAU")
        .u64(2, manifest.length)
        .u32(4)
        .bytes(manifest)
        .text("SIGN")
        .done();
  }

  /** A manifest of one partition with one operation of that kind, on the payload's first bytes. */
  static byte[] ota(int type, int start, int blocks, int length) {
    byte[] extent = Draft.big().u8(0x08, start, 0x10, blocks).done();
    Draft operation = Draft.big().u8(0x08, type, 0x18, length, 0x32, extent.length).bytes(extent);
    Draft partition = Draft.big().u8(0x0A, 4).text("boot").u8(0x42, operation.size());
    partition.bytes(operation.done());
    Draft manifest = Draft.big().u8(0x28, 4, 0x6A, partition.size()).bytes(partition.done());
    return Draft.big().bytes(payload(manifest.done())).text(PAYLOAD).done();
  }

  static byte[] uf2(long length, long blocks) {
    Draft block = Draft.little().text("UF2\n").u32(0x9E5D5157L, 0, 0x1000, length, 0, blocks, 0);
    return block.fillTo(0x33, 508).u32(0x0AB16F30L).done();
  }

  static byte[] dfuSe(long elements, long size) {
    Draft file = Draft.little().text("DfuSe").u8(1).u32(0).u8(1).text("Target").u8(0).u32(0);
    file.fill(0, 255).u32(0, elements).u32(0x08000000, size).text(PAYLOAD);
    return file.u16(0, 0, 0, 0x011A).text("UFD").u8(16).u32(0).done();
  }

  static byte[] dfu() {
    return Draft.little().text(PAYLOAD).u16(0, 1, 2, 0x0100).text("UFD").u8(16).u32(0).done();
  }

  static byte[] esp() {
    Draft image = Draft.little().u8(0xE9, 1, 2, 0x20).u32(0x40080000L).fillTo(0, 23).u8(1);
    image.u32(0x40080000L, PAYLOAD.length()).text(PAYLOAD);
    return image.fillTo(0, image.size() | 15).u8(0).fill(0, 32).done();
  }

  static byte[] mcuboot(int valueLength, int flags) {
    Draft image = Draft.little().u32(0x96F3B83DL, 0).u16(32, 0).u32(PAYLOAD.length(), flags);
    image.u64(0).u32(0).text(PAYLOAD).u16(0x6907, 40, 0x10, valueLength).fill(0, 32);
    return image.done();
  }

  /** A firmware volume with one file that has this body. */
  static byte[] volume(byte[] body) {
    Draft file = Draft.little().fill(0x11, 16).u8(0, 0xAA, 7, 0);
    int size = 24 + body.length;
    file.u8(size, size >> 8, size >> 16, 0xF8);
    byte[] header = file.done();
    int sum = 0;
    for (int i = 0; i < 23; i++) {
      sum += i == 17 ? 0 : header[i];
    }
    header[16] = (byte) -sum;
    Draft volume = Draft.little().fill(0, 16).u32(0x8C8CE578L).u16(0x8A3D, 0x4F1C);
    volume.u8(0x99, 0x35, 0x89, 0x61, 0x85, 0xC3, 0x2D, 0xD3).u64(72 + size).text("_FVH");
    volume.u32(0x800).u16(72, 0, 0).u8(0, 2).u32(1, 72 + size, 0, 0);
    byte[] start = volume.done();
    int words = 0;
    for (int i = 0; i < 72; i += 2) {
      words += start[i] & 0xFF | (start[i + 1] & 0xFF) << 8;
    }
    start[50] = (byte) -words;
    start[51] = (byte) (-words >> 8);
    return Draft.little().bytes(start).bytes(header).bytes(body).done();
  }

  static byte[] section(int type, byte[] body) {
    int size = 4 + body.length;
    return Draft.little().u8(size, size >> 8, size >> 16, type).bytes(body).done();
  }

  /** Sections without compression in each other. */
  static byte[] sections(int depth) {
    byte[] body = section(0x19, PAYLOAD.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < depth; i++) {
      body = section(1, Draft.little().u32(body.length).u8(0).bytes(body).done());
    }
    return body;
  }

  /** A ROM file system of one file, at 64, whose header leads to {@code next}. */
  static byte[] romfs(int next) {
    byte[] root = checked(Draft.big().u32(64 | 1, 32, 0, 0).text(".", 16).done(), 12, 32);
    Draft file = Draft.big().u32(next | 2, 0, 4, 0).text("file", 16).text("data").fill(0, 12);
    byte[] sound = checked(file.done(), 12, 32);
    Draft image = Draft.big().text("-rom1fs-").u32(112, 0).text("forged", 16);
    return checked(image.bytes(root).bytes(sound).done(), 12, 112);
  }

  /** A ROM file system of one file of {@code size} bytes and so many more names for it. */
  static byte[] romfsOfLinks(int links, int size) {
    int file = 64 + 32 * links;
    Draft image = Draft.big().text("-rom1fs-").u32(file + 32 + size, 0).text("forged", 16);
    image.bytes(checked(Draft.big().u32(64 | 1, 32, 0, 0).text(".", 16).done(), 12, 32));
    for (int i = 0; i < links; i++) {
      Draft link = Draft.big().u32(image.size() + 32, file, 0, 0).text("link" + i, 16);
      image.bytes(checked(link.done(), 12, 32));
    }
    Draft header = Draft.big().u32(2, 0, size, 0).text("file", 16);
    image.bytes(checked(header.done(), 12, 32));
    byte[] open = image.text("x".repeat(size)).done();
    return checked(open, 12, Math.min(open.length, 512));
  }

  /**
   * A VHDX whose block table has two entries.
   *
   * @param place of its first block, in MiB; 0 where it has none
   */
  static byte[] vhdx(long blockSize, long diskSize, long place) {
    Draft image = Draft.little().text("vhdxfile").fillTo(0, 192 << 10).text("regi").u32(0, 2, 0);
    image.u32(0x2DC27766L).u16(0xF623, 0x4200).u8(0x9D, 0x64, 0x11, 0x5E, 0x9B, 0xFD, 0x4A, 8);
    image.u32(320 << 10, 0, 16, 1);
    image.u32(0x8B7CA206L).u16(0x4790, 0x4B9A).u8(0xB8, 0xFE, 0x57, 0x5F, 5, 0x0F, 0x88, 0x6E);
    image.u32(324 << 10, 0, 65_536, 1).fillTo(0, 320 << 10);
    image.u64(place == 0 ? 0 : place << 20 | 6).fillTo(0, 324 << 10);
    image.text("metadata").u16(0, 3).fillTo(0, (324 << 10) + 32);
    image.u32(0xCAA16737L).u16(0xFA36, 0x4D43).u8(0xB3, 0xB6, 0x33, 0xF0, 0xAA, 0x44, 0xE7, 0x6B);
    image.u32(1024, 8, 0, 0);
    image.u32(0x2FA54224L).u16(0xCD1B, 0x4876).u8(0xB2, 0x11, 0x5D, 0xBE, 0xD8, 0x3B, 0xF4, 0xB8);
    image.u32(1032, 8, 0, 0);
    image.u32(0x8141BF1DL).u16(0xA96F, 0x4709).u8(0xBA, 0x47, 0xF2, 0x33, 0xA8, 0xFA, 0xAB, 0x5F);
    image.u32(1040, 4, 0, 0).fillTo(0, (324 << 10) + 1024);
    return image.u32(blockSize, 0).u64(diskSize).u32(512).fillTo(0, 400 << 10).done();
  }

  /** Offsets in {@link #f2fs}. */
  static final int F2FS_CHECKPOINT = 2 * 4096;

  static final int F2FS_FILE_IN_TABLE = 6 * 4096 + 4 * 9 + 5;
  static final int F2FS_NAME = 7 * 4096 + 364 + 30;
  static final int F2FS_FILE = 8 * 4096;

  /** Blocks: 2 to 4 checkpoint, 6 node table, 7 root with a name in it, 8 and 9 its file. */
  static byte[] f2fs() {
    Draft image = Draft.little().fillTo(0, 1024).u32(0xF2F52010L, 0, 9, 3, 12, 9).fillTo(0, 1060);
    image.u32(12, 0).fillTo(0, 1100).u32(2, 0, 6, 0, 7, 3).fillTo(0, F2FS_CHECKPOINT);
    image.bytes(f2fsCheckpoint()).fill(0, 4096).bytes(f2fsCheckpoint());
    image.fillTo(0, 6 * 4096 + 3 * 9).u8(0).u32(3, 7).u8(0).u32(4, 8).fillTo(0, 7 * 4096);
    image.u16(040755).u8(0, 4).u32(0, 0, 2, 4096, 0).fillTo(0, 7 * 4096 + 364).u8(1);
    image.fillTo(0, F2FS_NAME).u32(0, 4).u16(4).u8(1).fillTo(0, 7 * 4096 + 364 + 2032);
    image.text("file").fillTo(0, 8 * 4096 - 24).u32(3, 3).fillTo(0, F2FS_FILE);
    image.u16(0100644).u8(0, 0).u32(0, 0, 1, 4, 0).fillTo(0, F2FS_FILE + 360).u32(9);
    image.fillTo(0, 9 * 4096 - 24).u32(4, 4).fillTo(0, 9 * 4096).text("text");
    return image.fillTo(0, 12 * 4096).done();
  }

  private static byte[] f2fsCheckpoint() {
    Draft block = Draft.little().u32(1, 0).fillTo(0, 132).u32(1, 3, 1).fillTo(0, 156);
    byte[] open = block.u32(64, 64, 4092).fillTo(0, 4096).done();
    return Draft.set32(open, 4092, LITTLE_ENDIAN, f2fsSum(open));
  }

  private static long f2fsSum(byte[] block) {
    int crc = 0xF2F52010;
    for (int i = 0; i < 4092; i++) {
      crc ^= block[i] & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc >>> 1 ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
      }
    }
    return crc;
  }

  private static byte[] checked(byte[] bytes, int at, int length) {
    int sum = 0;
    for (int i = 0; i + 3 < length; i += 4) {
      sum += ByteBuffer.wrap(bytes).getInt(i);
    }
    return Draft.set32(bytes, at, BIG_ENDIAN, -sum);
  }

  /** A disk whose extended partition's chain leads to {@code next}, in sectors from its start. */
  static byte[] mbr(int next) {
    Draft disk = Draft.little().fill(0, 446).fill(0, 4).u8(0x0F, 0, 0, 0).u32(8, 64).fill(0, 48);
    disk.u8(0x55, 0xAA).fillTo(0, 8 * 512 + 446);
    disk.fill(0, 4).u8(0x83, 0, 0, 0).u32(1, 4).fill(0, 4).u8(0x0F, 0, 0, 0).u32(next, 8);
    return disk.fill(0, 32).u8(0x55, 0xAA).fillTo(1, 72 * 512).done();
  }

  static byte[] multi(long size) {
    Draft body = Draft.big().u32(size, 0).text(PAYLOAD);
    byte[] image = Archives.uimage(body.done());
    image[30] = 4;
    byte[] header = Draft.set32(image, 4, BIG_ENDIAN, 0);
    return Draft.set32(header, 4, BIG_ENDIAN, crc(header, 0, 64));
  }
}
