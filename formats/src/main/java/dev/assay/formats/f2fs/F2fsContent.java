package dev.assay.formats.f2fs;

import static dev.assay.formats.f2fs.F2fsSuperblock.BLOCK;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.SparseContent;
import dev.assay.formats.SplicedBytes;
import dev.assay.formats.SplicedBytes.Piece;
import java.util.ArrayList;
import java.util.List;

/** A file's content. */
record F2fsContent(Bytes image, Nodes nodes, F2fsInode inode) implements Content {
  @Override
  public long size() {
    return inode.size();
  }

  @Override
  public Bytes open(Memory memory) {
    if (inode.hasInlineData()) {
      Block data = inode.inline();
      if (size() < 0 || size() > data.size()) {
        throw new Malformed(
            "f2fs.inode", -1, size() + " bytes of inline data; there is room for " + data.size());
      }
      return Bytes.of(data.bytes(0, (int) size()));
    }
    return inode.isCompressed() ? Clusters.open(image, nodes, inode, memory) : plain(memory);
  }

  private Bytes plain(Memory memory) {
    Plain plain = new Plain(image);
    try {
      BlockWalk.of(nodes, inode, plain);
    } catch (Malformed damaged) {
      throw new Partial(plain.bytes(plain.length, memory), damaged);
    }
    return plain.bytes(size(), memory);
  }

  /** Blocks as they stand in the image. */
  private static final class Plain implements BlockWalk.Taker {
    private final Bytes image;
    private final List<Piece> pieces = new ArrayList<>();
    private long length;
    private long written;

    Plain(Bytes image) {
      this.image = image;
    }

    @Override
    public void hole(long count) {
      add(Piece.hole(count * BLOCK));
    }

    @Override
    public void block(long address) {
      written += BLOCK;
      if (written > image.size()) {
        throw new Malformed("f2fs.overlap", -1, "a file of more blocks than the image has");
      }
      if (address > image.size() / BLOCK - 1) {
        throw new Malformed("f2fs.block-out-of-range", -1, "block " + address + " is not there");
      }
      add(new Piece(image, address * BLOCK, BLOCK));
    }

    private void add(Piece piece) {
      length += piece.length();
      if (!pieces.isEmpty() && pieces.getLast().meets(piece)) {
        pieces.set(pieces.size() - 1, pieces.getLast().and(piece.length()));
      } else {
        pieces.add(piece);
      }
    }

    Bytes bytes(long size, Memory memory) {
      Bytes all = SplicedBytes.of(pieces);
      return SparseContent.counted(all.slice(0, Math.min(size, all.size())), image, memory);
    }
  }
}
