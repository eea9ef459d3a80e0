package dev.assay.inspect.scan;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ForkJoinTask;

/**
 * The reading of a member.
 *
 * @param size announced bytes
 */
record Work(long size, ForkJoinTask<?> task) {
  /** What takes long if it comes last, while the other workers have nothing left to do. */
  private static final long BIG = 1 << 20;

  /**
   * Does all of it. What is big is begun first; the rest is done in its order, in which members
   * that are compressed together lie together.
   */
  static void invokeAll(List<Work> all) {
    List<ForkJoinTask<?>> big =
        all.stream()
            .filter(work -> work.size >= BIG)
            .sorted(Comparator.comparingLong(Work::size))
            .<ForkJoinTask<?>>map(Work::task)
            .toList();
    Deque<ForkJoinTask<?>> tasks = new ArrayDeque<>(all.size());
    all.stream().filter(work -> work.size < BIG).forEach(work -> tasks.add(work.task));
    // The worker that asks begins with the first task, its helpers with the last.
    for (int i = 0; i < big.size(); i++) {
      if ((big.size() - i) % 2 == 1) {
        tasks.addFirst(big.get(i));
      } else {
        tasks.addLast(big.get(i));
      }
    }
    ForkJoinTask.invokeAll(tasks.stream().toList());
  }
}
