package dev.assay.inspect.hostile;

import static dev.assay.inspect.hostile.Archives.cut;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

/** Lies in what programs pack, and what no reader takes apart. */
final class HostileReaders extends HostileTable {
  private static final long MOST = 0xFFFF_FFFFL;
  private static final byte[] NOISE = new byte[500];

  @Override
  void fill() {
    new java.util.Random(2).nextBytes(NOISE);
    cabinets();
    archives();
    rar();
    compoundFiles();
    disks();
  }

  private void compoundFiles() {
    group("compound files");
    int[] next = {5, 6, 7, 8, 9, 10, 11, -2};
    row("without a lie", Compound.of(next, Compound.stream("a", -1, 4)), NONE);
    row("in a circle", Compound.of(new int[] {4}, Compound.stream("a", -1, 4)), "cfb.chain");
    row(
        "of two streams in one place",
        Compound.of(next, Compound.stream("a", 2, 4), Compound.stream("b", -1, 4)),
        "cfb.chain");
    row(
        "that name each other",
        Compound.of(next, Compound.entry("a", 1, 1, 1, 1, 0, 0)),
        "cfb.directory");
    row(
        "with a name that climbs out",
        Compound.of(next, Compound.stream("..", -1, 4)),
        "path.traversal");
    row(
        "stream of 4 GiB",
        Compound.of(next, Compound.entry("a", 2, -1, -1, -1, 4, -1)),
        "cfb.chain");
    row("cut short", cut(Compound.of(next, Compound.stream("a", -1, 4)), 5000), "cfb.chain");
    row(
        "whose directory is nowhere",
        Draft.set32(Compound.of(next), 48, LITTLE_ENDIAN, 99),
        "cfb.root");
  }

  private void cabinets() {
    group("cabinets");
    row("of 4 GiB", Draft.set32(cab(0), 8, LITTLE_ENDIAN, MOST), "cab.truncated");
    row("of Quantum with a window of 2^31 bytes", cab(31 << 8 | 2), "codec.damaged");
    row("of Quantum that is noise", cab(15 << 8 | 2), "cab.block");
    row("packed by a method of no name", cab(9), "cab.method");
    row("of LZX with a window of 2^31 bytes", cab(31 << 8 | 3), "codec.damaged");
    row("of LZX with a window of 1 byte", cab(3), "codec.damaged");
    row("of LZX that is noise", cab(15 << 8 | 3), "cab.block");
    row("of MSZIP that is noise", cab(1), "cab.block");
    row(
        "block that does not match its sum",
        Draft.set32(cab(0), 62, LITTLE_ENDIAN, 5),
        "cab.checksum");
    row("file larger than its stream", cab(0), "solid.range");
    row("file in another cabinet", Packed.cab(0, 0xFFFD, NOISE), "cab.other-cabinet");
    row(
        "first block behind the end",
        Draft.set32(cab(0), 36, LITTLE_ENDIAN, MOST),
        "bytes.out-of-range");
  }

  private static byte[] cab(int method) {
    return Packed.cab(method, 0, NOISE);
  }

  private void archives() {
    group("archives of programs");
    row("lha member of 4 GiB", Packed.lha("-lh0-", MOST, MOST), "lha.truncated");
    row("lha method that is not read", Packed.lha("-lh3-", 12, 12), "lha.unsupported");
    row("lha member of lh1 that ends too early", Packed.lha("-lh1-", 12, MOST), "codec.damaged");
    row("lha member that does not match", Packed.lha("-lh0-", 12, 12), "lha.crc");
    row("lha without its end", Archives.cut(Packed.lha("-lh0-", 12, 12), -1), "lha.end");
    row("arj member of 4 GiB", Packed.arj(0, 0, MOST), "arj.truncated");
    row("arj member that is encrypted", Packed.arj(1, 0, 10), "arj.encrypted");
    row("arj method of no name", Packed.arj(0, 9, 10), "arj.method");
    row("arj member in another volume", Packed.arj(4, 0, 10), "arj.volume");
    row("arj header that does not match", Archives.flipped(Packed.arj(0, 0, 10), 60), "arj.header");
    row("xar table that announces 2^60 bytes", Packed.xar(file("0", "1"), 1L << 60), NONE);
    row("xar member behind the heap", Packed.xar(file("1000", "100"), 300), "xar.truncated");
    row("xar name that climbs out", Packed.xar(Packed.xarFile("..", ""), 300), "path.traversal");
    row("xar table that declares entities", Packed.xar(entities(), 300), "xar.table");
    row(
        "7z header that does not match",
        Archives.flipped(Packed.sevenZip(0, 9), 20),
        "7z.start-crc");
    row("7z header behind the end", Packed.sevenZip(1L << 62, 100), "7z.damaged");
    row("7z header of 2^62 bytes", Packed.sevenZip(0, 1L << 62), "7z.damaged");
    sevenZips();
  }

