package dev.assay.formats.tar;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the stored bytes of a sparse file belong; the rest of it is zero.
 *
 * @param pairs offset and length, alternating, both in bytes
 * @param realSize size of the file
 */
record SparseMap(List<Long> pairs, long realSize) {
  private static final int STEP = 64 << 10;

  /**
   * Checks that regions follow one another inside the file.
   *
   * @throws Malformed {@code tar.sparse}
   */
  SparseMap {
    long end = 0;
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      long offset = pairs.get(i);
      long length = pairs.get(i + 1);
      if (offset < end || length < 0 || offset > realSize - length) {
        throw new Malformed(
            "tar.sparse",
            -1,
            "region of " + length + " bytes at " + offset + " in a file of " + realSize);
      }
      end = offset + length;
    }
  }

  /** The old GNU map: in the header, then in further blocks. */
  static SparseMap ofOldGnu(Bytes content, TarHeader header) {
    List<Long> pairs = new ArrayList<>();
    pairs(header.block(), 386, 4, header.at(), pairs);
    boolean more = header.block().u8(482) != 0;
    for (long at = header.at() + TarHeader.SIZE; more; at += TarHeader.SIZE) {
      Block extension = content.block(at, TarHeader.SIZE);
      pairs(extension, 0, 21, at, pairs);
      more = extension.u8(504) != 0;
    }
    return new SparseMap(pairs, TarField.number(header.block(), 483, 12, header.at()));
  }

  /** Bytes of extension blocks that stand between an old GNU header and its data. */
  static long oldGnuExtension(Bytes content, TarHeader header) {
    long at = header.at() + TarHeader.SIZE;
    boolean more = header.block().u8(482) != 0;
    while (more) {
      more = content.block(at, TarHeader.SIZE).u8(504) != 0;
      at += TarHeader.SIZE;
    }
    return at - header.at() - TarHeader.SIZE;
  }

  private static void pairs(Block block, int from, int count, long origin, List<Long> pairs) {
    for (int i = 0; i < count && block.u8(from + i * 24) != 0; i++) {
      pairs.add(TarField.number(block, from + i * 24, 12, origin));
      pairs.add(TarField.number(block, from + i * 24 + 12, 12, origin));
    }
  }

  /** Content of the file, made of its stored bytes. */
  Content content(Bytes stored) {
    return new Content() {
      @Override
      public long size() {
        return realSize;
      }

      @Override
      public Bytes open(Memory memory) {
        Sink sink = memory.sink(stored.size(), realSize);
        try {
          fill(stored, sink);
          return sink.toBytes();
        } catch (Malformed cut) {
          throw new Partial(sink.toBytes(), cut);
        }
      }
    };
  }

  private void fill(Bytes stored, Sink sink) {
    long from = 0;
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      sink.zeros(pairs.get(i) - sink.size());
      long end = from + pairs.get(i + 1);
      while (from < end) {
        Block step = stored.block(from, (int) Math.min(STEP, end - from));
        sink.write(step.array(), step.arrayOffset(), step.size());
        from += step.size();
      }
    }
    sink.zeros(realSize - sink.size());
  }
}
