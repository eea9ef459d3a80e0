package dev.assay.inspect.hostile;

import static dev.assay.inspect.hostile.Archives.ar;
import static dev.assay.inspect.hostile.Archives.bzip2;
import static dev.assay.inspect.hostile.Archives.cpio;
import static dev.assay.inspect.hostile.Archives.cut;
import static dev.assay.inspect.hostile.Archives.flipped;
import static dev.assay.inspect.hostile.Archives.gzip;
import static dev.assay.inspect.hostile.Archives.lzma;
import static dev.assay.inspect.hostile.Archives.replaced;
import static dev.assay.inspect.hostile.Archives.tar;
import static dev.assay.inspect.hostile.Archives.tarOf;
import static dev.assay.inspect.hostile.Archives.uimage;
import static dev.assay.inspect.hostile.Archives.xz;
import static dev.assay.inspect.hostile.Archives.zip;
import static dev.assay.inspect.hostile.Archives.zipOf;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import dev.assay.formats.Bytes;
import dev.assay.inspect.scan.ZipQuine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The corpus: every product, what is wrong with it, and the problem that must be reported. */
final class HostileProducts {
  private static final long MOST = 0xFFFF_FFFFL;
  private static final byte[] ZEROS = new byte[4 << 20];
  private static final byte[] TEXT =
      "a line of text that compresses well\n".repeat(200).getBytes(StandardCharsets.US_ASCII);
  private static final String NONE = "";

  private final List<HostileProduct> all = new ArrayList<>();
  private String group = "";

  private HostileProducts() {}

  static List<HostileProduct> all() {
    HostileProducts products = new HostileProducts();
    products.pathTricks();
    products.collisions();
    products.cyclesAndQuines();
    products.bombs();
    products.nesting();
    products.overlaps();
    products.wraps();
    products.lyingChecksums();
    products.truncations();
    products.damagedStreams();
    products.structures();
    products.decoys();
    return List.copyOf(products.all);
  }

  private void group(String name) {
    group = name;
  }

  private void row(String name, byte[] content, String problem) {
    all.add(new HostileProduct(group, name, Bytes.of(content), problem));
  }

  private void pathTricks() {
    group("path tricks");
    row("tar name that climbs out", tar("../../etc/passwd"), "path.traversal");
    row("tar name that climbs in the middle", tar("a/../../../b"), "path.traversal");
    row("tar name that climbs at its end", tar("a/b/..->x"), "path.traversal");
    row("tar name of dots alone", tar("../.."), "path.traversal");
    row("tar name that is absolute", tar("/etc/shadow"), "path.absolute");
    row("tar name with many slashes", tar("////etc//shadow"), "path.absolute");
    row("tar link of the name of the root", tar("/->x"), "path.absolute");
    row("zip name that climbs out", zip("../../evil"), "path.traversal");
    row("zip name that is absolute", zip("/evil"), "path.absolute");
    row("zip name with NUL", replaced(zip("e?il"), "?", "\0"), "path.nul");
    row("cpio name that climbs out", cpio("../evil"), "path.traversal");
    row("cpio name that is absolute", cpio("/etc/evil"), "path.absolute");
    row("tar name of 70,000 characters", tar("x".repeat(70_000)), "path.length");
    row("name with backslashes, which mean nothing", tar("..\\..\\evil"), NONE);
    row("name of control characters", tar("\u001b[2J\u0007"), NONE);
    row("name that is no UTF-8", replaced(zip("e?il"), "?", "\u00ff"), NONE);
    row("name of spaces and full stops", tar(" . "), NONE);
    row("symbolic link out of the product", tar("link->/etc/shadow"), NONE);
    row("symbolic link that climbs", tar("link->../../../../etc/shadow"), NONE);
    row("hard link out of the product", tar("link=>/etc/shadow"), "link.target-missing");
    row("hard link that climbs", tar("link=>../../etc/shadow"), "link.target-missing");
    row(
        "SafeLoader partition that climbs",
        Images.safeLoader("fwup-ptn .. base 0x00800 size 0x00010\t\r\n"),
        "path.traversal");
  }

