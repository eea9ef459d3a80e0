package dev.assay.inspect.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

class FirmwareImageFuzzTest {
  @FuzzTest
  void readsAnyBytesToAnAnswer(byte[] image) {
    try {
      assertThat(new FirmwareImageReader().inspect(Bytes.of(image))).isPresent();
    } catch (Malformed refused) {
      assertThat(refused.problem().code()).isNotBlank();
    }
  }
}
