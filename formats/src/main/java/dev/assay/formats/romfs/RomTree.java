package dev.assay.formats.romfs;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Malformed;
import dev.assay.formats.Names;
import dev.assay.formats.inodes.InodeTree;
import dev.assay.model.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The files of a volume; an inode's number is the offset of its header. */
final class RomTree implements InodeTree {
  private static final int MAX_TARGET = 65_536;

  private final Bytes image;
  private final RomHeader root;
  private final Set<Long> told = new HashSet<>();

  RomTree(Bytes image, RomHeader root) {
    this.image = image;
    this.root = root;
  }

  @Override
  public String format() {
    return "romfs";
  }

  @Override
  public long root() {
    return root.at();
  }

  @Override
  public void names(long directory, Taker taker) {
    // The root's headers start with its own, others say where theirs start.
    long at = directory == root.at() ? directory : RomHeader.at(image, directory).spec();
    while (at != 0) {
      if (!told.add(at)) {
        throw new Malformed("romfs.cycle", at, "header is in two chains, or twice in one");
      }
      RomHeader header = RomHeader.at(image, at);
      taker.take(header.name(), header.type() == RomHeader.HARD_LINK ? header.spec() : header.at());
      at = header.next();
    }
  }

  @Override
  public Entry entry(long inode, String path) {
    RomHeader header = RomHeader.at(image, inode);
    Entry entry = entry(header, path);
    return header.sound()
        ? entry
        : entry.withProblems(
            List.of(
                new Problem(
                    "romfs.checksum",
                    header.at(),
                    "words of the header do not sum to 0; read anyway")));
  }

  private Entry entry(RomHeader header, String path) {
    Entry.Attributes attributes = Entry.Attributes.of(header.mode(), 0, 0);
    EntryType type = EntryType.ofMode(header.mode());
    return switch (type) {
      case FILE -> Entry.file(path, attributes, Content.of(content(header)));
      case DIRECTORY -> Entry.directory(path, attributes);
      case SYMLINK -> Entry.symlink(path, attributes, target(header));
      case CHARACTER_DEVICE, BLOCK_DEVICE ->
          Entry.other(
              path, type, attributes.withDevice(header.spec() >> 16, header.spec() & 0xFFFF));
      default -> {
        if (header.type() == RomHeader.HARD_LINK) {
          throw new Malformed("romfs.link", header.at(), "hard link to a hard link; not followed");
        }
        yield Entry.other(path, type, attributes);
      }
    };
  }

  private Bytes content(RomHeader header) {
    if (header.size() > image.size() - header.dataAt()) {
      throw new Malformed(
          "romfs.size",
          header.at(),
          "file of " + header.size() + " bytes at " + header.dataAt() + " of " + image.size());
    }
    return image.slice(header.dataAt(), header.size());
  }

  private String target(RomHeader header) {
    return Names.decode(content(header).toArray(MAX_TARGET));
  }
}
