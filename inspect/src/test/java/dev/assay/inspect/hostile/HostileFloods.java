package dev.assay.inspect.hostile;

import static dev.assay.inspect.hostile.Archives.bzip2;
import static dev.assay.inspect.hostile.Archives.gzip;
import static dev.assay.inspect.hostile.Archives.lzip;
import static dev.assay.inspect.hostile.Archives.lzma;
import static dev.assay.inspect.hostile.Archives.tar;
import static dev.assay.inspect.hostile.Archives.tarOf;
import static dev.assay.inspect.hostile.Archives.uimage;
import static dev.assay.inspect.hostile.Archives.xz;
import static dev.assay.inspect.hostile.Archives.zipOf;
import static dev.assay.inspect.hostile.Archives.zlib;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Little that unpacks to much. */
final class HostileFloods extends HostileTable {
  private static final long MOST = 0xFFFF_FFFFL;
  private static final byte[] ZEROS = new byte[4 << 20];

  @Override
  void fill() {
    bombs();
    nesting();
    overlaps();
  }

  private void bombs() {
    group("bombs by ratio");
    row("gzip of zeros", gzip(ZEROS), "limit.expansion");
    row("zlib of zeros", zlib(ZEROS), "limit.expansion");
    row("bzip2 of zeros", bzip2(ZEROS), "limit.expansion");
    row("xz of zeros", xz(ZEROS), "limit.expansion");
    row("lzma of zeros", lzma(ZEROS), "limit.expansion");
    row("lzip of zeros", lzip(ZEROS, 20), "limit.expansion");
    row("zip of zeros", zipOf("zeros", ZEROS), "limit.expansion");
    row("gzip in gzip", gzip(gzip(ZEROS)), "limit.expansion");
    row("gzip in zip in tar", tarOf("a.zip", zipOf("a.gz", gzip(ZEROS))), "limit.expansion");
    row("xz in uImage", uimage(xz(ZEROS)), "limit.expansion");
    row("EFI compression of zeros", Images.volume(efi()), "limit.expansion");
    row("lzma in a firmware volume", Images.volume(guided(lzma(ZEROS))), "limit.expansion");
    row("OTA operation of bzip2 of zeros", Images.ota(6, 0, 127, 0), NONE);
    group("sparse giants");
    row("VHDX of 1 TiB", Images.vhdx(1 << 20, 1L << 40, 0), "limit.expansion");
    row("sparse image of 16 TiB", Images.sparse(0xCAC2, MOST), "limit.expansion");
    row("F2FS file of 4 GiB of holes", f2fs(Images.F2FS_FILE + 16, MOST), "limit.expansion");
    row("F2FS file of 1 TiB of holes", f2fs(Images.F2FS_FILE + 20, 256), "limit.expansion");
    row("sparse image with a gap of 16 TiB", Images.sparse(0xCAC3, MOST), "sparse.chunk");
    row("OTA partition that starts far behind", Images.ota(0, 120, 1, 10), "payload.data");
  }

  private void nesting() {
    group("nesting");
    row("40 gzips", nested(TEXT, Archives::gzip), "limit.nesting");
    row("40 zlibs", nested(TEXT, Archives::zlib), "limit.nesting");
    row("40 bzip2s", nested(TEXT, Archives::bzip2), "limit.nesting");
    row("40 xzs", nested(TEXT, Archives::xz), "limit.nesting");
    row("40 uImages", nested(TEXT, Archives::uimage), "limit.nesting");
    row("40 tars", nested(TEXT, in -> tarOf("in", in)), "limit.nesting");
    row("40 zips", nested(TEXT, in -> zipOf("in", in)), "limit.nesting");
    row("40 firmware sections", Images.volume(Images.sections(40)), "uefi.depth");
    row("12 firmware volumes", volumes(12), NONE);
    row("40 firmware volumes", volumes(40), "limit.nesting");
  }

  private void overlaps() {
    group("overlaps and repeats");
    row("300 names for one file of 64 KiB", Images.romfsOfLinks(300, 64 << 10), "limit.overlap");
    row("20 names for one file of 64 KiB", Images.romfsOfLinks(20, 64 << 10), NONE);
    row("the same archive twice", twice(), "container.repeated");
    row("TP-Link parts in one place", Images.tpLink(512, 100, 550, 100), "tplink.overlap");
    row("TP-Link part over the header", Images.tpLink(0, 600, 0, 0), "tplink.overlap");
    row("HWNP item over the header", Images.hwnp(0, 700), "hwnp.overlap");
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

  private static byte[] twice() {
    String inner = new String(tar("f=text"), StandardCharsets.ISO_8859_1);
    return tar("one.tar=" + inner, "two.tar=" + inner);
  }
}
