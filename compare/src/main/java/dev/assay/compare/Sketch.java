package dev.assay.compare;

import dev.assay.formats.Bytes;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a content begins with, by the smallest hashes of its runs of eight bytes: how many two
 * contents have in common estimates how much of them is the same, wherever it stands (Broder 1997,
 * On the resemblance and containment of documents, §4).
 */
final class Sketch {
  private static final int RUN = 8;
  private static final int KEPT = 128;
  private static final int LEAST = 32;
  private static final int MOST = 64 << 10;

  private final long[] smallest;

  private Sketch(long[] smallest) {
    this.smallest = smallest;
  }

  /** Empty where the content has too few different runs to be known by. */
  static Optional<Sketch> of(Bytes content) {
    byte[] head = content.slice(0, Math.min(content.size(), MOST)).toArray(MOST);
    TreeSet<Long> smallest = new TreeSet<>();
    long limit = Long.MAX_VALUE;
    long run = 0;
    for (int i = 0; i < head.length; i++) {
      run = run << 8 | head[i] & 0xFF;
      long hash = mixed(run);
      if (i >= RUN - 1 && hash < limit && smallest.add(hash) && smallest.size() > KEPT) {
        smallest.pollLast();
        limit = smallest.last();
      }
    }
    return smallest.size() < LEAST
        ? Optional.empty()
        : Optional.of(new Sketch(smallest.stream().mapToLong(Long::longValue).toArray()));
  }

  /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mixed(long run) {
    long hash = (run ^ run >>> 30) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ hash >>> 27) * 0x94D049BB133111EBL;
    return hash ^ hash >>> 31;
  }

  /** The share of runs that both have, of those that either has: from 0 to 1. */
  double resemblance(Sketch other) {
    int both = 0;
    int either = 0;
    for (int i = 0, j = 0;
        either < KEPT && (i < smallest.length || j < other.smallest.length);
        either++) {
      int order =
          i == smallest.length
              ? 1
              : j == other.smallest.length ? -1 : Long.compare(smallest[i], other.smallest[j]);
      if (order == 0) {
        both++;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return (double) both / either;
  }
}
