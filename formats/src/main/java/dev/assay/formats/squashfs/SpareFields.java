package dev.assay.formats.squashfs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Names;
import dev.assay.formats.codec.BlockCodec;
import dev.assay.formats.stream.Zeros;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the tables of an image of version 4 say besides what its files are: fields that others tell
 * too and that say something else, fields without a meaning, metadata that nothing leads to.
 */
public final class SpareFields {
  private static final int MOST = 4_000_000;
  private static final int MAX_DEPTH = 512;
  private static final long INVALID_LISTING = 3;
  private static final int UNCOMPRESSED = 1 << 24;

  /** Of the length before a metadata block; the block has this many bytes at most. */
  private static final int STORED = 0x8000;

  private static final int METADATA = 8192;

  private final Bytes image;
  private final Superblock superblock;
  private final MetadataReads reads = new MetadataReads();
  private final MetadataReader metadata;
  private final InodeReader inodes;
  private final Tables tables;
  private final Map<Long, Long> referenceByNumber = new HashMap<>();
  private final Map<Long, Integer> names = new TreeMap<>();
  private final Map<Long, Long> links = new TreeMap<>();
  private final Set<Long> open = new HashSet<>();
  private final List<String> told = new ArrayList<>();
  private final List<Bytes> behind = new ArrayList<>();
  private final FragmentRest rest = new FragmentRest();
  private final FragmentBlocks fragments;
  private final StreamRests streams;
  private int entries;

  /** Takes a field with where it is, and what it says. */
  public interface Taker {
    void field(String told);

    /** Bytes of tables that nobody reads; of metadata decompressed. */
    void bytes(Bytes unread);
  }

  private SpareFields(Bytes image, Superblock superblock) {
    this.image = image;
    this.superblock = superblock;
    BlockCodec codec = Codecs.of(image, superblock);
    this.metadata = new MetadataReader(image, codec, reads);
    this.fragments = new FragmentBlocks(image, codec, superblock.blockSize());
    this.streams = new StreamRests(image, codec);
    this.inodes = new InodeReader(metadata, superblock, image.size());
    this.tables = new Tables(image, superblock, metadata);
  }

  /**
   * Gives fields in order of paths, then bytes in order of the image.
   *
   * @throws Malformed where the tables cannot be read, or the image is of an older version
   */
  public static void of(Bytes image, Taker into) {
    Superblock superblock =
        Superblock.at(image)
            .orElseThrow(
                () -> new Malformed("squashfs.version", 28, "is of no version that is followed"));
    SpareFields fields = new SpareFields(image, superblock);
    fields.root();
    fields.tables();
    fields.told.forEach(into::field);
    fields.behind.forEach(into::bytes);
    fields.reads.give(into::bytes);
    fields.metadata();
    fields.streams.found().forEach(into::bytes);
    fields.between(into);
  }

  private void root() {
    if (!(inodes.read(superblock.rootInode()) instanceof Inode.Directory root)) {
      throw new Malformed("squashfs.root", 32, "the root inode is not a directory");
    }
    note(superblock.rootInode(), root.common());
    told("/", "parent", root.parent(), superblock.inodes() + 1);
    directory(root, "", 0);
    links.forEach((number, said) -> told("inode", "links", said, names.getOrDefault(number, 0)));
  }

  private void note(long reference, Inode.Common common) {
    Long before = referenceByNumber.put(common.number(), reference);
    if (before != null && before != reference) {
      told.add("inode number twice");
    }
    tables.id(common.uidIndex());
    tables.id(common.gidIndex());
    tables.xattrs(common.xattr());
  }

  private void directory(Inode.Directory directory, String path, int depth) {
    index(directory);
    if (directory.size() <= INVALID_LISTING) {
      told(path, "links", directory.common().links(), 2);
      return;
    }
    if (depth > MAX_DEPTH || !open.add(directory.common().number())) {
      throw new Malformed("squashfs.cycle", -1, "directories lie in each other without end");
    }
    MetadataReader.Cursor cursor =
        metadata.atBlock(superblock.directoryTable() + directory.block(), directory.offset());
    long folders = 0;
    long left = directory.size() - INVALID_LISTING;
    while (left > 0) {
      Block header = cursor.next(12);
      left -= 12;
      long count = header.u32le(0) + 1;
      if (count > 256) {
        throw new Malformed("squashfs.directory", -1, "run of " + count + " entries");
      }
      for (int i = 0; i < count; i++) {
        Block entry = cursor.next(8);
        int size = entry.u16le(6) + 1;
        String name = Names.decode(cursor.next(size).bytes(0, size));
        left -= 8 + size;
        long number = header.u32le(8) + (short) entry.u16le(2);
        folders +=
            entry(
                path + "/" + name,
                header.u32le(4) << 16 | entry.u16le(0),
                number,
                entry.u16le(4),
                directory.common().number(),
                depth);
      }
    }
    told(path, "links", directory.common().links(), folders + 2);
    open.remove(directory.common().number());
  }

