package dev.assay.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Positioned reads that either fill their target or throw {@link Malformed}. */
final class ChannelReads {
  private ChannelReads() {}

  static void fully(FileChannel channel, long position, byte[] into, int at, int count) {
    ByteBuffer target = ByteBuffer.wrap(into, at, count);
    long next = position;
    try {
      while (target.hasRemaining()) {
        int read = channel.read(target, next);
        if (read < 0) {
          throw new Malformed(
              "bytes.file-shrank", next, "the file ended at " + next + " while it was being read");
        }
        next += read;
      }
    } catch (IOException e) {
      throw new Malformed("bytes.unreadable", next, "cannot be read: " + e.getMessage());
    }
  }
}
