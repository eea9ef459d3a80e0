package dev.assay.formats.fat;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.SparseContent;
import dev.assay.model.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Lists the files of one file system. */
final class FatWalk {
  private static final int ENTRY = 32;
  private static final int DELETED = 0xE5;
  private static final int LABEL = 0x08;
  private static final int DIRECTORY = 0x10;
  private static final int LONG_NAME = 0x0F;
  private static final int MAX_DEPTH = 64;
  private static final long MAX_DIRECTORY = 65_536L * ENTRY;

  private final Bytes image;
  private final FatGeometry geometry;
  private final Listing listing;
  private final Chains chains;
  private final Deque<Directory> pending = new ArrayDeque<>();

  /** Parts are offsets: what is pending may be as much as the image. */
  private record Directory(String prefix, int depth, List<Long> parts) {}

  FatWalk(Bytes image, FatGeometry geometry, Listing listing) {
    this.image = image;
    this.geometry = geometry;
    this.listing = listing;
    this.chains = new Chains(image, geometry);
  }

  void run() {
    List<Problem> problems = new ArrayList<>();
    List<Long> root =
        geometry.width() == 32
            ? parts(geometry.rootCluster(), problems)
            : List.of(geometry.rootAt());
    problems.forEach(listing::problem);
    pending.add(new Directory("", 0, root));
    while (!pending.isEmpty()) {
      list(pending.removeFirst());
    }
  }

  private List<Long> parts(long cluster, List<Problem> problems) {
    int most = (int) Math.max(1, MAX_DIRECTORY / geometry.clusterSize());
    List<Long> parts = chains.follow(cluster, most + 1L, problems);
    if (parts.size() <= most) {
      return parts;
    }
    String message = "directory beyond " + MAX_DIRECTORY + " bytes; its rest is not listed";
    problems.add(new Problem("fat.directory", parts.get(most), message));
    return parts.subList(0, most);
  }

  private void list(Directory directory) {
    FatName name = new FatName();
    name.forget();
    for (long partAt : directory.parts()) {
      Block part = part(partAt);
      for (int at = 0; at + ENTRY <= part.size(); at += ENTRY) {
        Block entry = part.slice(at, ENTRY);
        if (entry.u8(0) == 0) {
          return;
        }
        int attributes = entry.u8(11);
        if (entry.u8(0) == DELETED) {
          name.forget();
        } else if ((attributes & 0x3F) == LONG_NAME) {
          name.take(entry);
        } else if ((attributes & LABEL) != 0 || entry.u8(0) == '.') {
          name.forget();
        } else {
          add(entry, directory.prefix() + name.of(entry), directory.depth() + 1);
        }
      }
    }
  }

  /** A cluster, or the root directory of FAT12 and FAT16 as far as it is there. */
  private Block part(long at) {
    if (at != geometry.rootAt() || geometry.width() == 32) {
      return image.block(at, geometry.clusterSize());
    }
    Block root = image.blockUpTo(Math.min(at, image.size()), geometry.rootSize());
    if (root.size() < geometry.rootSize()) {
      String message = "the root directory is cut; " + root.size() + " bytes of it are there";
      listing.problem(new Problem("fat.truncated", image.size(), message));
    }
    return root;
  }

  private void add(Block entry, String path, int depth) {
    List<Problem> problems = new ArrayList<>();
    long high = geometry.width() == 32 ? entry.u16le(20) : 0;
    long first = high << 16 | entry.u16le(26);
    if ((entry.u8(11) & DIRECTORY) == 0) {
      Content content = content(first, entry.u32le(28), problems);
      listing.add(Entry.part(path, content).withProblems(problems));
      return;
    }
    if (depth >= MAX_DEPTH) {
      problems.add(
          new Problem("fat.depth", -1, "directory deeper than " + MAX_DEPTH + "; not read"));
    } else {
      pending.add(new Directory(path + "/", depth, parts(first, problems)));
    }
    listing.add(Entry.directory(path, Entry.Attributes.NONE).withProblems(problems));
  }

  private Content content(long first, long size, List<Problem> problems) {
    int each = geometry.clusterSize();
    List<Long> clusters =
        size == 0 ? List.of() : chains.follow(first, (size + each - 1) / each, problems);
    long there = Math.min(size, (long) clusters.size() * each);
    if (there < size) {
      String message = "file of " + size + " bytes; its clusters hold " + there;
      problems.add(new Problem("fat.size", -1, message));
    }
    long[] pieces = clusters.stream().mapToLong(Long::longValue).toArray();
    return new SparseContent(image, pieces, each, there);
  }
}