  private void collisions() {
    group("name collisions");
    row("two tar members of one name", tar("f=first", "f=second"), "path.duplicate");
    row("one name with and without ./", tar("f=first", "./f=second"), "path.duplicate");
    row("one name with doubled slash", tar("d/f=first", "d//f=second"), "path.duplicate");
    row("one name by way of ..", tar("d/f=first", "d/e/../f=second"), "path.duplicate");
    row("absolute and relative", tar("etc/f=first", "/etc/f=second"), "path.duplicate");
    row("two cpio members of one name", cpio("f=first", "f=second"), "path.duplicate");
    row("two zip members of one name", replaced(zip("aa", "bb"), "bb", "aa"), "path.duplicate");
    row("file and link of one name", tar("f=first", "f->elsewhere"), "path.duplicate");
    row("names that differ by case", tar("File=first", "file=second"), NONE);
    row("names that differ by composition", tar("\u00e9=first", "e\u0301=second"), NONE);
    row("names that look alike", tar("paypal=first", "p\u0430ypal=second"), NONE);
    row("file that is a directory, too", tar("f=first", "f/g=second"), NONE);
  }

  private void cyclesAndQuines() {
    group("cycles and quines");
    row("zip that contains itself", ZipQuine.bytes(), "container.contains-itself");
    row("symbolic links in a circle", tar("a->b", "b->c", "c->a"), NONE);
    row("symbolic link to itself", tar("a->a"), NONE);
    row("hard link to itself", tar("a=>a"), "link.target-missing");
    row("hard links in a circle", tar("a=>b", "b=>a"), "link.target-missing");
    row("logical partitions in a circle", Images.mbr(0), "mbr.cycle");
    row("F2FS directory that holds itself", f2fs(Images.F2FS_NAME + 4, 3), "f2fs.cycle");
    row("romfs file that follows itself", Images.romfs(64), "romfs.directory");
  }

  private void bombs() {
    group("bombs by ratio");
    row("gzip of zeros", gzip(ZEROS), "limit.expansion");
    row("bzip2 of zeros", bzip2(ZEROS), "limit.expansion");
    row("xz of zeros", xz(ZEROS), "limit.expansion");
    row("lzma of zeros", lzma(ZEROS), "limit.expansion");
    row("zip of zeros", zipOf("zeros", ZEROS), "limit.expansion");
    row("gzip in gzip", gzip(gzip(ZEROS)), "limit.expansion");
    row("gzip in zip in tar", tarOf("a.zip", zipOf("a.gz", gzip(ZEROS))), "limit.expansion");
    row("xz in uImage", uimage(xz(ZEROS)), "limit.expansion");
    row("EFI compression of zeros", Images.volume(efi()), "limit.expansion");
    row("lzma in a firmware volume", Images.volume(guided(lzma(ZEROS))), "limit.expansion");
    row("OTA operation of bzip2 of zeros", Images.ota(6, 0, 127, 0), NONE);
    group("sparse giants");
    row("sparse image of 16 TiB", Images.sparse(0xCAC2, MOST), "limit.expansion");
    row("F2FS file of 4 GiB of holes", f2fs(Images.F2FS_FILE + 16, MOST), "limit.expansion");
    row("F2FS file of 1 TiB of holes", f2fs(Images.F2FS_FILE + 20, 256), "limit.expansion");
    row("sparse image with a gap of 16 TiB", Images.sparse(0xCAC3, MOST), "sparse.chunk");
    row("OTA partition that starts far behind", Images.ota(0, 120, 1, 10), "payload.data");
  }

  private static byte[] f2fs(int at, long value) {
    return Draft.set32(Images.f2fs(), at, LITTLE_ENDIAN, value);
  }

  /**
   * A block of 65,535 matches of 256 bytes each, in 54 bits: a code of a single word takes none.
   */
  private static byte[] efi() {
    return efi(new byte[] {-1, -1, 0, 0, 0x1F, (byte) 0xD0, 0, 0}, 8);
  }

  private static byte[] efi(long length) {
    return efi(new byte[100], length);
  }

  private static byte[] efi(byte[] packed, long length) {
    Draft section = Draft.little().u32(4 << 20).u8(1).u32(length, 4 << 20);
    return Images.section(1, section.bytes(packed).done());
  }

  private static byte[] guided(byte[] lzma) {
    Draft section = Draft.little().u32(0xEE4E5898L).u16(0x3914, 0x4259);
    section.u8(0x9D, 0x6E, 0xDC, 0x7B, 0xD7, 0x94, 0x03, 0xCF).u16(24, 1).bytes(lzma);
    return Images.section(2, section.done());
  }

