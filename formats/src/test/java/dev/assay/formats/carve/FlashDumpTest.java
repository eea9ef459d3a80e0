package dev.assay.formats.carve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Tool;
import dev.assay.formats.ubootenv.UBootEnvironment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlashDumpTest {
  @TempDir Path directory;

  private static Listed carved(byte[] dump) {
    Listed listed = Listed.of(Formats.carving(), Bytes.of(dump));
    assertThat(listed.problems).isEmpty();
    return listed;
  }

  @Test
  void aDumpIsDividedByWhatIsFoundInIt() throws Exception {
    Listed listed = carved(FlashDump.with("console=ttyS0,115200", directory));
    assertThat(listed.paths())
        .containsExactly(
            "0x00000000.u-boot.bin",
            "0x00040000.u-boot.environment",
            "0x00050000.u-boot.environment",
            "0x00060000.u-boot.uimage",
            "0x00200000.squashfs",
            "0x00300000.linux.jffs2",
            "0x003f1000.calibration.bin");
  }

  @Test
  void partitionsOfTheEnvironmentNameThePartsOfADumpThatAgrees() throws Exception {
    Listed listed = carved(FlashDump.with(FlashDump.PARTS, directory));
    assertThat(listed.paths())
        .containsExactly(
            "0x00000000.u-boot.bin",
            "0x00040000.env-a.u-boot.environment",
            "0x00050000.env-b.u-boot.environment",
            "0x00060000.kernel.u-boot.uimage",
            "0x00200000.rootfs.squashfs",
            "0x00300000.rootfs_data.linux.jffs2",
            "0x003f1000.calibration.bin");
  }

  @Test
  void partitionsThatNothingAgreesWithAreNotBelieved() throws Exception {
    String wrong = "mtdparts=spi0.0:100k(a),100k(b),-(c)";
    assertThat(carved(FlashDump.with(wrong, directory)).paths())
        .contains("0x00000000.u-boot.bin", "0x00060000.u-boot.uimage", "0x00200000.squashfs");
  }

  @Test
  void partitionsOfADeviceTreeNameTheParts() throws Exception {
    byte[] dump = FlashDump.with("console=ttyS0", directory);
    String tree =
        """
        /dts-v1/; / { flash { compatible = "jedec,spi-nor"; partitions { compatible = "fixed-partitions";
        #address-cells = <1>; #size-cells = <1>;
        partition@60000 { label = "linux"; reg = <0x60000 0x1a0000>; };
        partition@200000 { label = "root"; reg = <0x200000 0x100000>; };
        partition@3f0000 { label = "factory"; reg = <0x3f0000 0x10000>; }; }; }; };
        """;
    byte[] blob = Tool.filter(tree.getBytes(StandardCharsets.US_ASCII), "dtc", "-q", "-O", "dtb");
    System.arraycopy(blob, 0, dump, 0x180000, blob.length);
    dump[FlashDump.CALIBRATION] = 0;
    assertThat(carved(dump).paths())
        .contains(
            "0x00060000.linux.u-boot.uimage",
            "0x00180000.devicetree",
            "0x00200000.root.squashfs",
            "0x003f0000.factory.bin");
  }

  @Test
  void anEnvironmentIsWholeAndAWrongChecksumMakesItNone() throws Exception {
    byte[] dump = FlashDump.with("console=ttyS0", directory);
    byte[] environment = carved(dump).bytes("0x00040000.u-boot.environment");
    assertThat(environment).hasSize(0x4000);
    assertThat(UBootEnvironment.read(Bytes.of(environment)).orElseThrow().values())
        .containsEntry("arch", "mips")
        .containsEntry("bootcmd", "bootm");
    dump[FlashDump.ENVIRONMENT + 8] ^= 1;
    assertThat(carved(dump).paths())
        .contains("0x00040000.bin", "0x00050000.u-boot.environment")
        .doesNotContain("0x00040000.u-boot.environment");
  }

  @Test
  void aLoaderAndCalibrationAloneAreToldApart() {
    byte[] dump = new byte[1 << 20];
    Arrays.fill(dump, (byte) 0xFF);
    byte[] banner = "CFE version 1.0.37 for BCM96362".getBytes(StandardCharsets.US_ASCII);
    Arrays.fill(dump, 0, 40_000, (byte) 0x42);
    System.arraycopy(banner, 0, dump, 100, banner.length);
    byte[] eeprom = {0x15, 0x76, 0, 0, 0x00, 0x0C, 0x43, 0x26, 0x60, 0x40, 1, 1};
    System.arraycopy(eeprom, 0, dump, 0x80000, eeprom.length);
    assertThat(carved(dump).paths())
        .containsExactly("0x00000000.cfe.bin", "0x00080000.calibration.bin");
  }

  @Test
  void survivesDamage() throws Exception {
    byte[] dump = FlashDump.with(FlashDump.PARTS, directory);
    byte[] small =
        Arrays.copyOfRange(dump, FlashDump.ENVIRONMENT - 512, FlashDump.ENVIRONMENT + 0x4100);
    Hostile.survives(Formats.carving(), small);
  }
}
