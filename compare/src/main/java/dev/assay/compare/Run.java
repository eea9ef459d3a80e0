package dev.assay.compare;

import dev.assay.formats.Entry;
import dev.assay.inspect.scan.Digests;
import dev.assay.inspect.scan.Opener;
import dev.assay.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What one comparison works with. Safe for use by several threads. */
final class Run {
  /** Differences of one kind that are named where there may be many contents. */
  static final int FEW = 40;

  /** The same of a pair of files so small that all there is to say fits into memory. */
  private static final int ALL = 100_000;

  private static final long SMALL = 16L << 20;

  private final Opener opener;
  private final int most;
  private final AtomicLong identical = new AtomicLong();

  Run(Opener opener, List<Entry> left, List<Entry> right) {
    this.opener = opener;
    this.most = isSmall(left) && isSmall(right) ? ALL : FEW;
  }

  private static boolean isSmall(List<Entry> tops) {
    return tops.size() == 1
        && tops.getFirst().content().filter(content -> content.size() <= SMALL).isPresent();
  }

  Opener opener() {
    return opener;
  }

  /** How many differences of one kind in one content are named. */
  int most() {
    return most;
  }

  /** Whether there is so little that all can be told. */
  boolean tellsAll() {
    return most == ALL;
  }

  /** Counts a pair that is the same. */
  List<Finding> same() {
    identical.incrementAndGet();
    return List.of();
  }

  /** Pairs that are the same. */
  long identical() {
    return identical.get();
  }

  /** SHA-256 of a member's content; {@link Pairing#NONE} where it has none to be known by. */
  String digest(Entry entry) {
    if (entry.content().isEmpty()) {
      return Pairing.NONE;
    }
    Opener.Opened opened = opener.open(entry.content().get());
    return opened.bytes().size() == 0 ? Pairing.NONE : Digests.sha256(opened.bytes());
  }

  /** Of a member's content; empty where it has none, or too little to be known by. */
  Optional<Sketch> sketch(Entry entry) {
    return entry.content().flatMap(content -> Sketch.of(opener.open(content).bytes()));
  }

  /** What could not be read entirely cannot be held to be the same. */
  static Optional<Finding> damage(String path, List<Problem> left, List<Problem> right) {
    return Stream.concat(left.stream(), right.stream())
        .sorted()
        .findFirst()
        .map(first -> damage(path, first));
  }

  static Finding damage(String path, Problem problem) {
    return Finding.opaque(path, "damaged, " + problem.code() + ": " + problem.message());
  }
}
