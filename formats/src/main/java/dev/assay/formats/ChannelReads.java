package dev.assay.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Positioned reads that either fill their target or throw {@link Malformed}. */
final class ChannelReads {
  /** The JDK keeps a buffer outside the heap, for each thread, of the size of its largest read. */
  private static final int MOST = 1 << 20;

  private ChannelReads() {}

  static void fully(FileChannel channel, long position, byte[] into, int at, int count) {
    int end = at + count;
    int filled = at;
    long next = position;
    try {
      while (filled < end) {
        int wanted = Math.min(MOST, end - filled);
        int read = channel.read(ByteBuffer.wrap(into, filled, wanted), next);
        if (read < 0) {
          throw new Malformed(
              "bytes.file-shrank", next, "the file ended at " + next + " while it was being read");
        }
        next += read;
        filled += read;
      }
    } catch (IOException e) {
      throw new Malformed("bytes.unreadable", next, "cannot be read: " + e.getMessage());
    }
  }
}