  private void nesting() {
    group("nesting");
    row("40 gzips", nested(TEXT, Archives::gzip), "limit.nesting");
    row("40 bzip2s", nested(TEXT, Archives::bzip2), "limit.nesting");
    row("40 xzs", nested(TEXT, Archives::xz), "limit.nesting");
    row("40 uImages", nested(TEXT, Archives::uimage), "limit.nesting");
    row("40 tars", nested(TEXT, in -> tarOf("in", in)), "limit.nesting");
    row("40 zips", nested(TEXT, in -> zipOf("in", in)), "limit.nesting");
    row("40 firmware sections", Images.volume(Images.sections(40)), "uefi.depth");
    row("12 firmware volumes", volumes(12), NONE);
    row("40 firmware volumes", volumes(40), "limit.nesting");
  }

  private static byte[] nested(byte[] core, UnaryOperator<byte[]> wrap) {
    byte[] content = core;
    for (int i = 0; i < 40; i++) {
      content = wrap.apply(content);
    }
    return content;
  }

  private static byte[] volumes(int depth) {
    byte[] content = Images.volume(Images.sections(0));
    for (int i = 1; i < depth; i++) {
      content = Images.volume(Images.section(0x17, content));
    }
    return content;
  }

  private void overlaps() {
    group("overlaps and repeats");
    row("the same archive twice", twice(), "container.repeated");
    row("TP-Link parts in one place", Images.tpLink(512, 100, 550, 100), "tplink.overlap");
    row("TP-Link part over the header", Images.tpLink(0, 600, 0, 0), "tplink.overlap");
    row("overlays in one place", Images.dtbo(150), "dtbo.overlap");
    row(
        "SafeLoader partitions in one place",
        Images.safeLoader(
            "fwup-ptn a base 0x00800 size 0x00100\t\r\nfwup-ptn b base 0x00880 size 0x00010\t\r\n"),
        "safeloader.overlap");
    row(
        "SafeLoader partition over the table",
        Images.safeLoader("fwup-ptn a base 0x00000 size 0x00900\t\r\n"),
        "safeloader.overlap");
  }

  private static byte[] twice() {
    String inner = new String(tar("f=text"), StandardCharsets.ISO_8859_1);
    return tar("one.tar=" + inner, "two.tar=" + inner);
  }

  private void wraps() {
    group("integer wraps");
    row("uImage of 4 GiB", Draft.set32(uimage(TEXT), 12, BIG_ENDIAN, MOST), "uimage.truncated");
    row("uImage file of 4 GiB", Images.multi(MOST), "uimage.part-out-of-range");
    row("TRX of 4 GiB", Draft.set32(Images.trx(), 4, LITTLE_ENDIAN, MOST), "trx.truncated");
    row("TRX part behind the end", Draft.set32(Images.trx(), 20, LITTLE_ENDIAN, MOST), "trx.range");
    row("CHK kernel of 4 GiB", Images.chk(MOST, 0), "chk.truncated");
    row("CHK root file system behind 4 GiB", Images.chk(MOST, MOST), "chk.range");
    row("SEAMA image of 4 GiB", Images.seama(MOST), "seama.truncated");
    row("TP-Link kernel behind the end", Images.tpLink(MOST, MOST, 0, 0), "tplink.range");
    row("TP-Link kernel of 4 GiB", Images.tpLink(512, MOST, 0, 0), "tplink.truncated");
    row(
        "SafeLoader partition behind the end",
        Images.safeLoader("fwup-ptn a base 0xffffffff size 0xffffffff\t\r\n"),
        "safeloader.range");
    row("Ubiquiti part of 4 GiB", Images.ubiquiti(MOST), "ubnt.truncated");
    row("kernel of 4 GiB in a boot image", Images.boot(MOST, 0), "boot.truncated");
    row("ramdisk behind 4 GiB in a boot image", Images.boot(MOST, MOST), "boot.range");
    row("vendor ramdisk table of 2^32 rows", Images.vendorBoot(1, MOST, 108), "vendor-boot.table");
    row("vendor ramdisk table of rows of 0", Images.vendorBoot(1, 1, 0), "vendor-boot.table");
    row("overlay behind the end", Images.dtbo(MOST), "dtbo.range");
    row("AVB descriptor of 2^63 bytes", Images.vbMeta(Long.MAX_VALUE), "avb.descriptor");
    row("AVB descriptor of -8 bytes", Images.vbMeta(-8), "avb.descriptor");
    row("OTA field of 2^63 bytes", Images.payload(endlessField()), "payload.manifest");
    row(
        "OTA number without end",
        Images.payload(new byte[] {8, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1}),
        "payload.manifest");
    row("UF2 block of 4 GiB", Images.uf2(MOST, 1), "uf2.block");
    row("UF2 of 2^32 blocks", Images.uf2(256, MOST), "uf2.truncated");
    row("DfuSe element of 4 GiB", Images.dfuSe(1, MOST), "dfuse.truncated");
    row("DfuSe of 2^32 elements", Images.dfuSe(MOST, 0), "dfuse.elements");
    row("MCUboot value longer than the trailer", Images.mcuboot(60_000, 0), "mcuboot.value");
    row("F2FS file of -4 GiB", f2fs(Images.F2FS_FILE + 20, MOST), "f2fs.inode");
    row("F2FS block behind the end", f2fs(Images.F2FS_FILE + 360, 99), "f2fs.block-out-of-range");
    row("F2FS node behind the end", f2fs(Images.F2FS_FILE_IN_TABLE, MOST), "f2fs.node");
    row("F2FS node that is another's", f2fs(Images.F2FS_FILE_IN_TABLE, 7), "f2fs.node");
    row("F2FS name of 65,535 bytes", f2fs(Images.F2FS_NAME + 8, 0xFFFF), "f2fs.directory");
    row("F2FS of 2^43 blocks", f2fs(1064, 0x800), "f2fs.truncated");
    row("EFI compressed data of 4 GiB", Images.volume(efi(MOST)), "uefi.compressed");
    row("firmware section longer than its file", Images.volume(longSection()), "uefi.section");
    row("ar member of 10 GB", ar("f", "9999999999", "x"), "ar.truncated");
    row("ar member without a size", ar("f", "many", "x"), "ar.number");
    row(
        "cpio member of 4 GiB",
        replaced(cpio("f=" + "y".repeat(0x77)), "00000077", "ffffffff"),
        "cpio.truncated");
    row("logical partition outside", Images.mbr(1000), "mbr.chain");
  }

