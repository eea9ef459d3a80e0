package dev.assay.formats.ubi;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Optional;

/**
 * What stands at the start of a physical erase block.
 *
 * @param volumeAt offset of the volume header in the block
 * @param dataAt offset of the data in the block
 * @param image number that all blocks written together share, or 0
 */
record EraseHeader(long volumeAt, long dataAt, long image) {
  static final byte[] MAGIC = {'U', 'B', 'I', '#'};
  static final int SIZE = 64;

  static Optional<EraseHeader> at(Bytes content, long at) {
    if (at < 0 || at > content.size() - SIZE) {
      return Optional.empty();
    }
    Block header = content.block(at, SIZE);
    if (!header.slice(0, 4).equalTo(MAGIC)
        || header.u8(4) != 1
        || UbiCrc.of(header, 60) != header.i32be(60)) {
      return Optional.empty();
    }
    EraseHeader read = new EraseHeader(header.u32be(16), header.u32be(20), header.u32be(24));
    return read.volumeAt >= SIZE && read.dataAt >= read.volumeAt + SIZE && read.dataAt < 1 << 24
        ? Optional.of(read)
        : Optional.empty();
  }
}
