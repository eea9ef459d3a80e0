package dev.assay.formats.exfat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.SplicedBytes;
import dev.assay.formats.SplicedBytes.Piece;
import dev.assay.formats.Window;
import dev.assay.model.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Lists the files of one file system. */
final class ExfatWalk {
  private static final int MAX_DEPTH = 128;
  private static final long MAX_DIRECTORY = 16 << 20;

  private final Bytes image;
  private final ExfatGeometry geometry;
  private final Listing listing;
  private final ClusterRuns clusters;
  private final Deque<Directory> pending = new ArrayDeque<>();

  private record Directory(String prefix, int depth, List<Piece> runs) {}

  ExfatWalk(Bytes image, ExfatGeometry geometry, Listing listing) {
    this.image = image;
    this.geometry = geometry;
    this.listing = listing;
    this.clusters = new ClusterRuns(image, geometry);
  }

  void run() {
    List<Problem> problems = new ArrayList<>();
    List<Piece> root = clusters.follow(geometry.rootCluster(), false, MAX_DIRECTORY, problems);
    problems.forEach(listing::problem);
    pending.add(new Directory("", 0, root));
    while (!pending.isEmpty()) {
      Directory directory = pending.removeFirst();
      list(directory, SplicedBytes.of(directory.runs()));
    }
  }

  private void list(Directory directory, Bytes entries) {
    Window window = new Window(entries);
    for (long at = 0; at + EntrySet.ENTRY <= entries.size(); at += EntrySet.ENTRY) {
      int type = window.block(at, 1).u8(0);
      if (type == 0) {
        return;
      }
      if (type != EntrySet.FILE) {
        continue;
      }
      int size = (1 + window.block(at + 1, 1).u8(0)) * EntrySet.ENTRY;
      if (size > entries.size() - at) {
        problem("exfat.entries", directory, "ends in the entries of a file");
        return;
      }
      try {
        add(directory, EntrySet.of(window.block(at, size), -1));
        at += size - EntrySet.ENTRY;
      } catch (Malformed damaged) {
        if (damaged.problem().code().startsWith("limit.")) {
          throw damaged;
        }
        problem(damaged.problem().code(), directory, String.valueOf(damaged.getMessage()));
      }
    }
    if (entries.size() >= MAX_DIRECTORY) {
      problem("exfat.directory", directory, "beyond " + MAX_DIRECTORY + " bytes is not listed");
    }
  }

  private void problem(String code, Directory directory, String message) {
    String whole = "directory `" + directory.prefix() + "`: " + message;
    listing.problem(new Problem(code, -1, whole));
  }

  private void add(Directory directory, EntrySet file) {
    List<Problem> problems = new ArrayList<>();
    if (!file.sound()) {
      problems.add(new Problem("exfat.checksum", -1, "the file's entries do not match"));
    }
    String path = directory.prefix() + file.name().replace('/', '_');
    if (!file.isNamed()) {
      problems.add(new Problem("exfat.name", -1, "`" + file.name() + "` cannot be a file's name"));
    }
    int depth = directory.depth() + 1;
    if (!file.directory()) {
      Bytes content = content(file, problems);
      listing.add(Entry.part(path, Content.of(content)).withProblems(problems));
      return;
    }
    if (depth > MAX_DEPTH) {
      problems.add(
          new Problem("limit.depth", -1, "directory deeper than " + MAX_DEPTH + "; not read"));
    } else {
      long size = Math.min(file.size(), MAX_DIRECTORY);
      List<Piece> runs = clusters.follow(file.firstCluster(), file.contiguous(), size, problems);
      pending.add(new Directory(path + "/", depth, runs));
    }
    listing.add(Entry.directory(path, Entry.Attributes.NONE).withProblems(problems));
  }

  private Bytes content(EntrySet file, List<Problem> problems) {
    List<Piece> runs =
        clusters.follow(file.firstCluster(), file.contiguous(), file.size(), problems);
    Bytes there = SplicedBytes.of(runs);
    if (there.size() < file.size() || file.size() < 0) {
      String message = "file of " + file.size() + " bytes; its clusters hold " + there.size();
      problems.add(new Problem("exfat.size", -1, message));
    } else if (file.written() < 0 || file.written() > file.size()) {
      String message = "file of " + file.size() + " bytes of which " + file.written() + " are set";
      problems.add(new Problem("exfat.size", -1, message));
    }
    long written = Math.clamp(file.written(), 0, there.size());
    return written == there.size()
        ? there
        : SplicedBytes.of(
            List.of(new Piece(there, 0, written), Piece.hole(there.size() - written)));
  }
}
