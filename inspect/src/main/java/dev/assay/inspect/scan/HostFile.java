package dev.assay.inspect.scan;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of the host, opened when a worker gets to it. */
record HostFile(Path path, Stamp stamp) implements Content {
  /** Larger files are read where they lie, piece by piece: few are, and they fill the heap. */
  private static final int IN_MEMORY = 8 << 20;

  /** A file, which may turn out to be unreadable. */
  static HostFile of(Path path) {
    try {
      return new HostFile(path, HostAttributes.of(path).stamp());
    } catch (IOException e) {
      return new HostFile(path, new Stamp(0, 0, 0, Long.MAX_VALUE, Long.MAX_VALUE));
    }
  }

  @Override
  public long size() {
    return stamp.size();
  }

  @Override
  public Bytes open(Memory memory) {
    try {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
      Bytes onDisk = Bytes.of(channel, 0, channel.size());
      if (onDisk.size() > IN_MEMORY) {
        return onDisk;
      }
      try (channel) {
        return Bytes.of(onDisk.toArray(IN_MEMORY));
      }
    } catch (IOException e) {
      throw new Malformed("host.unreadable", -1, "cannot be read: " + HostDirectory.reason(e));
    }
  }
}
