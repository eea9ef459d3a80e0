package dev.assay.formats.dfu;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What ends every file for DFU.
 *
 * @param size in bytes
 * @param crc as stored
 */
record DfuSuffix(int size, int crc) {
  private static final int LEAST = 16;

  static Optional<DfuSuffix> of(Bytes content) {
    if (content.size() <= LEAST || !content.has(content.size() - 8, "UFD")) {
      return Optional.empty();
    }
    Block block = content.block(content.size() - LEAST, LEAST);
    int version = block.u16le(6);
    boolean fits =
        (version == 0x0100 || version == 0x011A)
            && block.u8(11) >= LEAST
            && block.u8(11) < content.size();
    return fits ? Optional.of(new DfuSuffix(block.u8(11), block.i32le(12))) : Optional.empty();
  }

  List<Problem> check(Bytes content) {
    long end = content.size() - 4;
    return Sums.check("dfu.crc", end, crc, ~Sums.crc32(content.slice(0, end)));
  }
}
