package dev.assay.formats.squashfs;

import dev.assay.formats.Bytes;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.model.Problem;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What stands among the data blocks of an image of version 4 and belongs to no file: between the
 * superblock with the compressor's options and the inode table, all but the blocks of files and
 * fragments.
 */
public final class UnusedBytes {
  private static final int MOST = 4_000_000;
  private static final int OPTIONS = 0x400;
  private static final int UNCOMPRESSED = 1 << 24;
  private static final int STORED = UNCOMPRESSED - 1;

  private final Bytes image;

  /** Ends of used runs by their starts, the furthest of each. */
  private final Map<Long, Long> used = new TreeMap<>();

  private UnusedBytes(Bytes image) {
    this.image = image;
  }

  /**
   * Gives the runs in order.
   *
   * @throws Malformed where the image cannot be listed, or is of an older version
   */
  public static void of(Bytes image, Consumer<Bytes> into) {
    Superblock superblock =
        Superblock.at(image)
            .orElseThrow(
                () -> new Malformed("squashfs.version", 28, "is of no version that is followed"));
    new UnusedBytes(image).give(superblock, into);
  }

  private void give(Superblock superblock, Consumer<Bytes> into) {
    new Walk(image, superblock, new Files()).run();
    fragments(superblock);
    long at = start();
    for (Map.Entry<Long, Long> run : used.entrySet()) {
      if (run.getKey() > at) {
        into.accept(image.slice(at, run.getKey() - at));
      }
      at = Math.max(at, run.getValue());
    }
    if (superblock.inodeTable() > at) {
      into.accept(image.slice(at, superblock.inodeTable() - at));
    }
  }

  /** Behind the superblock, and the compressor's options where there are any: a metadata block. */
  private long start() {
    boolean options = (image.block(24, 2).u16le(0) & OPTIONS) != 0;
    return options
        ? Superblock.SIZE + 2 + (image.block(Superblock.SIZE, 2).u16le(0) & 0x7FFF)
        : Superblock.SIZE;
  }

  private void fragments(Superblock superblock) {
    if (superblock.fragments() > MOST) {
      throw new Malformed("limit.entries", 16, "more than " + MOST + " fragments");
    }
    Tables tables =
        new Tables(image, superblock, new MetadataReader(image, Codecs.of(image, superblock)));
    for (long i = 0; i < superblock.fragments(); i++) {
      Tables.Fragment fragment = tables.fragment(i);
      use(fragment.start(), fragment.length() & STORED);
    }
  }

  private void use(long start, long length) {
    used.merge(start, start + length, Math::max);
  }

  /** Hears of every file. */
  private final class Files implements Listing {
    private int entries;

    @Override
    public void add(Entry entry) {
      if (++entries > MOST) {
        throw new Malformed("limit.entries", -1, "more than " + MOST + " members");
      }
      if (entry.content().orElse(null) instanceof FileContent file) {
        file.stored(UnusedBytes.this::use);
      }
    }

    @Override
    public void problem(Problem problem) {
      throw new Malformed(problem.code(), problem.offset(), problem.message());
    }

    @Override
    public Memory memory() {
      return (compressed, expected) -> {
        throw new Malformed("limit.memory", -1, "nothing is decompressed here");
      };
    }
  }
}
