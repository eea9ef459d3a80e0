package dev.assay.formats.bzimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Forged;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Malformed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BzImageTest {
  private static final int SETUP_SECTORS = 2;
  private static final int CODE = (SETUP_SECTORS + 1) * 512;

  private static final byte[] KERNEL = kernel();

  private static byte[] kernel() {
    byte[] kernel = new byte[10_000];
    byte[] banner = "Linux version 6.1.0".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(banner, 0, kernel, 5_000, banner.length);
    return kernel;
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(plain);
    }
    return out.toByteArray();
  }

  /** Code of 100 no-operations before what is to be unpacked. */
  private static Bytes image(int protocol, long payloadAt, long payloadLength, byte[] payload) {
    return Forged.little()
        .fillTo(0, 0x1F1)
        .u8(SETUP_SECTORS)
        .fillTo(0, 0x1FE)
        .u16(0xAA55)
        .fillTo(0, 0x202)
        .text("HdrS")
        .u16(protocol)
        .fillTo(0, 0x248)
        .u32(payloadAt, payloadLength)
        .fillTo(0, CODE)
        .fill(0x90, 100)
        .bytes(payload)
        .toBytes();
  }

  @Test
  void opensTheKernelThatTheHeaderAnnounces() throws IOException {
    byte[] packed = gzip(KERNEL);
    Listed listed = Listed.of(new BzImage(), image(0x20F, 100, packed.length, packed));
    assertThat(listed.paths()).containsExactly("vmlinux");
    assertThat(listed.bytes("vmlinux")).isEqualTo(KERNEL);
    assertThat(listed.problems).isEmpty();
  }

  @Test
  void searchesTheKernelOfAnOlderHeader() throws IOException {
    Listed listed = Listed.of(new BzImage(), image(0x203, -1, -1, gzip(KERNEL)));
    assertThat(listed.bytes("vmlinux")).isEqualTo(KERNEL);
    assertThat(listed.problems).isEmpty();
  }

  @Test
  void searchesWhereTheHeaderAnnouncesMoreThanThereIs() throws IOException {
    Listed listed = Listed.of(new BzImage(), image(0x20F, 100, 1 << 20, gzip(KERNEL)));
    assertThat(listed.bytes("vmlinux")).isEqualTo(KERNEL);
    assertThat(listed.problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("bzimage.payload-out-of-range");
              assertThat(problem.offset()).isEqualTo(0x248);
            });
  }

  @Test
  void saysThatAnAnnouncedKernelCannotBeUnpacked() throws IOException {
    byte[] packed = gzip(KERNEL);
    packed[0] = 0;
    Listed listed = Listed.of(new BzImage(), image(0x20F, 100, packed.length, packed));
    assertThatThrownBy(() -> listed.bytes("vmlinux"))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("no compressed kernel");
  }

  @Test
  void damageEndsInProblemsOnly() throws IOException {
    byte[] packed = gzip(KERNEL);
    for (Bytes image :
        new Bytes[] {
          image(0x20F, 100, packed.length, packed),
          image(0x203, -1, -1, packed),
          image(0x20C, 0, 0, new byte[] {1, 2, 3})
        }) {
      Hostile.survives(new BzImage(), image.toArray(64 << 10));
    }
  }

  @Test
  void takesCodeThatIsNotCompressedAsItIs() {
    byte[] program = {1, 2, 3};
    for (Bytes image : new Bytes[] {image(0x20C, 0, 0, program), image(0x203, 7, 7, program)}) {
      Listed listed = Listed.of(new BzImage(), image);
      assertThat(listed.paths()).containsExactly("code");
      assertThat(listed.bytes("code")).hasSize(103).endsWith(program).startsWith(0x90);
      assertThat(listed.problems).isEmpty();
    }
  }
}
