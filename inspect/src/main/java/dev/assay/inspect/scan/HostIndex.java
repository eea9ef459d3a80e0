package dev.assay.inspect.scan;

import dev.assay.inspect.cache.BadEntry;
import dev.assay.inspect.cache.ValueReader;
import dev.assay.inspect.cache.ValueWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Digests of the files of one product on the host, by path and {@link Stamp}, so that what has not
 * changed need not be read to know its content.
 */
final class HostIndex {
  private final Path top;
  private final long started;
  private final Map<String, Known> known;
  private final Map<String, Known> seen = new ConcurrentHashMap<>();
  private volatile boolean changed;

  private record Known(Stamp stamp, String sha256) {}

  private HostIndex(Path top, long started, Map<String, Known> known) {
    this.top = top;
    this.started = started;
    this.known = known;
  }

  static String key(Path top) {
    return "host:" + top.toAbsolutePath().normalize();
  }

  /**
   * @param now when reading the product begins
   */
  static HostIndex of(Path top, Instant now, Optional<byte[]> stored) {
    Map<String, Known> known = new HashMap<>();
    try {
      if (stored.isPresent()) {
        ValueReader in = new ValueReader(stored.get());
        for (int left = in.count(); left > 0; left--) {
          known.put(in.text(), new Known(Stamp.read(in), in.text()));
        }
      }
    } catch (BadEntry e) {
      known.clear();
    }
    return new HostIndex(top, TimeUnit.SECONDS.toNanos(now.getEpochSecond()), known);
  }

  Optional<String> digest(HostFile file) {
    String name = name(file);
    Known last = known.get(name);
    if (last == null || !last.stamp().equals(file.stamp())) {
      return Optional.empty();
    }
    seen.put(name, last);
    return Optional.of(last.sha256());
  }

  void learn(HostFile file, String sha256) {
    if (file.stamp().isOlderThan(started - Stamp.COARSE)) {
      Known now = new Known(file.stamp(), sha256);
      if (!now.equals(seen.put(name(file), now))) {
        changed |= !now.equals(known.get(name(file)));
      }
    }
  }

  /** What is to be stored; empty where it is what was stored before. */
  Optional<byte[]> toStore() {
    if (!changed && seen.size() == known.size()) {
      return Optional.empty();
    }
    ValueWriter out = new ValueWriter();
    out.number(seen.size());
    new TreeMap<>(seen)
        .forEach(
            (name, entry) -> {
              out.text(name);
              entry.stamp().write(out);
              out.text(entry.sha256());
            });
    return Optional.of(out.toBytes());
  }

  private String name(HostFile file) {
    return top.relativize(file.path()).toString();
  }
}
