package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Evaluation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What there is no room for is told as the system tells it, whatever library wrote it. */
class FullDiskTest {
  private static final Evaluation EVALUATION = SampleEvaluation.of(40, "NAS-320");

  static final List<String> REPORTS = Reports.names();

  /** Takes so many bytes and no more. */
  private static final class Disk extends OutputStream {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final int room;

    Disk(int room) {
      this.room = room;
    }

    @Override
    public void write(int value) throws IOException {
      if (taken.size() == room) {
        throw new IOException("No space left on device");
      }
      taken.write(value);
    }
  }

  @ParameterizedTest
  @FieldSource("REPORTS")
  void aReportThatFindsNoRoomSaysSo(String report) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    Reports.named(report).orElseThrow().write(EVALUATION, "12".repeat(32), whole);
    for (int room : new int[] {0, whole.size() / 2, whole.size() - 1}) {
      assertThatThrownBy(
              () ->
                  Reports.named(report)
                      .orElseThrow()
                      .write(EVALUATION, "12".repeat(32), new Disk(room)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("No space left on device");
    }
    assertThat(whole.size()).isGreaterThan(100);
  }
}
