package dev.assay.formats.squashfs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.codec.BlockCodec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads runs of bytes across metadata blocks. Keeps the blocks last used. Not for several threads.
 */
final class MetadataReader {
  private static final int BLOCK = 8192;
  private static final int KEPT = 256;

  /** A decompressed metadata block and where the next one starts. */
  private record Metadata(byte[] bytes, int length, long next) {}

  /** Hears what is read of metadata blocks. */
  interface Reads {
    Reads UNHEARD = (block, stored, bytes, from, count) -> {};

    /**
     * @param block where the block is stored
     * @param stored its size as stored, its header included
     * @param bytes its content
     * @param from offset in the content
     */
    void read(long block, long stored, Bytes bytes, int from, int count);
  }

  private final Bytes image;
  private final BlockCodec codec;
  private final MetadataHeader header;
  private final Reads reads;
  private final Map<Long, Metadata> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Metadata> eldest) {
          return size() > KEPT;
        }
      };

  MetadataReader(Bytes image, BlockCodec codec) {
    this(image, codec, MetadataHeader.VERSION_4, Reads.UNHEARD);
  }

  MetadataReader(Bytes image, BlockCodec codec, Reads reads) {
    this(image, codec, MetadataHeader.VERSION_4, reads);
  }

  MetadataReader(Bytes image, BlockCodec codec, MetadataHeader header) {
    this(image, codec, header, Reads.UNHEARD);
  }

  private MetadataReader(Bytes image, BlockCodec codec, MetadataHeader header, Reads reads) {
    this.reads = reads;
    this.image = image;
    this.codec = codec;
    this.header = header;
  }

  /** A place in a table that reads on from block to block. */
  final class Cursor {
    private long block;
    private int offset;

    private Cursor(long block, int offset) {
      this.block = block;
      this.offset = offset;
    }

    /** The next {@code count} bytes as a block. */
    Block next(int count) {
      Metadata metadata = load(block);
      if (offset <= metadata.length() - count) {
        heard(metadata, count);
        Block taken = Bytes.of(metadata.bytes(), offset, count).block(0, count);
        offset += count;
        return taken;
      }
      byte[] joined = new byte[count];
      int done = 0;
      while (done < count) {
        Metadata from = load(block);
        if (offset >= from.length()) {
          offset -= from.length();
          block = from.next();
          if (from.length() == 0) {
            throw new Malformed("squashfs.metadata", block, "empty metadata block");
          }
          continue;
        }
        int part = Math.min(count - done, from.length() - offset);
        heard(from, part);
        System.arraycopy(from.bytes(), offset, joined, done, part);
        offset += part;
        done += part;
      }
      return Bytes.of(joined).block(0, count);
    }

    private void heard(Metadata metadata, int count) {
      if (reads != Reads.UNHEARD) {
        Bytes whole = Bytes.of(metadata.bytes(), 0, metadata.length());
        reads.read(block, metadata.next() - block, whole, offset, count);
      }
    }
  }

  /**
   * @param table start of the table in the image
   * @param reference offset of the metadata block in the table, shifted left 16, plus offset in the
   *     block
   */
  Cursor at(long table, long reference) {
    return new Cursor(table + (reference >>> 16), (int) (reference & 0xFFFF));
  }

  Cursor atBlock(long start, int offset) {
    return new Cursor(start, offset);
  }

  private Metadata load(long start) {
    Metadata there = kept.get(start);
    if (there == null) {
      there = read(start);
      kept.put(start, there);
    }
    return there;
  }

  private Metadata read(long start) {
    int stated = header.length(image, start);
    int length = stated & 0x7FFF;
    if (length == 0 || length > BLOCK) {
      throw new Malformed(
          "squashfs.metadata",
          start,
          "metadata block of " + length + " bytes; 1 to " + BLOCK + " expected");
    }
    Block stored = image.block(start + header.size(), length);
    long next = start + header.size() + length;
    if ((stated & 0x8000) != 0) {
      return new Metadata(stored.bytes(0, length), length, next);
    }
    byte[] bytes = new byte[BLOCK];
    int size = codec.decompress(stored.array(), stored.arrayOffset(), length, bytes, 0, BLOCK);
    return new Metadata(bytes, size, next);
  }
}
