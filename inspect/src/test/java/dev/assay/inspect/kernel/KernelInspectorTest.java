package dev.assay.inspect.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import dev.assay.model.Evidence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class KernelInspectorTest {
  private static final String BANNER =
      "Linux version 6.1.55-vendor (build@host) (arm-gcc (GCC) 12.2.0, GNU ld 2.40) #1 SMP Tue\n";
  private static final String CONFIG =
      "# Automatically generated\nCONFIG_ARM=y\nCONFIG_MODULES=m\n"
          + "# CONFIG_STACKPROTECTOR is not set\nCONFIG_LSM=\"lockdown,yama\"\n";

  /** A raw kernel image: noise with what a kernel holds in between. */
  private static byte[] image(byte[]... parts) {
    byte[] image = new byte[3 << 20];
    new Random(1).nextBytes(image);
    int at = 1 << 20;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, image, at, part.length);
      at += part.length + 512;
    }
    return image;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** As kernel/configs.c embeds it. */
  private static byte[] embedded(String config) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ascii("IKCFG_ST"));
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(ascii(config));
    }
    out.writeBytes(ascii("IKCFG_ED"));
    return out.toByteArray();
  }

  private static KernelFacts facts(Described described) {
    return (KernelFacts) described.facts();
  }

  @Test
  void theBannerTellsReleaseAndCompilerWithItsPlace() {
    Described kernel = Tree.ofASystem().file("boot/Image", image(ascii(BANNER))).only("kernel");
    assertThat(facts(kernel).release()).isEqualTo("6.1.55-vendor");
    assertThat(facts(kernel).compiler()).isEqualTo("arm-gcc (GCC) 12.2.0, GNU ld 2.40");
    assertThat(facts(kernel).banner()).isEqualTo(BANNER.strip());
    assertThat(kernel.component().version()).isEqualTo("6.1.55-vendor");
    assertThat(kernel.component().cpe()).contains(":linux_kernel:6.1.55:");
    assertThat(kernel.evidence())
        .filteredOn(each -> each.fact().equals("banner"))
        .extracting(each -> each.evidence())
        .containsExactly(Evidence.offset("fw!/boot/Image", 1 << 20, BANNER.strip()));
    assertThat(kernel.unknown()).containsOnlyKeys("config");
  }

  /** An image as Debian ships it: compressed, its configuration beside it. */
  @Test
  void theConfigurationBesideACompressedImageIsItsOwn() throws IOException {
    Tree tree =
        Tree.ofASystem()
            .file("boot/vmlinuz-6.1.55-vendor", compressed(image(ascii(BANNER))))
            .file("boot/config-6.1.55-vendor", WHOLE);
    Described kernel = tree.only("kernel");
    assertThat(facts(kernel).banner()).isEqualTo(BANNER.strip());
    assertThat(facts(kernel).config()).containsEntry("CONFIG_CRC32", "y");
    assertThat(kernel.unknown()).isEmpty();
    assertThat(kernel.component().artifacts())
        .containsExactlyInAnyOrder(
            "fw!/boot/vmlinuz-6.1.55-vendor!/vmlinux", "fw!/boot/config-6.1.55-vendor");
  }

  /** A bzImage (Linux, Documentation/arch/x86/boot.rst) of two sectors of setup and no code. */
  private static byte[] compressed(byte[] kernel) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(kernel);
    }
    int code = 3 * 512;
    ByteBuffer image = ByteBuffer.allocate(code + packed.size()).order(ByteOrder.LITTLE_ENDIAN);
    image.put(0x1F1, (byte) 2).putShort(0x1FE, (short) 0xAA55);
    image.put(0x202, ascii("HdrS")).putShort(0x206, (short) 0x20F);
    image.putInt(0x248, 0).putInt(0x24C, packed.size());
    return image.put(code, packed.toByteArray()).array();
  }

  private static final String WHOLE =
      "#\n# Automatically generated file; DO NOT EDIT.\n# Linux/arm 6.1.55 Kernel Configuration\n#\n"
          + "CONFIG_ARM=y\n#\n# Library routines\n#\nCONFIG_CRC32=y\n# end of Library routines\n"
          + "\n#\n# Kernel hacking\n#\nCONFIG_PRINTK_TIME=y\n";

  @Test
  void aConfigurationIsWholeOnlyIfItsEndWasSeen() throws IOException {
    for (int cut : List.of(0, 1, 12, 60, WHOLE.length() - 3)) {
      String text = WHOLE.substring(0, WHOLE.length() - cut);
      Described file = Tree.ofASystem().file("boot/config-6.1.55", text).only("kernel");
      assertThat(facts(file).configWhole()).as("cut by %d", cut).isEqualTo(cut == 0);
      Described inside =
          Tree.ofASystem().file("boot/Image", image(ascii(BANNER), embedded(text))).only("kernel");
      assertThat(facts(inside).configWhole()).as("cut by %d", cut).isEqualTo(cut == 0);
    }
    Described fragment = Tree.ofASystem().file("boot/config-6.1.55", CONFIG).only("kernel");
    assertThat(facts(fragment).configWhole()).isFalse();
  }

  @Test
  void imagesOfOneReleaseThatAreConfiguredDifferentlyLeaveItOpen() throws IOException {
    Described kernel =
        Tree.ofASystem()
            .file("boot/Image", image(ascii(BANNER), embedded(WHOLE)))
            .file("boot/Image.old", image(ascii(BANNER), embedded(WHOLE + "CONFIG_NET=y\n")))
            .only("kernel");
    assertThat(kernel.unknown()).containsOnlyKeys("config", "configWhole");
  }

  @Test
  void theEmbeddedConfigurationIsRead() throws IOException {
    Described kernel =
        Tree.ofASystem()
            .file("boot/Image", image(ascii("IKCFG_ST is a text"), ascii(BANNER), embedded(CONFIG)))
            .only("kernel");
    assertThat(facts(kernel).config())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "CONFIG_ARM", "y",
                "CONFIG_MODULES", "m",
                "CONFIG_STACKPROTECTOR", "n",
                "CONFIG_LSM", "lockdown,yama"));
    assertThat(facts(kernel).configEmbedded()).isTrue();
    assertThat(facts(kernel).architecture()).isEqualTo("arm");
    assertThat(kernel.unknown()).containsOnlyKeys("configWhole");
  }

  @Test
  void aDamagedEmbeddedConfigurationIsUnknownButSeen() throws IOException {
    byte[] whole = embedded(CONFIG.repeat(50));
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, 30, 60, (byte) 0x55);
    for (byte[] config : List.of(damaged, Arrays.copyOf(whole, whole.length / 2))) {
      Described kernel =
          Tree.ofASystem().file("boot/Image", image(ascii(BANNER), config)).only("kernel");
      assertThat(facts(kernel).config()).isEmpty();
      assertThat(facts(kernel).configEmbedded()).isTrue();
      assertThat(kernel.unknown()).containsOnlyKeys("config");
      assertThat(kernel.unknown().get("config")).contains("damaged");
    }
  }

  @Test
  void aConfigurationFileOfTheSameReleaseStandsInWithItsLines() throws IOException {
    byte[] half = Arrays.copyOf(embedded(CONFIG), 40);
    Described kernel =
        Tree.ofASystem()
            .file("boot/Image", image(ascii(BANNER), half))
            .file("boot/config-6.1.55-vendor", CONFIG)
            .only("kernel");
    assertThat(facts(kernel).config()).containsEntry("CONFIG_STACKPROTECTOR", "n");
    assertThat(kernel.unknown()).containsOnlyKeys("configWhole");
    assertThat(kernel.evidence())
        .filteredOn(each -> each.fact().equals("config[CONFIG_STACKPROTECTOR]"))
        .extracting(each -> each.evidence())
        .containsExactly(
            Evidence.line(
                "fw!/boot/config-6.1.55-vendor", 4, "# CONFIG_STACKPROTECTOR is not set"));
  }

  @Test
  void eachReleaseIsAKernelOfItsOwn() {
    List<Described> kernels =
        Tree.ofASystem()
            .file("boot/Image", image(ascii(BANNER)))
            .file("boot/config-5.10.1", "CONFIG_X86=y\n")
            .file("lib/modules/4.19.0/config", "CONFIG_MIPS=y\n")
            .all("kernel");
    assertThat(kernels)
        .extracting(each -> facts(each).release() + " " + facts(each).architecture())
        .containsExactlyInAnyOrder("6.1.55-vendor ", "5.10.1 x86", "4.19.0 mips");
  }

  @Test
  void aBannerWithoutItsShapeIsNoKernel() {
    assertThat(
            Tree.ofASystem()
                .file(
                    "boot/Image", image(ascii("Linux version %s (%s)\n"), ascii("Linux version ")))
                .all("kernel"))
        .isEmpty();
  }
}
