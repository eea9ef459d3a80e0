package dev.assay.inspect.dropbear;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.model.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.List;

class DropbearFuzzTest {
  @FuzzTest
  void readsAnyCommandLine(byte[] content) {
    DropbearOptions.ofCommandLine(
        List.of(new String(content, StandardCharsets.UTF_8).split("\\s", -1)),
        Evidence.whole("a", "b"));
  }

  @FuzzTest
  void looksForABannerInAnyBytes(byte[] content) {
    DropbearVersion.of(content);
  }
}
