package dev.assay.feed.source;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.feed.Samples;
import dev.assay.feed.Statement;
import dev.assay.feed.Vulnerability;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes: records, refusals or a {@link BadSource}, never another exception. */
class SourcesFuzzTest {
  private static final Intake NOWHERE =
      new Intake() {
        @Override
        public void take(Vulnerability vulnerability) {}

        @Override
        public void take(Statement statement) {}
      };

  @TempDir Path folder = Path.of("");

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("fuzz", ".json");
    try {
      read(file, bytes);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void survivesDamagedSamples() throws IOException {
    Random random = new Random(1);
    Path file = folder.resolve("damaged");
    for (String sample :
        List.of(
            Samples.NVD,
            Samples.OSV,
            Samples.DEBIAN,
            Samples.ALPINE,
            Samples.KEV,
            Samples.EPSS,
            Samples.CSAF)) {
      byte[] bytes = sample.getBytes(StandardCharsets.UTF_8);
      for (int round = 0; round < 300; round++) {
        byte[] damaged = bytes.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
          int at = random.nextInt(damaged.length);
          damaged[at] =
              round % 2 == 0 ? (byte) random.nextInt(256) : bytes[random.nextInt(bytes.length)];
        }
        read(file, damaged);
      }
    }
  }

  private static void read(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try {
      new Sources(NOWHERE).read(file);
    } catch (BadSource e) {
      // A refusal is an answer.
    }
  }
}
