package dev.assay.formats.zimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Forged;
import dev.assay.formats.Listed;
import dev.assay.formats.Malformed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZImageTest {
  private static final byte[] KERNEL = new byte[10_000];

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(KERNEL);
    }
    return out.toByteArray();
  }

  /** Code of 100 no-operations before what is to be unpacked. */
  private static Forged image(boolean big, byte[] payload) {
    Forged image = big ? Forged.big() : Forged.little();
    return image
        .fillTo(0, 0x24)
        .u32(0x016F2818, 0, 0x34 + 100 + payload.length, 0x04030201)
        .fill(0x90, 100)
        .bytes(payload);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void opensTheKernelOfEitherByteOrder(boolean big) throws IOException {
    Listed listed = Listed.of(new ZImage(), image(big, gzip()).toBytes());
    assertThat(listed.paths()).containsExactly("vmlinux");
    assertThat(listed.bytes("vmlinux")).isEqualTo(KERNEL);
    assertThat(listed.problems).isEmpty();
  }

  @Test
  void keepsWhatIsAppendedApart() throws IOException {
    Listed listed = Listed.of(new ZImage(), image(false, gzip()).text("tree").toBytes());
    assertThat(listed.paths()).containsExactly("vmlinux", "appended");
    assertThat(listed.text("appended")).isEqualTo("tree");
  }

  @Test
  void readsAllWhereTheSizeIsALie() throws IOException {
    Listed listed =
        Listed.of(new ZImage(), image(false, gzip()).set32(0x2C, 0x7FFF_FFFF).toBytes());
    assertThat(listed.bytes("vmlinux")).isEqualTo(KERNEL);
    assertThat(listed.problems)
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("zimage.size"));
  }

  @Test
  void saysThatNoKernelIsThere() {
    Listed listed = Listed.of(new ZImage(), image(false, new byte[50]).toBytes());
    assertThatThrownBy(() -> listed.bytes("vmlinux"))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("no compressed kernel");
  }
}
