package dev.assay.inspect.scan;

import dev.assay.inspect.cache.ValueReader;
import dev.assay.inspect.cache.ValueWriter;

/**
 * What the host says of a file that changes whenever its content does, short of setting back the
 * host's clock.
 *
 * @param size bytes
 * @param modified nanoseconds since 1970
 * @param changed nanoseconds since 1970, of the last change of content or status
 */
record Stamp(long device, long inode, long size, long modified, long changed) {
  /** Time stamps of some file systems are this coarse, in nanoseconds. */
  static final long COARSE = 2_000_000_000L;

  void write(ValueWriter out) {
    out.number(device);
    out.number(inode);
    out.number(size);
    out.number(modified);
    out.number(changed);
  }

  static Stamp read(ValueReader in) {
    return new Stamp(in.number(), in.number(), in.number(), in.number(), in.number());
  }

  /** Whether a change after {@code time} would have changed the stamp as well. */
  boolean isOlderThan(long time) {
    return Math.max(modified, changed) < time;
  }
}