  /** Returns 1 for a directory, 0 for all else. */
  private int entry(String path, long reference, long number, int type, long parent, int depth) {
    if (++entries > MOST) {
      throw tooMany("members");
    }
    Inode inode = inodes.read(reference);
    Inode.Common common = inode.common();
    note(reference, common);
    told(path, "number", number, common.number());
    told(path, "type", type, common.type() > 7 ? common.type() - 7 : common.type());
    names.merge(common.number(), 1, Integer::sum);
    if (inode instanceof Inode.Directory directory) {
      told(path, "parent", directory.parent(), parent);
      directory(directory, path, depth + 1);
      return 1;
    }
    links.put(common.number(), common.links());
    if (inode instanceof Inode.File file) {
      file(path, file);
    }
    return 0;
  }

  private void file(String path, Inode.File file) {
    long holes = 0;
    long at = file.start();
    long left = file.size();
    for (int stored : file.blocks()) {
      holes += stored == 0 ? superblock.blockSize() : 0;
      long length = stored & UNCOMPRESSED - 1;
      long wanted = Math.min(left, superblock.blockSize());
      if ((stored & UNCOMPRESSED) != 0 && length > wanted) {
        behind.add(image.slice(at + wanted, length - wanted));
      } else if ((stored & UNCOMPRESSED) == 0) {
        streams.look(at, (int) length, (int) wanted);
      }
      at += length;
      left -= wanted;
    }
    rest.note(file, superblock.blockSize());
    if (file.blocks().length == 0) {
      told(path, "start of no blocks", file.start(), 0);
    }
    if (file.fragment() < 0) {
      told(path, "offset in no fragment", file.fragmentOffset(), 0);
    }
    if (file.sparse() < 0 || file.sparse() > holes) {
      told(path, "sparse", file.sparse(), holes);
    }
  }

  /** The index is read by nobody here, and follows from the listing. */
  private void index(Inode.Directory directory) {
    if (directory.index() > 0) {
      MetadataReader.Cursor cursor =
          metadata.at(
              superblock.inodeTable(),
              referenceByNumber.getOrDefault(directory.common().number(), superblock.rootInode()));
      cursor.next(40);
      for (int i = 0; i < directory.index(); i++) {
        cursor.next((int) Math.min(cursor.next(12).u32le(8) + 1, 256));
      }
    }
  }

  private void tables() {
    if (superblock.inodes() > MOST || superblock.fragments() > MOST) {
      throw tooMany("inodes");
    }
    for (int id = 0; id < superblock.ids(); id++) {
      tables.id(id);
    }
    for (long i = 0; i < superblock.fragments(); i++) {
      told("fragment", "spare", tables.spare(i), 0);
      Tables.Fragment fragment = tables.fragment(i);
      Bytes unused = rest.of(i, fragments.get(fragment));
      if ((fragment.length() & UNCOMPRESSED) == 0) {
        streams.look(
            fragment.start(), fragment.length() & UNCOMPRESSED - 1, superblock.blockSize());
      }
      if (Zeros.after(unused, 0) < unused.size()) {
        behind.add(unused);
      }
    }
    if (superblock.exportTable() >= 0) {
      for (long number = 1; number <= superblock.inodes(); number++) {
        long reference = tables.exported(number);
        told("exported inode", "place", reference, referenceByNumber.getOrDefault(number, -1L));
      }
    }
  }

  private void metadata() {
    reads.places(
        (start, length) -> {
          if ((image.block(start, 2).u16le(0) & STORED) == 0) {
            streams.look(start + 2, (int) length - 2, METADATA);
          }
        });
  }

  /** From the inode table to the end, all but the metadata that was read and the lists of it. */
  private void between(Taker into) {
    Map<Long, Long> used = new TreeMap<>();
    reads.places((start, length) -> used.merge(start, start + length, Math::max));
    list(used, superblock.idTable(), superblock.ids(), 2048);
    list(used, superblock.fragmentTable(), superblock.fragments(), 512);
    list(used, superblock.exportTable(), superblock.inodes(), 1024);
    if (superblock.xattrTable() >= 0) {
      Block header = image.block(superblock.xattrTable(), 16);
      if (header.u32le(12) != 0) {
        into.field("xattr table: spare " + header.u32le(12));
      }
      used.merge(superblock.xattrTable(), superblock.xattrTable() + 16, Math::max);
      list(used, superblock.xattrTable() + 16, header.u32le(8), 512);
    }
    long at = superblock.inodeTable();
    for (Map.Entry<Long, Long> run : used.entrySet()) {
      if (run.getKey() > at) {
        into.bytes(image.slice(at, run.getKey() - at));
      }
      at = Math.max(at, run.getValue());
    }
    if (superblock.bytesUsed() > at) {
      into.bytes(image.slice(at, superblock.bytesUsed() - at));
    }
  }

  private static void list(Map<Long, Long> used, long start, long entries, long perBlock) {
    if (start >= 0) {
      used.merge(start, start + 8 * ((entries + perBlock - 1) / perBlock), Math::max);
    }
  }

  private void told(String where, String field, long said, long expected) {
    if (said != expected) {
      told.add(where + ": " + field + " " + said);
    }
    if (told.size() > MOST) {
      throw tooMany("fields of their own");
    }
  }

  private static Malformed tooMany(String what) {
    return new Malformed("limit.entries", -1, "more than " + MOST + " " + what);
  }
}
