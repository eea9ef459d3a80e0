package dev.assay.inspect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** A file that is the product itself gives what it gives in a file system, and each thing once. */
class LoneFileTest {
  private static final byte[] BOOT_LOADER =
      ("U-Boot 2023.01 (Jan 09 2023 - 12:00:00 +0000)\0Hit any key to stop autoboot: %2d \0"
              + "bootcmd=run nand\0bootdelay=3\0nand=bootm\0\0")
          .getBytes(StandardCharsets.US_ASCII);

  private static final byte[] KERNEL =
      "Linux version 6.1.55-vendor (build@host) (arm-gcc (GCC) 12.2.0, GNU ld 2.40) #1 SMP Tue\n\0"
          .getBytes(StandardCharsets.US_ASCII);

  /** Noise with what is wanted in its middle. */
  private static byte[] image(byte[] part) {
    byte[] image = new byte[2 << 20];
    new Random(1).nextBytes(image);
    System.arraycopy(part, 0, image, 1 << 20, part.length);
    return image;
  }

  private static List<String> found(String kind, List<Described> components) {
    return components.stream()
        .map(Described::component)
        .filter(each -> each.kind().equals(kind))
        .map(each -> each.name() + " " + each.version())
        .toList();
  }

  private static List<Described> alone(byte[] content) {
    return Inspection.of(
            List.of(new Source.InMemory("product.bin", Bytes.of(content))),
            Limits.DEFAULT,
            2,
            Progress.SILENT)
        .components();
  }

  private static List<String> alone(String kind, byte[] content) {
    return found(kind, alone(content));
  }

  private static List<String> inATree(String kind, byte[] content) {
    return found(kind, Tree.ofASystem().file("boot/product.bin", content).all(kind));
  }

  @Test
  void aBootLoader() {
    assertThat(alone("bootloader", image(BOOT_LOADER)))
        .isEqualTo(inATree("bootloader", image(BOOT_LOADER)))
        .containsExactly("U-Boot 2023.01");
  }

  /** Flash with a boot loader before its environment, which is told apart by its checksum. */
  private static byte[] flash() {
    byte[] flash = new byte[4 << 20];
    Arrays.fill(flash, (byte) 0xFF);
    byte[] program = image(BOOT_LOADER);
    System.arraycopy(program, 0, flash, 0, program.length);
    byte[] environment = new byte[0x10000];
    byte[] variables = "bootcmd=run nand\0bootdelay=3\0\0".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(variables, 0, environment, 4, variables.length);
    CRC32 checksum = new CRC32();
    checksum.update(environment, 4, environment.length - 4);
    ByteBuffer.wrap(environment).order(ByteOrder.LITTLE_ENDIAN).putInt((int) checksum.getValue());
    System.arraycopy(environment, 0, flash, 3 << 20, environment.length);
    return flash;
  }

  @Test
  void aBootLoaderInFlashIsOneComponentWhereverItsTextsLie() {
    byte[] flash = flash();
    byte[] second =
        "U-Boot SPL 2023.01 (Jan 09 2023 - 12:00:00 +0000)\0".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(second, 0, flash, (3 << 20) + 0x80000, second.length);
    List<Described> components = alone(flash);
    assertThat(found("software", components)).containsExactly("u-boot 2023.01");
    assertThat(components).extracting(each -> each.component().id()).doesNotHaveDuplicates();
    assertThat(found("bootloader", components))
        .containsExactlyInAnyOrder("U-Boot 2023.01", "U-Boot environment ");
  }

  @Test
  void anotherBootLoaderInTheSameFlashIsOneMore() {
    byte[] flash = flash();
    byte[] other =
        new String(BOOT_LOADER, StandardCharsets.US_ASCII)
            .replace("2023.01", "2024.10")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] archive = Tree.ofASystem().file("boot/u-boot.bin", image(other)).cpio();
    byte[] whole = Arrays.copyOf(flash, 8 << 20);
    System.arraycopy(archive, 0, whole, 4 << 20, archive.length);
    assertThat(found("bootloader", alone(whole)))
        .containsExactlyInAnyOrder("U-Boot 2023.01", "U-Boot 2024.10", "U-Boot environment ");
  }

  @Test
  void aKernel() {
    assertThat(alone("kernel", image(KERNEL)))
        .isEqualTo(inATree("kernel", image(KERNEL)))
        .containsExactly("Linux 6.1.55-vendor");
  }
}
