package dev.assay.inspect.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A kernel whose image lies in a root of its own, as in the flash of a device. */
class KernelPartsTest {
  private static final String RELEASE = "6.1.55-vendor";
  private static final String CONFIG =
      "# Automatically generated\nCONFIG_ARM=y\n# CONFIG_MODULE_SIG is not set\n";

  @Test
  void theModulesOfAnotherRootBelongToTheImage() {
    Described kernel =
        flash()
            .file(
                "rootfs",
                new Tree()
                    .file("lib/modules/" + RELEASE + "/one.ko", module("one", RELEASE))
                    .file("lib/modules/" + RELEASE + "/two.ko", module("two", RELEASE))
                    .cpio())
            .only("kernel");
    assertThat(facts(kernel).modules()).containsExactly("one", "two");
    assertThat(facts(kernel).unsignedModules()).containsExactly("one", "two");
    assertThat(kernel.component().id()).isEqualTo("kernel:fw!/kernel#" + RELEASE);
    assertThat(kernel.component().artifacts())
        .containsExactly("fw!/kernel", "fw!/rootfs!/lib/modules/6.1.55-vendor/one.ko");
    assertThat(kernel.evidence())
        .extracting(each -> each.fact())
        .contains("unsignedModules[0]", "unsignedModules[1]", "banner");
    assertThat(kernel.unknown()).containsOnlyKeys("config");
    assertThat(kernel.signs().entryPoints().orElseThrow().value()).isEqualTo(402);
  }

  @Test
  void theConfigurationOfAnotherRootStandsIn() {
    Described kernel = flash().file("rootfs", configured(CONFIG)).only("kernel");
    assertThat(facts(kernel).config()).containsEntry("CONFIG_MODULE_SIG", "n");
    assertThat(facts(kernel).architecture()).isEqualTo("arm");
    assertThat(kernel.unknown()).containsOnlyKeys("configWhole");
    assertThat(kernel.evidence())
        .extracting(each -> each.fact())
        .contains("config[CONFIG_MODULE_SIG]");
  }

  @Test
  void configurationsThatDifferLeaveItOpen() {
    Described kernel =
        flash()
            .file("one", configured(CONFIG))
            .file("other", configured(CONFIG + "CONFIG_NET=y\n"))
            .only("kernel");
    assertThat(kernel.unknown()).containsKey("config");
  }

  @Test
  void modulesBelongToNoImageWhereThereAreSeveral() {
    assertThat(
            flash()
                .file("second", new Tree().file("boot/Image", image(2)).cpio())
                .file("rootfs", configured(CONFIG))
                .all("kernel"))
        .hasSize(3);
  }

  @Test
  void modulesOfAnotherReleaseStayByThemselves() {
    byte[] other = new Tree().file("lib/modules/5.4.0/one.ko", module("one", "5.4.0")).cpio();
    assertThat(flash().file("rootfs", other).all("kernel"))
        .extracting(each -> facts(each).release())
        .containsExactlyInAnyOrder(RELEASE, "5.4.0");
  }

  private static KernelFacts facts(Described kernel) {
    return (KernelFacts) kernel.facts();
  }

  private static Tree flash() {
    return new Tree().file("kernel", image(1));
  }

  private static byte[] configured(String config) {
    return new Tree().file("lib/modules/" + RELEASE + "/config", config).cpio();
  }

  private static byte[] image(int seed) {
    byte[] image = new byte[2 << 20];
    new Random(seed).nextBytes(image);
    byte[] banner =
        ("Linux version " + RELEASE + " (build@host) (gcc 12.2.0, GNU ld 2.40) #1 SMP Tue\n\0")
            .getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(banner, 0, image, 1 << 20, banner.length);
    return image;
  }

  /** An ELF object with nothing but {@code .modinfo} and the names of sections. */
  private static byte[] module(String name, String release) {
    byte[] info =
        ("name=" + name + "\0license=GPL\0vermagic=" + release + " SMP \0")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] names = "\0.modinfo\0.shstrtab\0".getBytes(StandardCharsets.US_ASCII);
    int table = 64 + info.length + names.length;
    ByteBuffer file = ByteBuffer.allocate(table + 3 * 64).order(ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1}).position(16);
    file.putShort((short) 1).putShort((short) 183).putInt(1).putLong(0).putLong(0).putLong(table);
    file.putInt(0).putShort((short) 64).putShort((short) 0).putShort((short) 0);
    file.putShort((short) 64).putShort((short) 3).putShort((short) 2).put(info).put(names);
    section(file.position(table + 64), 1, 1, 64, info.length);
    section(file, 10, 3, 64 + info.length, names.length);
    return file.array();
  }

  private static void section(ByteBuffer file, int name, int type, long offset, long size) {
    file.putInt(name).putInt(type).putLong(0).putLong(0).putLong(offset).putLong(size);
    file.putInt(0).putInt(0).putLong(1).putLong(0);
  }
}
