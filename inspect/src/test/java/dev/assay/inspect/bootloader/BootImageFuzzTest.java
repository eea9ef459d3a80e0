package dev.assay.inspect.bootloader;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import org.junit.jupiter.api.Assertions;

class BootImageFuzzTest {
  private final BootImageInspector inspector = new BootImageInspector();

  @FuzzTest
  void survivesAnyContent(byte[] bytes) {
    inspector
        .inspect(Bytes.of(bytes))
        .ifPresent(
            facts -> {
              for (BootEnvironment environment : facts.environments()) {
                new BootScripts(environment.variables()).reachedFrom("bootcmd");
                environment
                    .places()
                    .values()
                    .forEach(place -> Assertions.assertTrue(place >= 0 && place < bytes.length));
              }
            });
  }
}