  private static byte[] endlessField() {
    return Draft.big().u8(0x6A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F).done();
  }

  private static byte[] longSection() {
    return Draft.little().u8(0xFE, 0xFF, 0xFF, 0x19).fill(1, 40).done();
  }

  private void lyingChecksums() {
    group("lying checksums");
    row("uImage header", Draft.set32(uimage(TEXT), 4, BIG_ENDIAN, 1), "uimage.header-crc");
    row("uImage payload", flipped(uimage(TEXT), -1), "uimage.data-crc");
    row("TRX", flipped(Images.trx(), -1), "trx.crc");
    row("CHK header", Images.chk(100, 100), "chk.header-checksum");
    row("CHK image", Images.chk(100, 100), "chk.image-checksum");
    row("SEAMA", Images.seama(100), "seama.digest");
    row("TP-Link", Images.tpLink(512, 100, 0, 0), "tplink.digest");
    row(
        "SafeLoader",
        Images.safeLoader("fwup-ptn a base 0x00800 size 0x00010\t\r\n"),
        "safeloader.digest");
    row("Ubiquiti header", flipped(Images.ubiquiti(420), 20), "ubnt.header-crc");
    row("Ubiquiti part", Images.ubiquiti(420), "ubnt.part-crc");
    row("Ubiquiti image", Images.ubiquiti(420), "ubnt.crc");
    row("Edimax", Images.edimax(), "edimax.checksum");
    row("Linksys", Images.linksys(), "linksys.crc");
    row("Android boot image", Images.boot(420, 420), "boot.id");
    row("DFU suffix", Images.dfu(), "dfu.crc");
    row("ESP32 checksum", Images.esp(), "esp.checksum");
    row("ESP32 digest", Images.esp(), "esp.digest");
    row("MCUboot digest", Images.mcuboot(32, 0), "mcuboot.digest");
    row("F2FS checkpoint", f2fs(Images.F2FS_CHECKPOINT + 168, 1), "f2fs.checkpoint-crc");
    row("romfs", flipped(Images.romfs(0), 20), "romfs.checksum");
    row("Intel HEX", text(":0100000001FE\n:0100010001FE\n:00000001FF\n"), "ihex.checksum");
    row("S-record", text("S00600004844521B\nS104000041FF\nS9030000FC\n"), "srec.checksum");
    row("zip member", flipped(zip("f"), directory(zip("f")) + 16), "zip.crc");
    row("gzip", flipped(gzip(TEXT), -6), "gzip.crc");
    row("bzip2", flipped(bzip2(TEXT), 12), "bzip2.damaged");
    row("xz", flipped(xz(TEXT), -20), "xz.damaged");
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void truncations() {
    group("truncated");
    row("tar in a member", cut(tar("f=" + "x".repeat(2000)), 1024), "tar.truncated");
    row("tar in a header", cut(tar("f=x", "g=y"), 1300), "tar.truncated");
    row("cpio in a member", cut(cpio("f=" + "x".repeat(2000)), 500), "cpio.truncated");
    row("cpio without its trailer", cut(cpio("f=x"), 116), "cpio.no-trailer");
    row("ar in a member", ar("f", "100", "x"), "ar.truncated");
    row("zip without its directory", cut(zip("f", "g"), 60), "zip.no-directory");
    row("zip in its end record", cut(zip("f", "g"), -10), "zip.no-directory");
    row("gzip in its data", cut(gzip(TEXT), -20), "gzip.truncated");
    row("gzip in its trailer", cut(gzip(TEXT), -4), "gzip.truncated");
    row("bzip2 in its data", cut(bzip2(TEXT), -10), "bzip2.truncated");
    row("xz in its data", cut(xz(TEXT), -60), "xz.truncated");
    row("xz in its index", cut(xz(TEXT), -16), "xz.truncated");
    row("xz in its footer", cut(xz(TEXT), -4), "xz.truncated");
    row("lzma in its data", cut(lzma(noisy()), 5000), "lzma.truncated");
    row("uImage in its payload", cut(uimage(TEXT), 200), "uimage.truncated");
    row("TRX in its part", cut(Images.trx(), 100), "trx.crc");
    row("CHK in its kernel", cut(Images.chk(400, 20), 200), "chk.truncated");
    row("CHK before its root file system", cut(Images.chk(400, 20), 446), "chk.range");
    row("SEAMA in its image", cut(Images.seama(420), 200), "seama.truncated");
    row("TP-Link in its kernel", cut(Images.tpLink(512, 420, 0, 0), 600), "tplink.truncated");
    row("Ubiquiti in its part", cut(Images.ubiquiti(420), 500), "ubnt.truncated");
    row("Ubiquiti before its end", cut(Images.ubiquiti(420), 268 + 56 + 428), "ubnt.end");
    row("boot image in its kernel", cut(Images.boot(420, 420), 2200), "boot.truncated");
    row("boot image before its ramdisk", cut(Images.boot(420, 420), 4096), "boot.range");
    row(
        "vendor boot image in its table",
        cut(Images.vendorBoot(100, 2, 108), 6150),
        "bytes.out-of-range");
    row("overlays in the last", cut(Images.dtbo(196), 200), "dtbo.truncated");
    row("overlays in their table", cut(Images.dtbo(196), 70), "bytes.out-of-range");
    row("OTA payload in its data", cut(Images.ota(0, 0, 1, 100), 80), "bytes.out-of-range");
    row("UF2 in a block", Draft.little().bytes(Images.uf2(256, 2)).text("UF2\n").done(), "uf2.end");
    row("DfuSe in its suffix", cut(Images.dfuSe(1, 420), -4), "dfuse.suffix");
    row("DfuSe in its target", cut(Images.dfuSe(1, 420), 100), "bytes.out-of-range");
    row("ESP32 in its digest", cut(Images.esp(), -10), "esp.truncated");
    row("MCUboot before its trailer", cut(Images.mcuboot(32, 0), 32 + 420), "mcuboot.trailer");
    row("Intel HEX before its end", text(":0100000001FE\n"), "ihex.end");
    row("S-record before its end", text("S00600004844521B\nS104000041BA\n"), "srec.end");
    row("sparse image in its chunk", cut(Images.sparse(0xCAC2, 10), -2), "sparse.truncated");
    row("romfs in its file", cut(Images.romfs(0), 100), "romfs.truncated");
  }

  private static byte[] noisy() {
    byte[] noise = new byte[20_000];
    new Random(1).nextBytes(noise);
    return noise;
  }

  private void damagedStreams() {
    group("damaged streams");
    row(
        "gzip of a block of no kind",
        new byte[] {31, -117, 8, 0, 0, 0, 0, 0, 0, 3, 7, 7, 7, 7, 7},
        "gzip.damaged");
    row("gzip of a block of another kind", flipped(gzip(noisy()), 10), "gzip.crc");
    row("bzip2 with a damaged block", flipped(bzip2(noisy()), 5000), "bzip2.damaged");
    row("xz with a damaged block", flipped(xz(noisy()), 30), "xz.damaged");
    row("zip with an unknown method", methodOf(zip("f"), 99), "zip.method");
    row("zip that is encrypted", encrypted(zip("f")), "zip.encrypted");
    row("sparse image with an unknown chunk", Images.sparse(0xCAC9, 10), "sparse.chunk");
    row("OTA data that is no bzip2", Images.ota(1, 0, 1, 100), "payload.damaged");
    row("OTA data that is no xz", Images.ota(8, 0, 1, 100), "payload.damaged");
    row("OTA delta", Images.ota(4, 0, 1, 100), "payload.delta");
    row(
        "firmware section that wants much memory",
        Images.volume(guided(TEXT)),
        "lzma.memory-limit");
    row(
        "firmware section by an unknown GUID",
        Images.volume(Images.section(2, Draft.little().fill(9, 16).u16(24, 1).fill(9, 40).done())),
        "uefi.guided");
    row("MCUboot program that is encrypted", Images.mcuboot(32, 4), "mcuboot.encrypted");
    row(
        "stream with more behind it",
        Draft.big().bytes(gzip(TEXT)).text("# more\n").done(),
        "stream.trailing-data");
  }

  private static int directory(byte[] zip) {
    return new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
  }

  private static byte[] methodOf(byte[] zip, int method) {
    byte[] changed = zip.clone();
    changed[8] = (byte) method;
    changed[directory(zip) + 10] = (byte) method;
    return changed;
  }

  private static byte[] encrypted(byte[] zip) {
    byte[] changed = zip.clone();
    changed[6] |= 1;
    changed[directory(zip) + 8] |= 1;
    return changed;
  }

  private void structures() {
    group("deep and wide");
    row("directory of depth 5,000", tar("d/".repeat(5_000) + "f"), NONE);
    row("zip directory of depth 5,000", zip("d/".repeat(5_000) + "f"), NONE);
    row("5,000 members", tar(many(5_000)), NONE);
    row("5,000 members in zip", zip(many(5_000)), NONE);
    row("more members than are taken", tar(many(30_000)), "limit.artifacts");
    row("empty product", new byte[0], NONE);
    row("one byte", new byte[1], NONE);
    row("zeros", new byte[1 << 16], NONE);
    row("noise", noisy(), NONE);
  }

  private static String[] many(int count) {
    String[] names = new String[count];
    for (int i = 0; i < count; i++) {
      names[i] = "f" + i;
    }
    return names;
  }

  private void decoys() {
    group("decoys");
    row("30,000 volume marks without a volume", repeated(text("_FVH")), "limit.carving");
    row("30,000 uImage marks", repeated(Draft.big().u32(0x27051956L).done()), "limit.carving");
    row("30,000 environments without a sum", repeated(text("\0bootcmd=")), "limit.carving");
    row("30,000 divisions of flash", repeated(text("\0mtdparts=a:1m(b),-(c)")), NONE);
    row("TRX mark in text", text("see HDR0 for more. ".repeat(100)), NONE);
    row("boot image mark without a header", text("ANDROID!".repeat(600)), NONE);
    row("vbmeta mark without a header", text("AVB0".repeat(1000)), NONE);
    row("UF2 mark alone", text("UF2\n".repeat(1000)), NONE);
    row("lines that start like Intel HEX", text(":wq\n".repeat(1000)), NONE);
    row("lines that start like S-records", text("S1 is a sensor\n".repeat(100)), NONE);
    row(
        "boot signature alone",
        Draft.little().fill(0, 510).u8(0x55, 0xAA).fill(0, 8192).done(),
        NONE);
    row(
        "super geometry without a sum",
        Draft.little().fill(0, 4096).text("gDla").u32(52).fill(0, 8192).done(),
        NONE);
  }

  private static byte[] repeated(byte[] mark) {
    Draft draft = Draft.big().u8(1);
    for (int i = 0; i < 30_000; i++) {
      draft.bytes(mark);
    }
    return draft.done();
  }
}