  private void sevenZips() {
    group("7z headers");
    int[] whole = {1, 4, 6, 0, 1, 9, 12, 0, 7, 11, 1, 0, 1, 1, 0, 12, 12, 0, 0};
    int[] name = {17, 5, 0, 'f', 0, 0, 0};
    row("without a lie", Packed.sevenZip(whole, new int[] {5, 1}, name, new int[] {0, 0}), NONE);
    row(
        "that does not match",
        Archives.flipped(Packed.sevenZip(whole, new int[] {5, 1}, name, new int[] {0, 0}), -4),
        "7z.header-crc");
    int[] most = {5, 255, 255, 255, 255, 255, 255, 255, 255, 127};
    row("of 2^63 members", Packed.sevenZip(whole, most, name), "7z.limit");
    row(
        "of more members than names",
        Packed.sevenZip(whole, new int[] {5, 2}, name, new int[] {0, 0}),
        "7z.damaged");
    row("without its end", Packed.sevenZip(whole, new int[] {5, 1}, name), "7z.damaged");
    int[] path = {17, 11, 0, '.', 0, '.', 0, '/', 0, 'f', 0, 0, 0};
    row(
        "whose name climbs out",
        Packed.sevenZip(whole, new int[] {5, 1}, path, new int[] {0, 0}),
        "path.traversal");
    int[] behind = {1, 4, 6, 0, 1, 9, 191, 255, 0, 7, 11, 1, 0, 1, 1, 0, 12, 191, 255, 0, 0};
    row(
        "with a stream behind the end",
        Packed.sevenZip(behind, new int[] {5, 1}, name, new int[] {0, 0}),
        "7z.truncated");
    folder("that is encrypted", "7z.encrypted", 1, 0x24, 6, 0xF1, 7, 1, 0);
    folder("that is packed with Brotli", "7z.unsupported", 1, 4, 4, 0xF7, 0x11, 2);
    folder("of PPMd without an order", "7z.damaged", 1, 3, 3, 4, 1);
    folder("of PPMd of order 255", "7z.damaged", 1, 0x23, 3, 4, 1, 5, 255, 0, 0, 1, 0);
    folder("of PPMd without a model", "7z.damaged", 1, 0x23, 3, 4, 1, 5, 6, 0, 0, 0, 0);
    folder("of PPMd that is noise", "7z.damaged", 1, 0x23, 3, 4, 1, 5, 6, 0, 0, 0, 12);
    folder(
        "of PPMd with a model of 4 GiB",
        "7z.memory-limit",
        1,
        0x23,
        3,
        4,
        1,
        5,
        6,
        255,
        255,
        255,
        255);
    folder("of a method of no name", "7z.unsupported", 1, 8, 255, 1, 2, 3, 4, 5, 6, 7);
    folder(
        "of LZMA with a dictionary of 4 GiB",
        "7z.memory-limit",
        1,
        0x23,
        3,
        1,
        1,
        5,
        0x5D,
        255,
        255,
        255,
        255);
    folder("of LZMA2 that is noise", "7z.damaged", 1, 0x21, 0x21, 1, 24);
    folder("of no coders", "7z.damaged", 0);
    folder("of 2^14 coders", "7z.damaged", 0xBF, 255);
    folder("of a coder of no streams", "7z.damaged", 1, 0x11, 0, 0, 1);
    folder("of a coder of 33 streams", "7z.damaged", 1, 0x11, 0, 33, 1);
    folder("of a coder that takes its own output", "7z.truncated", 2, 1, 0, 1, 0, 0, 0);
    folder("of a stream that nobody gives", "7z.damaged", 2, 1, 0, 1, 0, 5, 0);
  }

  /** A folder that is to be 2^31 bytes. */
  private void folder(String lie, String problem, int... folder) {
    int[] before = {1, 4, 6, 0, 1, 9, 12, 0, 7, 11, 1, 0};
    int sizes = folder[0] == 2 ? 2 : 1;
    int[] unpacked = new int[1 + 5 * sizes];
    unpacked[0] = 12;
    for (int i = 0; i < sizes; i++) {
      unpacked[1 + 5 * i] = 0xF0;
      unpacked[5 + 5 * i] = 0x80;
    }
    row(
        "folder " + lie,
        Packed.sevenZip(
            before, folder, unpacked, new int[] {0, 0, 5, 1, 17, 5, 0, 'f', 0, 0, 0, 0, 0}),
        problem);
  }

