package dev.assay.formats.bootimage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images that mkbootimg makes. */
class BootImageTest {
  @TempDir Path directory;

  private byte[] made(String options) throws Exception {
    FlashTree tree = FlashTree.in(directory);
    for (String part : List.of("kernel", "ramdisk", "second", "dtb", "dtbo")) {
      Files.writeString(tree.path(part), (part + " ").repeat(500));
    }
    return tree.image("mkbootimg", "mkbootimg " + options);
  }

  private static final String PARTS =
      "--kernel kernel --ramdisk ramdisk --cmdline 'console=ttyS0 quiet' ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--header_version 0 --second second -o image | second",
        "--header_version 0 --pagesize 16384 -o image | ''",
        "--header_version 1 --second second -o image | second",
        "--header_version 2 --dtb dtb --second second -o image | second,dtb",
        "--header_version 3 -o image | ''",
      })
  void readsEveryVersion(String options, String more) throws Exception {
    byte[] image = made(PARTS + options);
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(BootImage.class);
    Listed listed = Listed.of(new BootImage(), Bytes.of(image));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.text("cmdline")).isEqualTo("console=ttyS0 quiet");
    assertThat(listed.text("kernel")).isEqualTo("kernel ".repeat(500));
    assertThat(listed.text("ramdisk")).isEqualTo("ramdisk ".repeat(500));
    assertThat(String.join(",", listed.paths()))
        .isEqualTo("cmdline,kernel,ramdisk" + (more.isEmpty() ? "" : "," + more));
    if (!more.isEmpty()) {
      String last = more.substring(more.lastIndexOf(',') + 1);
      assertThat(listed.text(last))
          .isEqualTo(last.replace("recovery_", "").concat(" ").repeat(500));
    }
    Hostile.survives(new BootImage(), image);
  }

  @Test
  void aChangedKernelDoesNotMatchItsId() throws Exception {
    byte[] image = made(PARTS + "--header_version 2 --dtb dtb -o image");
    image[2048 + 5] ^= 1;
    assertThat(Listed.of(new BootImage(), Bytes.of(image)).problems)
        .extracting(Problem::code)
        .containsExactly("boot.id");
  }

  @Test
  void isFoundInsideABlob() throws Exception {
    byte[] image = made(PARTS + "--header_version 2 --dtb dtb -o image");
    Forged blob = Forged.little().fill(1, 4096).bytes(image).fill(2, 4096);
    assertThat(new BootImage().extent(blob.toBytes(), 4096).orElseThrow())
        .isBetween((long) image.length - 2048, (long) image.length);
    assertThat(new BootImage().extent(Forged.little().text("ANDROID!").fill(7, 4096).toBytes(), 0))
        .isEmpty();
  }

  @Test
  void readsVendorBootImages() throws Exception {
    byte[] image =
        made(
            "--header_version 3 --vendor_boot image --vendor_ramdisk ramdisk --dtb dtb"
                + " --vendor_cmdline 'a=b c'");
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(VendorBootImage.class);
    Listed listed = Listed.of(new VendorBootImage(), Bytes.of(image));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("cmdline", "vendor_ramdisk", "dtb");
    assertThat(listed.text("cmdline")).isEqualTo("a=b c");
    assertThat(listed.text("vendor_ramdisk")).isEqualTo("ramdisk ".repeat(500));
    assertThat(listed.text("dtb")).isEqualTo("dtb ".repeat(500));
    Hostile.survives(new VendorBootImage(), image);
  }

  /** The packaged mkbootimg writes up to version 3. */
  @Test
  void readsVersionFour() {
    Forged boot = Forged.little().text("ANDROID!").u32(6, 7, 0, 1584).fill(0, 16).u32(4);
    boot.text("quiet", 1536).u32(4).fillTo(0, 4096).text("kernel").fillTo(0, 8192);
    boot.text("ramdisk").fillTo(0, 12288).text("sign").fillTo(0, 16384);
    Listed listed = Listed.of(new BootImage(), boot.toBytes());
    assertThat(listed.paths()).containsExactly("cmdline", "kernel", "ramdisk", "signature");
    assertThat(listed.text("signature")).isEqualTo("sign");
    Forged vendor = Forged.little().text("VNDRBOOT").u32(4, 2048, 0, 0, 9).text("", 2048).u32(0);
    vendor.text("", 16).u32(2128, 3).u64(0).u32(216, 2, 108, 12).fillTo(0, 4096);
    vendor.text("oneramtwo").fillTo(0, 6144).text("dtb").fillTo(0, 8192);
    vendor.u32(6, 0, 1).text("", 96).u32(3, 6, 2).text("recovery", 96).fillTo(0, 10240);
    vendor.text("androidboot.").fillTo(0, 12288);
    Listed parts = Listed.of(new VendorBootImage(), vendor.toBytes());
    assertThat(parts.problems).isEmpty();
    assertThat(parts.paths())
        .containsExactly("dtb", "vendor_ramdisk", "vendor_ramdisk-recovery", "bootconfig");
    assertThat(parts.text("vendor_ramdisk")).isEqualTo("oneram");
    assertThat(parts.text("vendor_ramdisk-recovery")).isEqualTo("two");
    Hostile.survives(new VendorBootImage(), vendor.toArray());
  }

  /** The packaged mkbootimg fails on overlays for recovery. */
  @Test
  void readsOverlaysForRecovery() {
    Forged boot = Forged.little().text("ANDROID!").u32(6, 0, 7, 0, 0, 0, 0, 2048, 1);
    boot.fillTo(0, 1632).u32(4).u64(6144).u32(1648).fillTo(0, 2048).text("kernel");
    boot.fillTo(0, 4096).text("ramdisk").fillTo(0, 6144).text("dtbo").fillTo(0, 8192);
    Listed listed = Listed.of(new BootImage(), boot.toBytes());
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("kernel", "ramdisk", "recovery_dtbo");
    assertThat(listed.text("recovery_dtbo")).isEqualTo("dtbo");
  }

  @Test
  void readsOverlays() {
    Forged dtbo = Forged.big().u32(0xD7B7AB1EL, 104, 32, 32, 2, 32, 2048, 0);
    dtbo.u32(3, 96, 1, 0).fill(0, 16).u32(5, 99, 2, 0).fill(0, 16).text("onetwo22");
    Listed listed = Listed.of(new Dtbo(), dtbo.toBytes());
    assertThat(Formats.of(dtbo.toBytes()).orElseThrow()).isInstanceOf(Dtbo.class);
    assertThat(listed.problems).isEmpty();
    assertThat(listed.text("overlay-0")).isEqualTo("one");
    assertThat(listed.text("overlay-1")).isEqualTo("two22");
    dtbo.set32(64 + 4, 97);
    assertThat(Listed.of(new Dtbo(), dtbo.toBytes()).problems)
        .extracting(Problem::code)
        .containsExactly("dtbo.overlap");
    assertThat(new Dtbo().extent(dtbo.toBytes(), 0)).hasValue(104);
    Hostile.survives(new Dtbo(), dtbo.toArray());
  }
}
