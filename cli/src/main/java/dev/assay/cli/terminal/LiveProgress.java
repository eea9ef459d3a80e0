package dev.assay.cli.terminal;

import dev.assay.inspect.scan.Progress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/**
 * One line on the terminal that says how far a run is; erased at the end. Redrawn a few times a
 * second by a thread of its own.
 */
public final class LiveProgress implements Progress, AutoCloseable {
  private static final String ERASE_LINE = "\r\u001b[2K";
  private static final long REDRAW_MILLIS = 120;

  private final LongAdder artifacts = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final PrintStream terminal;
  private final Thread painter;
  private final long start = System.nanoTime();
  private volatile String stage = "reading";
  private volatile boolean done;

  public LiveProgress(PrintStream terminal) {
    this.terminal = terminal;
    this.painter = Thread.ofPlatform().daemon().name("progress").start(this::paint);
  }

  /** Says what comes next. */
  public void stage(String name) {
    stage = name;
  }

  @Override
  public void found(boolean file) {
    artifacts.increment();
  }

  @Override
  public void read(long count) {
    bytes.add(count);
  }

  @Override
  public void close() {
    done = true;
    painter.interrupt();
    try {
      painter.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    terminal.print(ERASE_LINE);
    terminal.flush();
  }

  private void paint() {
    while (!done) {
      try {
        Thread.sleep(REDRAW_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      terminal.print(ERASE_LINE + line());
      terminal.flush();
    }
  }

  private String line() {
    double seconds = (System.nanoTime() - start) / 1e9;
    double megabytes = bytes.sum() / 1e6;
    return String.format(
        Locale.ROOT,
        "%s  %,d artifacts  %.0f MB  %.0f MB/s",
        stage,
        artifacts.sum(),
        megabytes,
        megabytes / Math.max(seconds, 0.001));
  }
}
