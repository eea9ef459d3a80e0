package dev.assay.inspect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.junit.jupiter.api.Test;

class WorkTest {
  private static final long MIB = 1 << 20;

  private static List<Long> done(int workers, long... sizes) {
    List<Long> done = Collections.synchronizedList(new ArrayList<>());
    List<Work> all = new ArrayList<>();
    for (long size : sizes) {
      all.add(new Work(size, ForkJoinTask.adapt(() -> done.add(size))));
    }
    try (ForkJoinPool pool = new ForkJoinPool(workers)) {
      pool.submit(() -> Work.invokeAll(all)).join();
    }
    return done;
  }

  @Test
  void aWorkerBeginsWithTheBiggestAndKeepsTheOrderOfTheSmall() {
    assertThat(done(1, 7, 2 * MIB, 9, 3, 4 * MIB, 5).subList(0, 5))
        .containsExactly(4 * MIB, 7L, 9L, 3L, 5L);
  }

  @Test
  void everythingIsDoneOnceWhateverTheWorkers() {
    long[] sizes = new long[500];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = i % 7 == 0 ? MIB + i : i;
    }
    assertThat(done(4, sizes))
        .containsExactlyInAnyOrder(Arrays.stream(sizes).boxed().toArray(Long[]::new));
  }
}
