package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelReadsTest {
  private static final int SIZE = 12 << 20;

  @TempDir Path directory;

  @Test
  void readsMuchAtOnceAndTakesLittleRoomOutsideTheHeap() throws IOException {
    byte[] all = new byte[SIZE];
    new Random(1).nextBytes(all);
    Path file = Files.write(directory.resolve("large"), all);
    try (FileChannel channel = FileChannel.open(file)) {
      long before = outsideTheHeap();
      byte[] read = new byte[SIZE];
      Bytes.of(channel, 3, SIZE - 3).read(0, read, 3, SIZE - 3);
      read[0] = all[0];
      read[1] = all[1];
      read[2] = all[2];
      assertThat(read).isEqualTo(all);
      assertThat(outsideTheHeap() - before).isLessThan(SIZE / 4);
    }
  }

  @Test
  void tellsOfAFileThatShrank() throws IOException {
    Path file = Files.write(directory.resolve("short"), new byte[3 << 20]);
    try (FileChannel channel = FileChannel.open(file)) {
      Bytes longer = Bytes.of(channel, 0, 5 << 20);
      assertThatThrownBy(() -> longer.toArray(8 << 20))
          .isInstanceOf(Malformed.class)
          .hasMessageContaining("ended at " + (3 << 20));
    }
  }

  /** Bytes of buffers that the JDK keeps for reading. */
  private static long outsideTheHeap() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}
