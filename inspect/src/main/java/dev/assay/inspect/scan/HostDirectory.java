package dev.assay.inspect.scan;

import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Listing;
import dev.assay.model.Problem;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicLong;

/** Lists a directory of the host as if it were a container. Links are members, never followed. */
final class HostDirectory {
  /** A directory to be read; its prefix ends with a slash unless it is empty. */
  private record Directory(Path path, String prefix) {}

  /** What one directory holds. */
  private record Read(List<Entry> entries, List<Directory> below, List<Problem> problems) {
    Read() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  private static final int MAX_DEPTH = 1000;

  private final Path top;
  private final long most;
  private final AtomicLong seen = new AtomicLong();

  private HostDirectory(Path top, long most) {
    this.top = top;
    this.most = most;
  }

  /**
   * Lists all below a directory: the directories of one level in parallel, then those below them.
   *
   * @param most number of members after which no more are looked for; the listing refuses them
   */
  static void list(Path directory, long most, Listing listing) {
    HostDirectory walk = new HostDirectory(directory, most);
    List<Directory> level = List.of(new Directory(directory, ""));
    for (int depth = 0; !level.isEmpty(); depth++) {
      if (depth > MAX_DEPTH) {
        level.forEach(deeper -> listing.problem(tooDeep(deeper)));
        return;
      }
      List<Directory> next = new ArrayList<>();
      for (Read read : walk.read(level)) {
        read.entries.forEach(listing::add);
        read.problems.forEach(listing::problem);
        next.addAll(read.below);
      }
      level = next;
    }
  }

  private List<Read> read(List<Directory> level) {
    List<ForkJoinTask<Read>> tasks =
        level.stream().map(each -> ForkJoinTask.adapt(() -> read(each))).toList();
    return ForkJoinTask.invokeAll(tasks).stream().map(ForkJoinTask::join).toList();
  }

  private static Problem tooDeep(Directory directory) {
    return new Problem(
        "limit.depth",
        -1,
        "`" + directory.prefix + "` is deeper than " + MAX_DEPTH + " directories");
  }

  private Read read(Directory directory) {
    Read read = new Read();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(directory.path)) {
      for (Path child : children) {
        visit(child, directory.prefix + child.getFileName(), read);
        if (seen.incrementAndGet() > most) {
          break;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      String which = "directory `" + directory.prefix + "`";
      read.problems.add(unreadable(which + " cannot be read: ", e));
    }
    return read;
  }

  private void visit(Path child, String path, Read into) {
    HostAttributes attributes;
    try {
      attributes = HostAttributes.of(child);
    } catch (IOException e) {
      into.problems.add(unreadable("`" + path + "` cannot be read: ", e));
      return;
    }
    long device = attributes.device();
    Entry.Attributes stored =
        Entry.Attributes.of(attributes.mode(), attributes.uid(), attributes.gid());
    EntryType type = EntryType.ofMode(attributes.mode());
    into.entries.add(
        switch (type) {
          case DIRECTORY -> {
            into.below.add(new Directory(child, path + "/"));
            yield Entry.directory(path, stored);
          }
          case FILE -> Entry.file(path, stored, new HostFile(child, attributes.stamp()));
          case SYMLINK -> Entry.symlink(path, stored, target(child, into));
          default ->
              Entry.other(
                  path,
                  type,
                  stored.withDevice(device >> 8 & 0xFFF, device & 0xFF | device >> 12 & 0xFFF00));
        });
  }

  private String target(Path link, Read into) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      into.problems.add(unreadable("link `" + top.relativize(link) + "`: ", e));
      return "";
    }
  }

  private static Problem unreadable(String what, Exception why) {
    return new Problem("host.unreadable", -1, what + reason(why));
  }

  static String reason(Exception e) {
    return e.getClass().getSimpleName().replace("Exception", "");
  }
}
