package dev.assay.formats.ext;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import java.util.List;

/** A file's content: one slice where its blocks lie together, else put together run by run. */
final class ExtContent implements Content {
  private static final int CHUNK = 1 << 20;

  private final Bytes image;
  private final ExtSuperblock superblock;
  private final ExtInode inode;

  ExtContent(Bytes image, ExtSuperblock superblock, ExtInode inode) {
    this.image = image;
    this.superblock = superblock;
    this.inode = inode;
  }

  @Override
  public long size() {
    return inode.size();
  }

  @Override
  public Bytes open(Memory memory) {
    if (inode.isInline()) {
      return padded(InlineData.of(image, superblock, inode), memory);
    }
    List<Run> runs = BlockMap.of(image, superblock, inode);
    int blockSize = superblock.blockSize();
    if (runs.size() == 1
        && runs.getFirst().written()
        && runs.getFirst().logical() == 0
        && runs.getFirst().count() * blockSize >= inode.size()) {
      long start = runs.getFirst().physical() * blockSize;
      if (start > image.size() - inode.size()) {
        throw outOfRange(start);
      }
      return image.slice(start, inode.size());
    }
    return joined(runs, memory);
  }

  private Bytes padded(Bytes start, Memory memory) {
    if (start.size() >= inode.size()) {
      return start;
    }
    Sink sink = memory.sink(start.size(), start.size());
    Block block = start.head((int) start.size());
    sink.write(block.array(), block.arrayOffset(), block.size());
    try {
      sink.zeros(inode.size() - start.size());
    } catch (Malformed tooLong) {
      throw new Partial(sink.toBytes(), tooLong);
    }
    return sink.toBytes();
  }

  private Bytes joined(List<Run> runs, Memory memory) {
    int blockSize = superblock.blockSize();
    long stored = runs.stream().filter(Run::written).mapToLong(Run::count).sum() * blockSize;
    Sink sink = memory.sink(Math.min(stored, image.size()), Math.min(inode.size(), stored));
    try {
      for (Run run : runs) {
        long start = run.logical() * blockSize;
        if (start > inode.size() || run.logical() < 0) {
          break;
        }
        if (start < sink.size()) {
          throw new Malformed(
              "ext.extent", -1, "extents overlap at block " + run.logical() + " of the file");
        }
        sink.zeros(start - sink.size());
        long length = Math.min(run.count() * blockSize, inode.size() - start);
        if (run.written()) {
          copy(run.physical() * blockSize, length, sink);
        } else {
          sink.zeros(length);
        }
      }
      sink.zeros(inode.size() - sink.size());
    } catch (Malformed damaged) {
      throw new Partial(sink.toBytes(), damaged);
    }
    return sink.toBytes();
  }

  private void copy(long start, long length, Sink sink) {
    if (start < 0 || start > image.size() - length) {
      throw outOfRange(start);
    }
    for (long done = 0; done < length; done += CHUNK) {
      Block block = image.block(start + done, (int) Math.min(CHUNK, length - done));
      sink.write(block.array(), block.arrayOffset(), block.size());
    }
  }

  private Malformed outOfRange(long start) {
    return new Malformed(
        "ext.block-out-of-range",
        start,
        "blocks at " + start + " lie outside the image of " + image.size() + " bytes");
  }
}