  private void rar() {
    group("RAR");
    int[] ten = {10};
    row("without a lie", Packed.rar(2, ten, 0, "f"), NONE);
    row("member that is compressed", Packed.rar(2, ten, 3, "f"), "rar.unsupported");
    row("member in another volume", Packed.rar(2 | 16, ten, 0, "f"), "rar.volume");
    row("member that does not match", Archives.flipped(Packed.rar(2, ten, 0, "f"), -12), "rar.crc");
    row(
        "header that does not match",
        Archives.flipped(Packed.rar(2, ten, 0, "f"), 18),
        "rar.header");
    row("name that climbs out", Packed.rar(2, ten, 0, "../f"), "path.traversal");
    row("without its end", Archives.cut(Packed.rar(2, ten, 0, "f"), -8), "rar.end");
    int[] most = {255, 255, 255, 255, 255, 255, 255, 255, 127};
    row("member of 2^63 bytes", Packed.rar(2, most, 0, "f"), "rar.truncated");
    int[] more = {255, 255, 255, 255, 255, 255, 255, 255, 255, 1};
    row("size of 64 bits", Packed.rar(2, more, 0, "f"), "rar.header");
    row(
        "extra area larger than its header",
        Packed.rar(3, new int[] {99, 10}, 0, "f"),
        "rar.header");
    Draft encrypted = Draft.little().text("Rar!").u8(0x1A, 7, 1, 0);
    encrypted.bytes(Packed.rarBlock(4, 0, 0, 0, 15)).bytes(NOISE);
    row("of which the names are encrypted", encrypted.done(), "rar.encrypted");
  }

  private static String file(String offset, String length) {
    String data = "<offset>%s</offset><length>%s</length><size>%s</size>";
    return Packed.xarFile("f", String.format(data, offset, length, length));
  }

  private static String entities() {
    return "<!DOCTYPE xar [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><xar><toc>&b;</toc></xar>";
  }

  private void disks() {
    group("disks and file systems");
    row("qcow2 that is encrypted", Packed.qcow2(1 << 20, 1, 1 << 16), "qcow2.encrypted");
    row("qcow2 of 2^50 bytes", Packed.qcow2(1L << 50, 0, 1 << 16), "limit.expansion");
    row("VHD of 2^50 bytes", Packed.vhd(1L << 50), "vhd.size");
    row("VHD footer that does not match", Archives.flipped(Packed.vhd(8192), -1), "vhd.checksum");
    row("MediaTek part of 4 GiB", mediaTek(), "mediatek.truncated");
    row("signature of Samsung that is blank", samsung(), "samsung.unsigned");
    row("Qualcomm image without a signature", qualcomm(32), "qualcomm.unsigned");
    row("Qualcomm image with digests of no length", qualcomm(7), "qualcomm.digests");
    row("SquashFS of version 1", Packed.squashFs(1), "squashfs.version");
    row("SquashFS of which no compressor gives a root", Packed.squashFs(4), "squashfs.compressor");
    row("disc whose root is behind its end", Packed.iso(MOST, 2048), "iso.directory");
    row("disc whose root has 4 GiB", Packed.iso(18, MOST), "iso.directory");
    row("disc whose root is itself", Packed.iso(16, 2048), "iso.directory");
  }

  private static byte[] samsung() {
    return Draft.little().bytes(NOISE).text("SignerVer02", 512).done();
  }

  /** An ELF file with a hash segment alone. */
  private static byte[] qualcomm(int digests) {
    Draft elf = Draft.little().u8(0x7F, 'E', 'L', 'F', 1, 1, 1).fill(0, 9).u16(2, 164).u32(1);
    elf.u32(0, 52, 0, 0).u16(52, 32, 1, 0, 0, 0).u32(0, 84, 0, 0, 300, 0, 2 << 24, 0);
    return elf.u32(0, 3, 0, 0, 0, digests, 0, 0, 0, 0).fill(1, 260).done();
  }

  private static byte[] mediaTek() {
    Draft part = Draft.little().u8(0x88, 0x16, 0x88, 0x58).u32(MOST).text("KERNEL", 32);
    return part.fillTo(0xFF, 512).bytes(NOISE).done();
  }
}
