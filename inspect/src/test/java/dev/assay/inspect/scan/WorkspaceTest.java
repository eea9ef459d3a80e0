package dev.assay.inspect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.assay.formats.Bytes;
import dev.assay.formats.Sink;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
  private static final int MB = 1 << 20;

  private final byte[] step = new byte[1 << 16];

  @Test
  void contentOfAnAnnouncedSizeTakesItsSizeAndNoMore() {
    long taken = takenBy(4 * MB, 9 * MB, 9 * MB);
    assertThat(taken).isBetween(9L * MB, 10L * MB);
  }

  @Test
  void aLieAboutTheSizeSetsLittleAside() {
    assertThat(takenBy(100, Long.MAX_VALUE, 0)).isLessThan(2 * MB);
    assertThat(takenBy(Long.MAX_VALUE, Long.MAX_VALUE, 0)).isLessThan(17 * MB);
    assertThat(takenBy(0, -1, 0)).isLessThan(MB);
  }

  @Test
  void whatIsLargerThanAnnouncedIsKeptWhole() {
    try (Workspace workspace = new Workspace(Limits.DEFAULT)) {
      Sink sink = workspace.sink(MB, 5);
      fill(sink, 3 * MB);
      assertThat(sink.toBytes().size()).isEqualTo(3 * MB);
    }
  }

  /** Bytes that are allocated for a content. */
  private long takenBy(long compressed, long announced, int written) {
    try (Workspace workspace = new Workspace(Limits.DEFAULT)) {
      var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadAllocatedBytes();
      Sink sink = workspace.sink(compressed, announced);
      fill(sink, written);
      Bytes bytes = sink.toBytes();
      long taken = threads.getCurrentThreadAllocatedBytes() - before;
      assertThat(bytes.size()).isEqualTo(written);
      return taken;
    }
  }

  private void fill(Sink sink, int size) {
    for (int at = 0; at < size; at += step.length) {
      sink.write(step, 0, step.length);
    }
  }
}
