package dev.assay.inspect.hostile;

import static dev.assay.inspect.hostile.Archives.cut;
import static dev.assay.inspect.hostile.Archives.flipped;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

/** Lies in file systems of flash and disks, and in what boot loaders read. */
final class HostileFlash extends HostileTable {
  private static final long MOST = 0xFFFF_FFFFL;

  @Override
  void fill() {
    logs();
    compressed();
    disks();
    logicalVolumes();
    boot();
    firmware();
  }

  private void logs() {
    group("logs on flash");
    row("JFFS2 data that do not match", flipped(Flash.jffs2(4, 1), -1), "jffs2.inode");
    row("JFFS2 file of 4 GiB of holes", Flash.jffs2(MOST, 1), "limit.expansion");
    row("JFFS2 directory that is its own parent", Flash.jffs2(4, 2), NONE);
    row("UBI without a volume table", Flash.ubi(64, 128), "ubi.table");
    row("UBI whose headers are outside of their block", Flash.ubi(1 << 20, 1 << 21), "ubi.block");
  }

  private void compressed() {
    group("compressed file systems");
    row("cramfs that does not match", flipped(Flash.cramfs(76, 4), -1), "cramfs.crc");
    row("cramfs whose root is its child", Flash.cramfs(64, 12), "cramfs.cycle");
    row("cramfs block behind the end", Flash.cramfs(76, 1 << 20), "cramfs.block");
    row("cramfs cut short", cut(Flash.cramfs(76, 4), 100), "cramfs.truncated");
    row("EROFS file of extents in one place", Flash.erofs(1000, 2000), "erofs.overlap");
    row("EROFS whose extents take 2 GiB", Flash.erofs(2047 << 6, 4), "erofs.extent");
    row(
        "EROFS file of 4 GiB",
        Draft.set32(Flash.erofs(100, 4), 2152, LITTLE_ENDIAN, MOST),
        "erofs.file-size");
    row(
        "EROFS directory whose names are outside",
        Draft.set32(Flash.erofs(100, 4), 2088, LITTLE_ENDIAN, 0xFFF0),
        "erofs.directory");
  }

  private void disks() {
    group("tables of disks");
    row("GPT that does not match", flipped(Flash.gpt(34, 40), 512 + 16), "gpt.header-crc");
    row("GPT entries that do not match", flipped(Flash.gpt(34, 40), 1024 + 56), "gpt.entries-crc");
    row("GPT partition behind the end", Flash.gpt(34, Long.MAX_VALUE >> 10), "gpt.truncated");
    row("GPT partition over the table", Flash.gpt(1, 3), "gpt.overlap");
    row("FAT file of clusters in a ring", Flash.fat(2, 2, 3000), "fat.cross-link");
    row("FAT file behind the last cluster", Flash.fat(0xF00, 0xFFF, 3000), "fat.cluster");
    row("FAT file larger than its clusters", Flash.fat(2, 0xFFF, MOST), "fat.size");
    row("FAT directory in itself", Flash.fat(0, 0xFFF, 0), "fat.cross-link");
    row("VMDK of 2^60 bytes", Flash.vmdk(1L << 51), "limit.expansion");
    vmdk();
  }

  private void logicalVolumes() {
    group("volumes of LVM");
    String sound = linear("root", 0);
    row("without a lie", LvmVolume.of(sound + linear("var", 2)), NONE);
    row("in the same place", LvmVolume.of(sound + linear("var", 1)), "lvm.overlap");
    row("behind the last extent", LvmVolume.of(linear("root", 15)), "lvm.range");
    row("on another device", LvmVolume.of(striped("root", "\"pv1\", 0")), "lvm.missing");
    row("with a name that climbs out", LvmVolume.of(linear("..", 0)), "path.traversal");
    row("that mirrors itself", LvmVolume.of(mirror("a", "a")), "lvm.unsupported");
    row("of a number that is none", LvmVolume.of(striped("root", "\"pv0\", -1")), "lvm.text");
    row("in sections without an end", LvmVolume.of("a {".repeat(5000)), "lvm.text");
    row("whose text does not match", flipped(LvmVolume.of(sound), 4096 + 600), "lvm.metadata");
    row("cut short", cut(LvmVolume.of(sound), 66_000), "lvm.truncated");
  }

  private static String linear(String name, int first) {
    return striped(name, "\"pv0\", " + first);
  }

  private static String striped(String name, String stripes) {
    return LvmVolume.volume(name, "striped", "stripes = [" + stripes + "]");
  }

