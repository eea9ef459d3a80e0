package dev.assay.inspect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A file that is the product itself gives what it gives in a file system. */
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

  private static List<String> alone(String kind, byte[] content) {
    return found(
        kind,
        Inspection.of(
                List.of(new Source.InMemory("product.bin", Bytes.of(content))),
                Limits.DEFAULT,
                2,
                Progress.SILENT)
            .components());
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

  @Test
  void aKernel() {
    assertThat(alone("kernel", image(KERNEL)))
        .isEqualTo(inATree("kernel", image(KERNEL)))
        .containsExactly("Linux 6.1.55-vendor");
  }
}
