package dev.assay.formats.carve;

import dev.assay.formats.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * The dump of a router's flash chip of 4 MiB, made of what mkenvimage, mkimage, mksquashfs and
 * mkfs.jffs2 wrote: boot loader, two environments, kernel, root, configuration, calibration.
 */
final class FlashDump {
  static final int SIZE = 4 << 20;
  static final int ENVIRONMENT = 0x40000;
  static final int SECOND = 0x50000;
  static final int KERNEL = 0x60000;
  static final int ROOT = 0x200000;
  static final int CONFIGURATION = 0x300000;
  static final int CALIBRATION = 0x3F0000;
  static final String PARTS =
      "mtdparts=spi0.0:256k(u-boot)ro,64k(env-a),64k(env-b),1664k(kernel),1m(rootfs),960k(rootfs_data),64k(art)ro,3904k@0x20000(firmware)";

  private final Path directory;
  private final byte[] bytes = new byte[SIZE];

  private FlashDump(Path directory) {
    this.directory = directory;
    Arrays.fill(bytes, (byte) 0xFF);
  }

  /**
   * @param bootargs value of the environment's variable of that name
   */
  static byte[] with(String bootargs, Path directory) throws IOException {
    FlashDump dump = new FlashDump(directory);
    Path tree = Files.createDirectories(directory.resolve("tree/etc"));
    Files.writeString(tree.resolve("passwd"), "root:x:0:0::/root:/bin/sh\n");
    dump.loader();
    Files.writeString(
        directory.resolve("env"),
        "arch=mips\nbaudrate=115200\nbootargs=" + bootargs + "\nbootcmd=bootm\n");
    dump.put(ENVIRONMENT, "mkenvimage", "mkenvimage -r -s 0x4000 -o out env");
    dump.put(SECOND, "mkenvimage", "mkenvimage -r -b -s 0x4000 -o out env");
    byte[] kernel = new byte[300_000];
    new Random(7).nextBytes(kernel);
    Files.write(directory.resolve("kernel"), kernel);
    dump.put(KERNEL, "mkimage", "mkimage -A mips -T kernel -C lzma -d kernel out");
    dump.put(ROOT, "mksquashfs", "mksquashfs tree out -quiet -no-progress -noappend");
    dump.put(CONFIGURATION, "mkfs.jffs2", "mkfs.jffs2 -b -e 65536 -r tree -o out");
    dump.bytes[CALIBRATION + 0x1000] = 2;
    dump.bytes[CALIBRATION + 0x1001] = 2;
    byte[] address = {0x00, 0x03, 0x7F, 0x11, 0x22, 0x33};
    System.arraycopy(address, 0, dump.bytes, CALIBRATION + 0x1002, 6);
    return dump.bytes;
  }

  private void loader() {
    byte[] code = new byte[150_000];
    new Random(3).nextBytes(code);
    System.arraycopy(code, 0, bytes, 0, code.length);
    byte[] banner =
        "U-Boot 2018.03 (May 04 2018 - 10:11:12 +0000)\0".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(banner, 0, bytes, 0x8000, banner.length);
  }

  private void put(int at, String tool, String command) throws IOException {
    Files.deleteIfExists(directory.resolve("out"));
    org.junit.jupiter.api.Assumptions.assumeTrue(Tool.isInstalled(tool), tool + " is installed");
    Tool.run(directory, "sh", "-c", command);
    byte[] image = Files.readAllBytes(directory.resolve("out"));
    System.arraycopy(image, 0, bytes, at, image.length);
  }
}
