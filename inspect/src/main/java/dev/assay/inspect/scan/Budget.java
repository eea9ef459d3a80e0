package dev.assay.inspect.scan;

import dev.assay.formats.Malformed;
import java.util.concurrent.atomic.AtomicLong;

/** What one reading of a product may still spend of the limits over all of it. */
final class Budget {
  private final Limits limits;
  private final Workspace workspace;
  private final AtomicLong artifacts = new AtomicLong();
  private final AtomicLong kept = new AtomicLong();

  Budget(Limits limits, Workspace workspace) {
    this.limits = limits;
    this.workspace = workspace;
  }

  /**
   * Counts one artifact more.
   *
   * @throws Malformed where there may be no more
   */
  void artifact() {
    if (!artifacts(1)) {
      throw new Malformed(
          "limit.artifacts",
          -1,
          "more than " + limits.artifacts() + " artifacts; the rest is not read");
    }
  }

  /** Counts artifacts, or takes back what was counted; whether there may be so many. */
  boolean artifacts(long more) {
    return within(artifacts.addAndGet(more), limits.artifacts());
  }

  /** Counts bytes kept for inspectors; whether there may be so many. */
  boolean kept(long more) {
    if (within(kept.addAndGet(more), limits.keptInAll())) {
      return true;
    }
    kept.addAndGet(-more);
    return false;
  }

  private boolean within(long spent, long limit) {
    if (spent > limit) {
      workspace.hitLimit();
    }
    return spent <= limit;
  }
}
