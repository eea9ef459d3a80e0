package dev.assay.formats.yaffs2;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.JoinedBytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.SparseContent;
import dev.assay.formats.inodes.InodeTree;
import dev.assay.formats.inodes.LinuxDevice;
import java.util.Arrays;

/** The files of a log. What was deleted hangs below directories of its own, not the root. */
final class YaffsTree implements InodeTree {
  /** Holes cost nothing to forge; how many pages a file may have for each of the image. */
  private static final long MAX_HOLES = 64;

  private final Bytes image;
  private final YaffsGeometry geometry;
  private final YaffsLog log;

  YaffsTree(Bytes image, YaffsGeometry geometry, YaffsLog log) {
    this.image = image;
    this.geometry = geometry;
    this.log = log;
  }

  @Override
  public String format() {
    return "yaffs2";
  }

  @Override
  public long root() {
    return YaffsLog.ROOT;
  }

  @Override
  public void names(long directory, Taker taker) {
    log.names(directory).forEach((name, object) -> taker.take(name, real(object)));
  }

  /** The object that a hard link names. */
  private long real(long object) {
    return log.find(object)
        .flatMap(YaffsObject::header)
        .filter(header -> header.type() == YaffsHeader.HARD_LINK)
        .map(YaffsHeader::same)
        .orElse(object);
  }

  @Override
  public Entry entry(long number, String path) {
    YaffsObject object =
        log.find(number)
            .filter(found -> found.header().isPresent())
            .orElseThrow(
                () -> new Malformed("yaffs2.object", -1, "object " + number + " has no header"));
    YaffsHeader header = object.header().orElseThrow();
    Entry.Attributes attributes = Entry.Attributes.of(header.mode(), header.uid(), header.gid());
    return switch (header.type()) {
      case YaffsHeader.FILE -> Entry.file(path, attributes, content(object));
      case YaffsHeader.SYMLINK -> Entry.symlink(path, attributes, header.target());
      case YaffsHeader.DIRECTORY -> Entry.directory(path, attributes);
      case YaffsHeader.SPECIAL -> special(header, attributes, path);
      default -> throw new Malformed("yaffs2.link", -1, "hard link to a hard link; not followed");
    };
  }

  private static Entry special(YaffsHeader header, Entry.Attributes attributes, String path) {
    EntryType type = EntryType.ofMode(header.mode());
    return switch (type) {
      case CHARACTER_DEVICE, BLOCK_DEVICE ->
          Entry.other(path, type, LinuxDevice.wide(attributes, header.device()));
      default -> Entry.other(path, type, attributes);
    };
  }

  private Content content(YaffsObject object) {
    long size = object.size();
    long count = (size - 1) / geometry.pageSize() + 1;
    if (size <= 0) {
      return Content.of(image.slice(0, 0));
    }
    if (count > MAX_HOLES * log.capacity()) {
      throw new Malformed(
          "yaffs2.size", -1, "file of " + size + " bytes cannot be in an image of " + image.size());
    }
    long[] pages = new long[(int) count];
    Arrays.fill(pages, JoinedBytes.MISSING);
    object.pages().headMap(count, true).forEach((chunk, at) -> pages[(int) (chunk - 1)] = at);
    return new SparseContent(image, pages, geometry.pageSize(), size);
  }
}
