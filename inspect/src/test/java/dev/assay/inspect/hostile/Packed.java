package dev.assay.inspect.hostile;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import dev.assay.formats.Bytes;
import dev.assay.inspect.scan.Digests;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Small archives and disk images whose writers are programs, forged, to be damaged. */
final class Packed {
  private static final int CAB_DATA = 36 + 8 + 16 + 2;

  private Packed() {}

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  /**
   * A cabinet of one file of 1,000 bytes in one block.
   *
   * @param method 0 stored, 1 MSZIP, 2 Quantum, 3 LZX with bits of its window from 8
   * @param folder of the file; there is only 0
   */
  static byte[] cab(int method, int folder, byte[] block) {
    Draft cab = Draft.little().text("MSCF").u32(0, CAB_DATA + 8 + block.length, 0, 44, 0);
    cab.u8(3, 1).u16(1, 1, 0, 7, 0).u32(CAB_DATA).u16(1, method).u32(1000, 0);
    cab.u16(folder, 0, 0, 0x20).text("f").u8(0).u32(0).u16(block.length, 1000);
    return cab.bytes(block).done();
  }

  /** A member "f" by a method, with the end mark. */
  static byte[] lha(String method, long stored, long size) {
    Draft rest = Draft.little().text(method).u32(stored, size, 0).u8(0x20, 0, 1).text("f").u16(0);
    int sum = 0;
    for (byte each : rest.done()) {
      sum += each & 255;
    }
    return Draft.little().u8(rest.size(), sum).bytes(rest.done()).text("some content").u8(0).done();
  }

  /** An archive of one member "f" of ten bytes. */
  static byte[] arj(int flags, int method, long stored) {
    Draft arj = Draft.little().bytes(arjHeader(0, 0, 2, 0, "x.arj"));
    arj.bytes(arjHeader(flags, method, 0, stored, "f")).text("some words");
    return arj.u8(0x60, 0xEA).u16(0).done();
  }

  private static byte[] arjHeader(int flags, int method, int kind, long stored, String name) {
    Draft basic = Draft.little().u8(30, 11, 1, 2, flags, method, kind, 0).u32(0, stored, stored, 0);
    byte[] header = basic.fillTo(0, 30).text(name).u8(0, 0).done();
    Draft whole = Draft.little().u8(0x60, 0xEA).u16(header.length).bytes(header);
    return whole.u32(crc(header)).u16(0).done();
  }

  /** A xar with a table of contents, whose size is announced as {@code announced}. */
  static byte[] xar(String table, long announced) {
    byte[] packed = zlib(table.getBytes(StandardCharsets.US_ASCII));
    Draft xar = Draft.big().text("xar!").u16(28, 1).u64(packed.length, announced).u32(0);
    return xar.bytes(packed).fill(0, 100).done();
  }

