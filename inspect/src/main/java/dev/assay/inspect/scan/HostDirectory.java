package dev.assay.inspect.scan;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.model.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lists a directory of the host as if it were a container. Links are members, never followed. */
final class HostDirectory {
  /** A directory still to be read; `depth` counts the directories above it. */
  private record Pending(Path path, String prefix, int depth) {}

  private static final int MAX_DEPTH = 1000;

  private final Path top;
  private final Listing listing;
  private final Deque<Pending> pending = new ArrayDeque<>();

  private HostDirectory(Path top, Listing listing) {
    this.top = top;
    this.listing = listing;
  }

  static void list(Path directory, Listing listing) {
    HostDirectory walk = new HostDirectory(directory, listing);
    walk.pending.push(new Pending(directory, "", 0));
    while (!walk.pending.isEmpty()) {
      walk.read(walk.pending.pop());
    }
  }

  /** Reads one directory to its end and closes it before the next, however deep the tree is. */
  private void read(Pending directory) {
    if (directory.depth > MAX_DEPTH) {
      listing.problem(
          new Problem(
              "limit.depth",
              -1,
              "`" + directory.prefix + "` is deeper than " + MAX_DEPTH + " directories"));
      return;
    }
    try (DirectoryStream<Path> children = Files.newDirectoryStream(directory.path)) {
      for (Path child : children) {
        visit(child, directory.prefix + child.getFileName(), directory.depth);
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      listing.problem(
          new Problem(
              "host.unreadable",
              -1,
              "directory `" + directory.prefix + "` cannot be read: " + reason(e)));
    }
  }

  private void visit(Path child, String path, int depth) {
    HostAttributes attributes;
    try {
      attributes = HostAttributes.of(child);
    } catch (IOException e) {
      listing.problem(
          new Problem("host.unreadable", -1, "`" + path + "` cannot be read: " + reason(e)));
      return;
    }
    long device = attributes.device();
    Entry.Attributes stored =
        Entry.Attributes.of(attributes.mode(), attributes.uid(), attributes.gid());
    EntryType type = EntryType.ofMode(attributes.mode());
    switch (type) {
      case DIRECTORY -> {
        listing.add(Entry.directory(path, stored));
        pending.push(new Pending(child, path + "/", depth + 1));
      }
      case FILE -> listing.add(Entry.file(path, stored, new HostFile(child, attributes.stamp())));
      case SYMLINK -> listing.add(Entry.symlink(path, stored, target(child)));
      default ->
          listing.add(
              Entry.other(
                  path,
                  type,
                  stored.withDevice(device >> 8 & 0xFFF, device & 0xFF | device >> 12 & 0xFFF00)));
    }
  }

  private String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      listing.problem(
          new Problem("host.unreadable", -1, "link `" + top.relativize(link) + "`: " + reason(e)));
      return "";
    }
  }

  private static String reason(Exception e) {
    return e.getClass().getSimpleName().replace("Exception", "");
  }

  /** A file of the host, opened when a worker gets to it. */
  record HostFile(Path path, Stamp stamp) implements Content {
    private static final int IN_MEMORY = 32 << 20;

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
        throw new Malformed("host.unreadable", -1, "cannot be read: " + reason(e));
      }
    }
  }
}
