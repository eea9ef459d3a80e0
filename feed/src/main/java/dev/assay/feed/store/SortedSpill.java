package dev.assay.feed.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/** Sorts more entries than memory holds: sorted runs on disk, merged at the end. */
final class SortedSpill implements AutoCloseable {
  /** Heap that one run may take before it is written. */
  private static final long RUN = 48L << 20;

  /** Takes the entries in their order, equal ones once. */
  @FunctionalInterface
  interface Drain {
    void take(Entry entry) throws IOException;
  }

  private final Path folder;
  private final String name;
  private final List<Path> runs = new ArrayList<>();
  private List<Entry> entries = new ArrayList<>();
  private long size;

  SortedSpill(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  void add(byte[] key, byte[] value) throws IOException {
    Entry entry = new Entry(key, value);
    entries.add(entry);
    size += entry.size();
    if (size > RUN) {
      spill();
    }
  }

  private void spill() throws IOException {
    Collections.sort(entries);
    Path run = folder.resolve(name + "-" + runs.size());
    runs.add(run);
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), 1 << 16))) {
      for (Entry entry : entries) {
        write(out, entry.key());
        write(out, entry.value());
      }
      out.writeInt(-1);
    }
    entries = new ArrayList<>();
    size = 0;
  }

  void drain(Drain drain) throws IOException {
    Collections.sort(entries);
    List<Run> open = new ArrayList<>();
    try {
      PriorityQueue<Run> queue = new PriorityQueue<>();
      for (Path run : runs) {
        open.add(new OnDisk(run));
      }
      open.add(new InMemory(entries));
      for (Run run : open) {
        if (run.advance()) {
          queue.add(run);
        }
      }
      Entry last = new Entry(new byte[0], new byte[0]);
      while (!queue.isEmpty()) {
        Run run = queue.remove();
        Entry entry = run.head;
        if (entry.compareTo(last) != 0) {
          drain.take(entry);
        }
        last = entry;
        if (run.advance()) {
          queue.add(run);
        }
      }
    } finally {
      for (Run run : open) {
        run.close();
      }
    }
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Override
  public void close() throws IOException {
    for (Path run : runs) {
      Files.deleteIfExists(run);
    }
  }

  /** One sorted sequence. */
  private abstract static class Run implements Comparable<Run>, AutoCloseable {
    Entry head = new Entry(new byte[0], new byte[0]);

    /** Moves on; false at the end. */
    abstract boolean advance() throws IOException;

    @Override
    public int compareTo(Run other) {
      return head.compareTo(other.head);
    }

    @Override
    public void close() throws IOException {}
  }

  private static final class InMemory extends Run {
    private final Iterator<Entry> rest;

    InMemory(List<Entry> entries) {
      this.rest = entries.iterator();
    }

    @Override
    boolean advance() {
      boolean more = rest.hasNext();
      head = more ? rest.next() : head;
      return more;
    }
  }

  private static final class OnDisk extends Run {
    private final DataInputStream in;

    OnDisk(Path file) throws IOException {
      this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    @Override
    boolean advance() throws IOException {
      int length = in.readInt();
      if (length < 0) {
        return false;
      }
      byte[] key = in.readNBytes(length);
      head = new Entry(key, in.readNBytes(in.readInt()));
      return true;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