  private static String mirror(String name, String image) {
    return LvmVolume.volume(name, "mirror", "mirrors = [\"" + image + "\", 0]");
  }

  /** Their directory is in sector 1, the text that describes them in sector 3. */
  private void vmdk() {
    row("VMDK without a lie", Flash.vmdk(1024), NONE);
    row("VMDK without its footer", Flash.vmdk(3, 1024, -1, Draft.little()), "vmdk.footer");
    row(
        "VMDK directory behind the end",
        Flash.vmdk(3, 1024, 100, Draft.little()),
        "vmdk.truncated");
    row(
        "VMDK directory of 2^62 sectors",
        Flash.vmdk(3, 1024, 1L << 53, Draft.little()),
        "vmdk.truncated");
    Draft outside = Draft.little().u32(MOST);
    row("VMDK table behind the end", Flash.vmdk(3, 1024, 1, outside), "vmdk.table");
    Draft parent = Draft.little().fillTo(0, 1024).text("parentCID=1\nparentFileNameHint=\"/x\"\n");
    row("VMDK that goes on another", Flash.vmdk(3, 1024, 1, parent), "vmdk.parent");
    Draft grain = Draft.little().u32(1).fillTo(0, 4).u32(MOST);
    row("VMDK grain behind the end", Flash.vmdk(3, 1024, 1, grain), "vmdk.range");
    Draft elsewhere = Draft.little().u32(2).fillTo(0, 512).u32(7).fillTo(0, 6 * 512).u64(99).u32(9);
    row("VMDK grain of another place", Flash.vmdk(3 | 1 << 16, 1024, 1, elsewhere), "vmdk.grain");
    row("VMDK grain that is no zlib", Flash.vmdk(3 | 1 << 16, 1024, 1, elsewhere), "vmdk.block");
  }

  private void boot() {
    group("boot images");
    row("image tree whose image does not match", Flash.imageTree(512, 4), "fit.hash");
    row("image tree whose image is outside", Flash.imageTree(1 << 30, 4), "bytes.out-of-range");
    row(
        "image tree whose image has 2 GiB",
        Flash.imageTree(512, 0x7FFF_FFFF),
        "bytes.out-of-range");
    row(
        "kernel whose payload is outside",
        Flash.bzImage(MOST, MOST),
        "bzimage.payload-out-of-range");
    row("zImage of 4 GiB", Flash.zImage(0, MOST), "zimage.size");
    row("zImage that ends before it begins", Flash.zImage(MOST, 0), "zimage.size");
    row("zImage without a kernel", Flash.zImage(0, 8192), "kernel.payload");
    row("D-Link kernel behind the end", Flash.dLink(128, MOST), "dlink.part-out-of-range");
    row("D-Link kernel that does not match", Flash.dLink(128, 64), "dlink.checksum");
    row("ZyXEL image that does not match", Flash.ras(), "ras.rootfs-checksum");
    row("STM32 program of 4 GiB", Flash.stm32(MOST, 1), "stm32.truncated");
    row("STM32 program that does not match", Flash.stm32(20, 1), "stm32.checksum");
    row("STM32 program signed with a key of zeros", Flash.stm32(20, 0), "stm32.signature");
    row("ZTE configuration that is encrypted", Flash.zte(4, 8), "zte.encrypted");
    row("ZTE chunk that is cut", Flash.zte(0, 9000), "zte.truncated");
    row("ZTE chunk that is noise", Flash.zte(0, 20), "zte.chunk");
  }

  private void firmware() {
    group("firmware of boards");
    row("capsule of 4 GiB", Flash.capsule(28, MOST), "capsule.truncated");
    row("capsule of less than its header", Flash.capsule(64, 10), NONE);
    row("capsule whose image is not signed", Flash.fmpCapsule(1, 1), "capsule.unsigned");
    row("capsule whose image has no version", Flash.fmpCapsule(1, MOST), "capsule.image");
    row("capsule of 65,535 images", Flash.fmpCapsule(0xFFFF, 1), "capsule.items");
    row("regions of flash in one place", Flash.intel(1, 3, 2, 4), "ifd.overlap");
    row("region of flash behind the end", Flash.intel(1, 2, 0x100, 0x200), "ifd.range");
    row("signature list of sizes of 1", Flash.signatures(17), NONE);
    row(
        "signature list of 4 GiB",
        Draft.set32(Flash.signatures(60), 16, LITTLE_ENDIAN, MOST),
        NONE);
  }
}
