package dev.assay.inspect.hostile;

import static dev.assay.inspect.hostile.Archives.ar;
import static dev.assay.inspect.hostile.Archives.bzip2;
import static dev.assay.inspect.hostile.Archives.cpio;
import static dev.assay.inspect.hostile.Archives.flipped;
import static dev.assay.inspect.hostile.Archives.gzip;
import static dev.assay.inspect.hostile.Archives.replaced;
import static dev.assay.inspect.hostile.Archives.uimage;
import static dev.assay.inspect.hostile.Archives.xz;
import static dev.assay.inspect.hostile.Archives.zip;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

/** Fields that say what is not so. */
final class HostileLies extends HostileTable {
  private static final long MOST = 0xFFFF_FFFFL;

  @Override
  void fill() {
    wraps();
    lyingChecksums();
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
    row("HWNP item of 4 GiB", Images.hwnp(412, MOST), "hwnp.truncated");
    row("HWNP item behind the end", Images.hwnp(MOST, MOST), "hwnp.range");
    row("kernel of 4 GiB in a boot image", Images.boot(MOST, 0), "boot.truncated");
    row("ramdisk behind 4 GiB in a boot image", Images.boot(MOST, MOST), "boot.range");
    row("vendor ramdisk table of 2^32 rows", Images.vendorBoot(1, MOST, 108), "vendor-boot.table");
    row("vendor ramdisk table of rows of 0", Images.vendorBoot(1, 1, 0), "vendor-boot.table");
    row("overlay behind the end", Images.dtbo(MOST), "dtbo.range");
    row("AVB descriptor of 2^63 bytes", Images.vbMeta(Long.MAX_VALUE), "avb.descriptor");
    row("AVB descriptor of -8 bytes", Images.vbMeta(-8), "avb.descriptor");
    row("OTA field of 2^63 bytes", Images.payload(endlessField()), "proto.message");
    row(
        "OTA number without end",
        Images.payload(new byte[] {8, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1}),
        "proto.message");
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
    row("VHDX block behind the end", Images.vhdx(1 << 20, 1 << 20, MOST), "vhdx.range");
    row("VHDX of blocks of 3 bytes", Images.vhdx(3, 1 << 20, 1), "vhdx.metadata");
    row("VHDX of 4 blocks and a table of 2", Images.vhdx(1 << 20, 4 << 20, 0), "vhdx.truncated");
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
    row("HWNP header", flipped(Images.hwnp(412, 420), 40), "hwnp.header-crc");
    row("HWNP", flipped(Images.hwnp(412, 420), -1), "hwnp.crc");
    row("HWNP item", Images.hwnp(412, 420), "hwnp.item-crc");
    row("Edimax", Images.edimax(), "edimax.checksum");
    row("Linksys", Images.linksys(), "linksys.crc");
    row("Android boot image", Images.boot(420, 420), "boot.id");
    row("DFU suffix", Images.dfu(), "dfu.crc");
    row("ESP32 checksum", Images.esp(), "esp.checksum");
    row("ESP32 digest", Images.esp(), "esp.digest");
    row("MCUboot digest", Images.mcuboot(32, 0), "mcuboot.digest");
    row("VHDX headers", Images.vhdx(1 << 20, 1 << 20, 0), "vhdx.checksum");
    row("F2FS checkpoint", f2fs(Images.F2FS_CHECKPOINT + 168, 1), "f2fs.checkpoint-crc");
    row("romfs", flipped(Images.romfs(0), 20), "romfs.checksum");
    row("Intel HEX", text(":0100000001FE\n:0100010001FE\n:00000001FF\n"), "ihex.checksum");
    row("S-record", text("S00600004844521B\nS104000041FF\nS9030000FC\n"), "srec.checksum");
    row("zip member", flipped(zip("f"), directory(zip("f")) + 16), "zip.crc");
    row("gzip", flipped(gzip(TEXT), -6), "gzip.crc");
    row("bzip2", flipped(bzip2(TEXT), 12), "bzip2.damaged");
    row("xz", flipped(xz(TEXT), -20), "xz.damaged");
  }

  private static byte[] endlessField() {
    return Draft.big().u8(0x6A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F).done();
  }

  private static byte[] longSection() {
    return Draft.little().u8(0xFE, 0xFF, 0xFF, 0x19).fill(1, 40).done();
  }
}
