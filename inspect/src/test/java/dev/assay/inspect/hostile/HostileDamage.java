package dev.assay.inspect.hostile;

import static dev.assay.inspect.hostile.Archives.ar;
import static dev.assay.inspect.hostile.Archives.bzip2;
import static dev.assay.inspect.hostile.Archives.cpio;
import static dev.assay.inspect.hostile.Archives.cut;
import static dev.assay.inspect.hostile.Archives.flipped;
import static dev.assay.inspect.hostile.Archives.gzip;
import static dev.assay.inspect.hostile.Archives.lzip;
import static dev.assay.inspect.hostile.Archives.lzma;
import static dev.assay.inspect.hostile.Archives.replaced;
import static dev.assay.inspect.hostile.Archives.tar;
import static dev.assay.inspect.hostile.Archives.uimage;
import static dev.assay.inspect.hostile.Archives.xz;
import static dev.assay.inspect.hostile.Archives.zip;
import static dev.assay.inspect.hostile.Archives.zlib;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.util.Arrays;
import java.util.Random;

/** What is cut, broken, or looks like what it is not. */
final class HostileDamage extends HostileTable {
  private static final String MANIFEST = "AndroidManifest.xml";

  @Override
  void fill() {
    truncations();
    damagedStreams();
    structures();
    decoys();
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
    row("zlib in its data", cut(zlib(noisy()), 5000), "zlib.truncated");
    row("bzip2 in its data", cut(bzip2(TEXT), -10), "bzip2.truncated");
    row("xz in its data", cut(xz(TEXT), -60), "xz.truncated");
    row("xz in its index", cut(xz(TEXT), -16), "xz.truncated");
    row("xz in its footer", cut(xz(TEXT), -4), "xz.truncated");
    row("lzma in its data", cut(lzma(noisy()), 5000), "lzma.truncated");
    row("lzip in its data", cut(lzip(noisy(), 20), 5000), "lzip.truncated");
    row("lzip in its trailer", cut(lzip(TEXT, 20), -4), "lzip.truncated");
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

  private void damagedStreams() {
    group("damaged streams");
    row(
        "gzip of a block of no kind",
        new byte[] {31, -117, 8, 0, 0, 0, 0, 0, 0, 3, 7, 7, 7, 7, 7},
        "gzip.damaged");
    row("gzip of a block of another kind", flipped(gzip(noisy()), 10), "gzip.crc");
    row("zlib that does not match its sum", flipped(zlib(noisy()), -1), "zlib.adler");
    row("bzip2 with a damaged block", flipped(bzip2(noisy()), 5000), "bzip2.damaged");
    row("lzip that does not match its sum", flipped(lzip(TEXT, 20), -20), "lzip.checksum");
    row("lzip that lies of its size", flipped(lzip(TEXT, 20), -16), "lzip.size");
    row("lzip of a dictionary of 512 MiB", lzip(TEXT, 29), "lzip.memory-limit");
    row("lzip of noise", flipped(lzip(noisy(), 20), 5000), "lzip.damaged");
    row("xz with a damaged block", flipped(xz(noisy()), 30), "xz.damaged");
    row("zip with an unknown method", methodOf(zip("f"), 99), "zip.unsupported");
    row("zip that is encrypted", flipped(encrypted(zip("f")), 32), "zip.encrypted");
    row("zip that is marked as encrypted", encrypted(zip("f")), "container.false-encryption");
    row("app that is marked as encrypted", encrypted(zip(MANIFEST)), "container.false-encryption");
    row("app of a method that Android takes for stored", methodOf(zip(MANIFEST), 99), "zip.method");
    row(
        "app of two manifests",
        replaced(zip(MANIFEST, "BndroidManifest.xml"), "Bndroid", "Android"),
        "path.duplicate");
    row(
        "app of members in the same place",
        overlapping(zip(MANIFEST, "classes.dex")),
        "zip.overlap");
    row("app of two directories", twoDirectories(zip(MANIFEST)), "zip.two-directories");
    row(
        "app of more members than it counts",
        counting(zip(MANIFEST, "classes.dex"), 1),
        "zip.members");
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

  private static byte[] noisy() {
    byte[] noise = new byte[20_000];
    new Random(1).nextBytes(noise);
    return noise;
  }

  private static byte[] methodOf(byte[] zip, int method) {
    byte[] changed = zip.clone();
    changed[8] = (byte) method;
    changed[directory(zip) + 10] = (byte) method;
    return changed;
  }

  /** The second member begins where the first does. */
  private static byte[] overlapping(byte[] zip) {
    int first = directory(zip);
    return Draft.set32(zip, first + 46 + MANIFEST.length() + 42, LITTLE_ENDIAN, 0);
  }

  /** Android follows the first, other readers the second. */
  private static byte[] twoDirectories(byte[] zip) {
    int first = directory(zip);
    return Draft.little()
        .bytes(Arrays.copyOf(zip, zip.length - 22))
        .bytes(Arrays.copyOfRange(zip, first, zip.length))
        .done();
  }

  private static byte[] counting(byte[] zip, int members) {
    byte[] changed = zip.clone();
    changed[zip.length - 12] = (byte) members;
    return changed;
  }

  private static byte[] encrypted(byte[] zip) {
    byte[] changed = zip.clone();
    changed[6] |= 1;
    changed[directory(zip) + 8] |= 1;
    return changed;
  }

  private static String[] many(int count) {
    String[] names = new String[count];
    for (int i = 0; i < count; i++) {
      names[i] = "f" + i;
    }
    return names;
  }

  private static byte[] repeated(byte[] mark) {
    Draft draft = Draft.big().u8(1);
    for (int i = 0; i < 30_000; i++) {
      draft.bytes(mark);
    }
    return draft.done();
  }
}
