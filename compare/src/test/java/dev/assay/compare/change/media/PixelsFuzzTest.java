package dev.assay.compare.change.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.List;

/** Any bytes as a picture: those that the JDK decodes, or Malformed. */
class PixelsFuzzTest {
  @FuzzTest
  void png(byte[] content) {
    survives("png", content);
  }

  @FuzzTest
  void jpeg(byte[] content) {
    survives("jpeg", content);
  }

  @FuzzTest
  void gif(byte[] content) {
    survives("gif", content);
  }

  @FuzzTest
  void icon(byte[] content) {
    try {
      assertThat(IconPictures.of(Bytes.of(content))).doesNotContainNull();
    } catch (Malformed refused) {
      // Such pictures are compared by their values.
    }
  }

  private static void survives(String format, byte[] content) {
    try {
      assertThat(Pixels.of(format, Bytes.of(content))).isNotEqualTo(List.of());
    } catch (Malformed refused) {
      // Such pictures are compared by their values.
    }
  }
}
