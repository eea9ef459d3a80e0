package dev.assay.feed.source;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.feed.Headed;
import dev.assay.feed.Samples;
import dev.assay.feed.Statement;
import dev.assay.feed.Vulnerability;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any bytes behind the head by which each kind of source is told, so that every reader of records
 * is reached; the first byte says which.
 */
class RecordsFuzzTest {
  private static final List<String> HEADS =
      List.of(
          "{\"resultsPerPage\":1,\"vulnerabilities\":[{\"cve\":{\"id\":\"CVE-2020-1234\",",
          "{\"schema_version\":\"1.6.0\",\"id\":\"CVE-2020-1234\",",
          "{\"openssl\":{\"CVE-2020-1234\":{",
          "{\"distroversion\":\"v3.19\",\"packages\":[{\"pkg\":{",
          "{\"catalogVersion\":\"1\",\"vulnerabilities\":[{",
          "#model_version:v1,score_date:2025-08-25T00:00:00+0000\ncve,epss,percentile\n",
          "{\"document\":{\"csaf_version\":\"2.0\"},\"vulnerabilities\":[{");

  private static final Intake NOWHERE =
      new Intake() {
        @Override
        public void take(Vulnerability vulnerability) {}

        @Override
        public void take(Statement statement) {}
      };

  @TempDir Path folder = Path.of("");

  @FuzzTest
  void readsOrRefuses(byte[] bytes) throws IOException {
    Headed.read(HEADS, bytes, RecordsFuzzTest::read);
  }

  @Test
  void everySampleMayEndAnywhere() throws IOException {
    Path file = folder.resolve("cut");
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
      for (int end = 0; end < bytes.length; end += 7) {
        read(file, Arrays.copyOf(bytes, end));
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
