package dev.assay.evidence;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Work on long lists in parallel, with results in the list's own order. */
final class Chunks {
  private static final int LENGTH = 2048;

  private Chunks() {}

  /**
   * The results for all values in order.
   *
   * @param work gives the results for consecutive values; chunks are worked on at the same time
   */
  static <T, R> List<R> map(List<T> values, Function<List<T>, List<R>> work) {
    return IntStream.range(0, Math.ceilDiv(values.size(), LENGTH))
        .mapToObj(i -> values.subList(i * LENGTH, Math.min(values.size(), (i + 1) * LENGTH)))
        .parallel()
        .map(work)
        .flatMap(List::stream)
        .toList();
  }
}
