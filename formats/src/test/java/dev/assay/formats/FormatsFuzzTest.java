package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Which format any bytes are of, and how far each would reach if they stood in a blob. */
class FormatsFuzzTest {
  @FuzzTest
  void recognisesAnyBytes(byte[] content) {
    Bytes bytes = Bytes.of(content);
    Formats.of(bytes).ifPresent(format -> assertThat(format.type()).isNotEmpty());
    for (Format format : Formats.all()) {
      if (format instanceof Carvable carvable) {
        try {
          carvable.extent(bytes).ifPresent(extent -> assertThat(extent).isNotNegative());
        } catch (Malformed refused) {
          // Nothing of the kind begins here.
        }
      }
    }
  }
}
