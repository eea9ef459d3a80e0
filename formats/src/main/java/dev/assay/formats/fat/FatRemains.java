package dev.assay.formats.fat;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.stream.Zeros;
import dev.assay.model.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What a FAT file system holds besides the contents of its files: the entries of its directories,
 * and bytes that are no file's.
 */
public final class FatRemains {
  private static final int ENTRY = 32;
  private static final int DELETED = 0xE5;
  private static final int LABEL = 0x08;
  private static final int DIRECTORY = 0x10;
  private static final int LONG_NAME = 0x0F;
  private static final int MAX_DEPTH = 64;
  private static final int MAX_PARTS = 1 << 20;
  private static final int STEP = 1 << 16;

  private final Bytes image;
  private final FatGeometry geometry;
  private final Taker taker;
  private final Chains chains;
  private final Deque<Directory> pending = new ArrayDeque<>();

  private record Directory(String prefix, int depth, List<Long> parts) {}

  /** Takes what there is, in the order of the directories. */
  public interface Taker {
    /**
     * An entry that is in use.
     *
     * @param path with long names where there are; what is a label or leads up ends with its short
     *     name
     * @param entry 32 bytes, the long name in the entries before it
     */
    void entry(String path, Block entry, List<Block> longName);

    /** Bytes of the image that are no file's, zeros left out. */
    void hidden(String what, Bytes bytes);
  }

  private FatRemains(Bytes image, FatGeometry geometry, Taker taker) {
    this.image = image;
    this.geometry = geometry;
    this.taker = taker;
    this.chains = new Chains(image, geometry);
  }

  /**
   * @throws Malformed {@code fat.*} where it is no FAT file system, or a chain in it is broken
   */
  public static void of(Bytes image, Taker taker) {
    FatGeometry geometry =
        FatGeometry.of(image)
            .orElseThrow(
                () -> new Malformed("fat.boot", 0, "the boot sector does not hold together"));
    new FatRemains(image, geometry, taker).run();
  }

  private void run() {
    boolean wide = geometry.width() == 32;
    pending.add(
        new Directory("", 0, wide ? follow(geometry.rootCluster()) : List.of(geometry.rootAt())));
    while (!pending.isEmpty()) {
      list(pending.removeFirst());
    }
    unused();
    tables();
    long end = Math.min(image.size(), geometry.at(geometry.clusters() + 2L));
    hidden("behind the clusters", end, Math.min(image.size(), geometry.size()) - end);
  }

  private List<Long> follow(long first) {
    List<Problem> problems = new ArrayList<>();
    List<Long> parts = chains.follow(first, MAX_PARTS, problems);
    problems.stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw new Malformed(problem);
            });
    return parts;
  }

  private void list(Directory directory) {
    FatName name = new FatName();
    name.forget();
    List<Block> before = new ArrayList<>();
    boolean ended = false;
    for (long partAt : directory.parts()) {
      boolean root = partAt == geometry.rootAt() && geometry.width() != 32;
      int size = root ? geometry.rootSize() : geometry.clusterSize();
      for (int at = 0; at + ENTRY <= size; at += ENTRY) {
        Block entry = image.block(partAt + at, ENTRY);
        ended |= entry.u8(0) == 0;
        boolean deleted = ended || entry.u8(0) == DELETED;
        if (deleted) {
          hidden("deleted entries of directories", partAt + at, ENTRY);
        }
        if (deleted || (entry.u8(11) & 0x3F) != LONG_NAME) {
          if (!deleted) {
            add(directory, name, entry, before);
          } else {
            before.forEach(each -> taker.hidden("long names of no entry", bytes(each)));
          }
          name.forget();
          before = new ArrayList<>();
        } else {
          name.take(entry);
          before.add(entry);
        }
      }
    }
    before.forEach(each -> taker.hidden("long names of no entry", bytes(each)));
  }

  private static Bytes bytes(Block block) {
    return Bytes.of(block.bytes(0, block.size()));
  }

  private void add(Directory directory, FatName name, Block entry, List<Block> longName) {
    int attributes = entry.u8(11);
    boolean plain = (attributes & LABEL) == 0 && entry.u8(0) != '.';
    String path =
        directory.prefix() + (plain ? name.of(entry) : entry.latin1(0, 11).stripTrailing());
    taker.entry(path, entry, longName);
    if (!plain) {
      return;
    }
    long high = geometry.width() == 32 ? entry.u16le(20) : 0;
    long first = high << 16 | entry.u16le(26);
    if ((attributes & DIRECTORY) == 0) {
      slack(first, entry.u32le(28));
    } else if (directory.depth() + 1 >= MAX_DEPTH) {
      throw new Malformed("fat.depth", -1, "directory deeper than " + MAX_DEPTH + "; not read");
    } else {
      pending.add(new Directory(path + "/", directory.depth() + 1, follow(first)));
    }
  }

  /** Behind the end of a file, in its last cluster. */
  private void slack(long first, long size) {
    if (size == 0) {
      return;
    }
    int each = geometry.clusterSize();
    long needed = (size + each - 1) / each;
    List<Problem> problems = new ArrayList<>();
    List<Long> clusters = chains.follow(first, needed, problems);
    if (!problems.isEmpty() || clusters.size() < needed) {
      throw new Malformed("fat.size", -1, "a file of " + size + " bytes has fewer clusters");
    }
    int used = (int) (size - (needed - 1) * each);
    hidden("ends of clusters", clusters.getLast() + used, each - used);
  }

  /** Clusters that no file is in, and what the FAT says of them. */
  private void unused() {
    int each = geometry.clusterSize();
    for (int cluster = 2; cluster < geometry.clusters() + 2; cluster++) {
      long entry = chains.raw(cluster);
      if (!chains.isTaken(cluster)) {
        long at = geometry.at(cluster);
        hidden("unused clusters", at, Math.clamp(image.size() - at, 0, each));
        if (entry != 0) {
          taker.hidden("entries of the FAT for no file", number(entry));
        }
      } else if (chains.isEnd(entry) && !chains.isUsualEnd(entry) || entry >>> 28 != 0) {
        taker.hidden("spare bits of the FAT", number(entry));
      }
    }
  }

  private static Bytes number(long entry) {
    return Bytes.of("%x ".formatted(entry));
  }

  /** The first two entries of the FAT, what is behind its last, and a second that differs. */
  private void tables() {
    Block boot = image.block(0, 512);
    long size = (geometry.rootAt() - geometry.fatAt()) / boot.u8(16);
    taker.hidden("first entries of the FAT", image.slice(geometry.fatAt(), geometry.width() / 4));
    long used = (geometry.clusters() + 2L) * geometry.width() / 8;
    hidden("behind the entries of the FAT", geometry.fatAt() + used + 1, size - used - 1);
    if (boot.u8(16) > 1) {
      Bytes first = image.slice(geometry.fatAt(), size);
      Bytes second = image.slice(geometry.fatAt() + size, size);
      difference(first, second);
    }
  }

  private void difference(Bytes first, Bytes second) {
    for (long at = 0; at < first.size(); at += STEP) {
      Block one = first.blockUpTo(at, STEP);
      Block other = second.blockUpTo(at, STEP);
      if (!one.equalTo(other.bytes(0, other.size()))) {
        taker.hidden("second FAT, where it is another", second.slice(at, other.size()));
      }
    }
  }

  private void hidden(String what, long at, long size) {
    if (size <= 0) {
      return;
    }
    Bytes bytes = image.slice(at, size);
    if (Zeros.after(bytes, 0) < size) {
      taker.hidden(what, bytes);
    }
  }
}