  private static byte[] zlib(byte[] plain) {
    byte[] packed = new byte[plain.length + 100];
    Deflater deflater = new Deflater();
    deflater.setInput(plain);
    deflater.finish();
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  static String xarFile(String name, String data) {
    return "<?xml version=\"1.0\"?><xar><toc><file id=\"1\"><name>"
        + name
        + "</name><type>file</type><data>"
        + data
        + "</data></file></toc></xar>";
  }

  /** A 7z archive whose header stands at {@code at} behind the first 32 bytes. */
  static byte[] sevenZip(long at, long size) {
    byte[] start = Draft.little().u64(at, size).u32(0).done();
    Draft archive = Draft.little().u8('7', 'z', 0xBC, 0xAF, 0x27, 0x1C, 0, 4).u32(crc(start));
    return archive.bytes(start).fill(0, 200).done();
  }

  /** A 7z archive of twelve bytes with a header. */
  static byte[] sevenZip(int[]... header) {
    Draft all = Draft.little();
    for (int[] part : header) {
      all.u8(part);
    }
    byte[] told = all.done();
    byte[] start = Draft.little().u64(12, told.length).u32(crc(told)).done();
    Draft archive = Draft.little().u8('7', 'z', 0xBC, 0xAF, 0x27, 0x1C, 0, 4).u32(crc(start));
    return archive.bytes(start).text("twelve bytes").bytes(told).done();
  }

  /** A disk of QEMU. */
  static byte[] qcow2(long size, long encryption, long level1) {
    Draft disk = Draft.big().u8('Q', 'F', 'I', 0xFB).u32(2, 0, 0, 0, 16).u64(size);
    disk.u32(encryption, 1).u64(level1).fillTo(0, 3 << 16);
    return disk.done();
  }

  /** A fixed disk of 8 KiB with a footer that announces {@code size}. */
  static byte[] vhd(long size) {
    Draft disk = Draft.big().fill(1, 8192).text("conectix").u32(2, 0x10000).fillTo(255, 8192 + 24);
    disk.fill(0, 16).u64(size, size).u32(0, 2).fillTo(0, 8192 + 512);
    byte[] open = disk.done();
    int sum = 0;
    for (int i = 8192; i < open.length; i++) {
      sum += open[i] & 255;
    }
    return Draft.set32(open, 8192 + 64, ByteOrder.BIG_ENDIAN, ~sum);
  }

  /** The superblock of a SquashFS of some version, and zeros. */
  static byte[] squashFs(int version) {
    Draft image = Draft.little().text("hsqs").u32(2);
    if (version == 1) {
      image.u32(8192, 8180, 8184, 7000, 8000).u16(1, 0, 1 << 14, 14);
    } else {
      image.u32(0, 1 << 17, 0).u16(1, 17, 0, 1, 4, 0).u64(0, 8192, 8000, -1, 96, 7000, -1, -1);
    }
    return image.fillTo(0, 8192).done();
  }

  /** The only volume of a disc of ISO 9660, whose root directory stands at a block. */
  static byte[] iso(long root, long size) {
    Draft disc =
        Draft.little().fillTo(0, 16 * 2048).u8(1).text("CD001").u8(1, 0).text(" ".repeat(64));
    disc.fill(0, 8).u32(20, 0).fillTo(0, 16 * 2048 + 120).u16(1, 0x100, 1, 0x100, 2048, 8);
    disc.fillTo(0, 16 * 2048 + 156)
        .u8(34, 0)
        .u32(root, 0, size, 0)
        .fill(0, 7)
        .u8(2, 0, 0, 1, 0, 0, 1);
    disc.u8(1, 0).fillTo(0, 17 * 2048).u8(255).text("CD001").u8(1).fillTo(0, 20 * 2048);
    byte[] open = disc.done();
    // Each number stands there in both orders.
    for (int at : new int[] {16 * 2048 + 80, 16 * 2048 + 158, 16 * 2048 + 166}) {
      int number = ByteBuffer.wrap(open).order(LITTLE_ENDIAN).getInt(at);
      open = Draft.set32(open, at + 4, ByteOrder.BIG_ENDIAN, number);
    }
    return open;
  }

  /**
   * What a boot loader of Nordic is told, with a digest that matches nothing.
   *
   * @param digest bytes of it
   * @param debug 1: any version may be installed
   * @param signature bytes of it; 0: the packet is not signed
   */
  static byte[] initPacket(int digest, int debug, int signature) {
    byte[] hash = Draft.big().u8(8, 3, 18, digest).fill(7, digest).done();
    byte[] init = Draft.big().u8(8, 1, 66, hash.length).bytes(hash).u8(72, debug).done();
    byte[] command = Draft.big().u8(8, 1, 18, init.length).bytes(init).done();
    Draft packet = Draft.big().u8(10, command.length).bytes(command);
    if (signature == 0) {
      return packet.done();
    }
    byte[] signed = packet.u8(16, 0, 26, signature).fill(9, signature).done();
    return Draft.big().u8(18, signed.length).bytes(signed).done();
  }

  /** A package whose signature is empty and whose header announces its size. */
  static byte[] rpm(long entries, long store) {
    Draft rpm = Draft.big().u32(0xEDABEEDBL).u8(3, 0, 0, 0).text("forged", 88);
    rpm.u32(0x8EADE801L, 0, 0, 0).u32(0x8EADE801L, 0, entries, store);
    return rpm.fill(0, 200).done();
  }

  /** A frame of blocks of one kind: 1 repeats a byte so often. */
  static byte[] zstd(int kind, int blocks, int size) {
    Draft frame = Draft.little().u32(0xFD2FB528L).u8(0, 0x58);
    for (int i = 1; i <= blocks; i++) {
      int header = size << 3 | kind << 1 | (i == blocks ? 1 : 0);
      frame.u8(header, header >> 8, header >> 16, 0);
    }
    return frame.done();
  }

  /**
   * A RAR 5 of one file.
   *
   * @param flags of its block
   * @param stored bytes of data, as the header announces them: a number of 7 bits a byte
   * @param method 0 stored
   */
  static byte[] rar(int flags, int[] stored, int method, String name) {
    Draft file = Draft.little().u8(2, flags).u8(stored).u8(4, 10, 0).u32(crc(text("some words")));
    file.u8(method << 7 & 127 | (method > 0 ? 128 : 0)).u8(method > 0 ? new int[] {method} : NO);
    file.u8(1, name.length()).text(name);
    Draft rar = Draft.little().text("Rar!").u8(0x1A, 7, 1, 0).bytes(rarBlock(1, 0, 0));
    rar.bytes(rarBlock(file.done())).text("some words");
    return rar.bytes(rarBlock(5, 0, 0)).done();
  }

  private static final int[] NO = {};

  static byte[] rarBlock(int... header) {
    return rarBlock(Draft.little().u8(header).done());
  }

  private static byte[] rarBlock(byte[] header) {
    byte[] told = Draft.little().u8(header.length).bytes(header).done();
    return Draft.little().u32(crc(told)).bytes(told).done();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * An lzop of one block.
   *
   * @param method 1 to 3
   * @param flags 1: with an Adler-32 of its content, here 1, which is that of nothing
   */
  static byte[] lzop(int method, int flags, long decoded, long stored, byte[] block) {
    Draft fields = Draft.big().u16(0x1040, 0x20A0, 0x0940).u8(method, 5).u32(flags);
    fields.fill(0, (flags & 0x800) == 0 ? 0 : 4).u32(0, 0, 0).u8(0);
    Draft lzop = Draft.big().u8(0x89).text("LZO").u8(0, 0x0D, 0x0A, 0x1A, 0x0A);
    lzop.bytes(fields.done()).u32(adler(fields.done()));
    lzop.fill(0, (flags & 0x40) == 0 ? 0 : 4).u32(decoded, stored);
    return lzop.fill(1, 4 * Integer.bitCount(flags & 0x101)).bytes(block).u32(0).done();
  }

  /**
   * An object of R's database: serialised zeros.
   *
   * @param announced bytes that its head tells
   */
  static byte[] rObject(int size, long announced) {
    byte[] object = Draft.big().text("X\n").u32(3).fill(0, size - 6).done();
    return Draft.big().u32(announced).bytes(zlib(object)).done();
  }

  private static long adler(byte[] bytes) {
    Adler32 adler = new Adler32();
    adler.update(bytes);
    return adler.getValue();
  }

  /** A literal and a match of it that is {@code length} bytes long, as LZO1X writes them. */
  static byte[] lzoRun(int length) {
    int counted = length - 33;
    Draft run = Draft.little().u8(17 + 4, 'a', 'a', 'a', 'a', 0x20);
    run.fill(0, counted / 255).u8(counted % 255, 0, 0).u8(17, 0, 0);
    return run.done();
  }

  /** Super metadata of two partitions, each of one extent, in the first of two slots. */
  static byte[] superImage(long[] first, long[] second, String name, int extents) {
    byte[] slot = superSlot(first, second, name, extents);
    return Draft.little()
        .bytes(superGeometry())
        .bytes(slot)
        .bytes(slot)
        .fillTo('x', 64 << 10)
        .done();
  }

  /** Two slots of which each says something else. */
  static byte[] superOfTwoMinds() {
    long[] shared = {2, 0, 100};
    return Draft.little()
        .bytes(superGeometry())
        .bytes(superSlot(shared, new long[] {2, 0, 102}, "system_a", 2))
        .bytes(superSlot(shared, new long[] {2, 0, 104}, "system_a", 2))
        .fillTo('x', 64 << 10)
        .done();
  }

  private static byte[] superGeometry() {
    byte[] open = Draft.little().text("gDla").u32(52).fill(0, 32).u32(4096, 1, 4096).done();
    Draft sound = Draft.little().bytes(Archives.cut(open, 8)).bytes(sha256(open));
    byte[] geometry = sound.u32(4096, 1, 4096).fillTo(0, 4096).done();
    return Draft.little().fill(0, 4096).bytes(geometry).bytes(geometry).done();
  }

  private static byte[] superSlot(long[] first, long[] second, String name, int extents) {
    Draft tables = Draft.little().text(name, 36).u32(0, 0, 1, 0).text("vendor_a", 36);
    tables.u32(0, 1, extents - 1, 0);
    for (long[] extent : new long[][] {first, second}) {
      tables.u64(extent[0]).u32(extent[1]).u64(extent[2]).u32(0);
    }
    Draft rest = Draft.little().u32(tables.size()).bytes(sha256(tables.done()));
    rest.u32(0, 2, 52, 104, 2, 24).fill(0, 24);
    Draft start = Draft.little().text("0PLA").u16(10, 0).u32(128);
    byte[] open = Draft.little().bytes(start.done()).fill(0, 32).bytes(rest.done()).done();
    Draft slot = start.bytes(sha256(open)).bytes(rest.done()).bytes(tables.done());
    return slot.fillTo(0, 4096).done();
  }

  private static byte[] sha256(byte[] bytes) {
    return HexFormat.of().parseHex(Digests.sha256(Bytes.of(bytes)));
  }
}
