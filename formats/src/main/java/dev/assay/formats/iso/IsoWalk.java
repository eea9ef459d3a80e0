package dev.assay.formats.iso;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Window;
import dev.assay.model.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lists one tree of a disc. */
final class IsoWalk {
  private static final int MAX_DEPTH = 512;
  private static final int MAX_EXTENTS = 4096;

  private final Bytes disc;
  private final Window window;
  private final Tree tree;
  private final Extents extents;
  private final Listing listing;
  private final Set<Long> entered = new HashSet<>();
  private final Deque<Directory> pending = new ArrayDeque<>();

  /** Directories that are listed where they were moved from, unless nothing leads there. */
  private final List<Directory> moved = new ArrayList<>();

  private record Directory(String prefix, int depth, long start, long size) {}

  IsoWalk(Bytes disc, Tree tree, Extents extents, Listing listing) {
    this.disc = disc;
    this.window = new Window(disc);
    this.tree = tree;
    this.extents = extents;
    this.listing = listing;
  }

  void run() {
    DirectoryRecord root = tree.volume().root();
    pending.add(new Directory(tree.prefix(), 0, root.start(), root.size()));
    list();
    // Directories that nothing leads to may hold further ones that were moved.
    for (int i = 0; i < moved.size(); i++) {
      Directory each = moved.get(i);
      if (!entered.contains(each.start())) {
        pending.add(each);
        list();
      }
    }
  }

  private void list() {
    while (!pending.isEmpty()) {
      Directory directory = pending.removeFirst();
      // A directory has one parent: a second name is a cycle or a way to multiply the listing.
      if (!entered.add(directory.start())) {
        problem("iso.cycle", directory, "was listed under another name; not entered again");
        continue;
      }
      try {
        list(directory);
      } catch (Malformed damaged) {
        if (damaged.problem().code().startsWith("limit.")) {
          throw damaged;
        }
        problem("iso.directory", directory, damaged.getMessage() + "; its rest is not listed");
      }
    }
  }

  private void problem(String code, Directory directory, String message) {
    String whole = "directory `" + directory.prefix() + "` " + message;
    listing.problem(new Problem(code, directory.start(), whole));
  }

  private void list(Directory directory) {
    List<DirectoryRecord> file = new ArrayList<>();
    long end = directory.start() + directory.size();
    for (long at = directory.start(); at < end; ) {
      int length = window.block(at, 1).u8(0);
      if (length == 0) {
        at = at / Volumes.SECTOR * Volumes.SECTOR + Volumes.SECTOR;
        continue;
      }
      DirectoryRecord record =
          DirectoryRecord.of(window.block(at, length), at, extents.blockSize());
      at += length;
      if (record.isSelfOrParent()) {
        continue;
      }
      if (!file.isEmpty() && !Arrays.equals(file.getFirst().name(), record.name())) {
        take(directory, List.copyOf(file));
        file.clear();
      }
      file.add(record);
      if (!record.isContinued() || file.size() == MAX_EXTENTS) {
        take(directory, List.copyOf(file));
        file.clear();
      }
    }
    if (!file.isEmpty()) {
      take(directory, file);
    }
  }

  private void take(Directory directory, List<DirectoryRecord> file) {
    DirectoryRecord record = file.getFirst();
    List<Problem> problems = new ArrayList<>();
    RockRidge told = told(record, problems);
    String name = told.name().orElseGet(() -> tree.name(record)).replace("/", "\\x2f");
    String path = directory.prefix() + name;
    if (told.child().isPresent()) {
      long start = told.child().getAsLong() * extents.blockSize();
      enter(path, directory.depth() + 1, start, sizeOfDirectory(start), told, problems);
    } else if (record.isDirectory() && told.isRelocated()) {
      moved.add(new Directory(path + "/", directory.depth() + 1, record.start(), record.size()));
    } else if (record.isDirectory()) {
      enter(path, directory.depth() + 1, record.start(), record.size(), told, problems);
    } else {
      file(path, file, told, problems);
    }
  }

  private RockRidge told(DirectoryRecord record, List<Problem> problems) {
    if (!tree.rockRidge()) {
      return RockRidge.of(List.of());
    }
    try {
      return RockRidge.of(SystemUse.fields(disc, record, tree.skip(), extents.blockSize()));
    } catch (Malformed damaged) {
      problems.add(damaged.problem());
      return RockRidge.of(List.of());
    }
  }

  /** The record of itself that a directory begins with tells its size. */
  private long sizeOfDirectory(long start) {
    return window.block(start, 14).u32le(10);
  }

  private void enter(
      String path, int depth, long start, long size, RockRidge told, List<Problem> problems) {
    if (depth > MAX_DEPTH) {
      problems.add(new Problem("limit.depth", start, "deeper than " + MAX_DEPTH + " directories"));
    } else {
      pending.add(new Directory(path + "/", depth, start, size));
    }
    if (tree.isFirst()) {
      listing.add(Entry.directory(path, told.attributes()).withProblems(problems));
    }
  }

  private void file(
      String path, List<DirectoryRecord> file, RockRidge told, List<Problem> problems) {
    if (!tree.isFirst() && extents.areKnown(file)) {
      return;
    }
    EntryType type = told.type();
    Entry entry =
        switch (type) {
          case SYMLINK -> Entry.symlink(path, told.attributes(), told.target());
          case CHARACTER_DEVICE, BLOCK_DEVICE, FIFO, SOCKET ->
              Entry.other(path, type, told.attributes());
          default -> {
            Bytes stored = extents.content(file, problems);
            Content content =
                told.zisofs()
                    .map(zisofs -> zisofs.content(stored))
                    .orElseGet(() -> Content.of(stored));
            yield Entry.file(path, told.attributes(), content);
          }
        };
    listing.add(entry.withProblems(problems));
  }
}
