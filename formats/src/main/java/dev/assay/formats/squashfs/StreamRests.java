package dev.assay.formats.squashfs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.codec.BlockCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What stands in compressed blocks behind the end of their streams. */
final class StreamRests {
  private static final long LEAST_WORK = 256L << 20;
  private static final int RATIO = 200;

  private final Bytes image;
  private final BlockCodec codec;
  private final Set<Long> looked = new HashSet<>();
  private final List<Bytes> found = new ArrayList<>();
  private long work;

  StreamRests(Bytes image, BlockCodec codec) {
    this.image = image;
    this.codec = codec;
  }

  /**
   * Looks behind the stream of a compressed block.
   *
   * @param room bytes that its content has at most
   * @throws Malformed {@code limit.expansion} where blocks would have to be decompressed too often
   */
  void look(long start, int length, int room) {
    if (length == 0 || !looked.add(start)) {
      return;
    }
    work += room;
    if (work > Math.max(LEAST_WORK, image.size() * RATIO)) {
      throw new Malformed("limit.expansion", start, "blocks have too many bytes to read them all");
    }
    Block block = image.block(start, length);
    int end = codec.end(block.array(), block.arrayOffset(), length, room);
    if (end < length) {
      found.add(image.slice(start + end, length - end));
    }
  }

  List<Bytes> found() {
    return found;
  }
}
