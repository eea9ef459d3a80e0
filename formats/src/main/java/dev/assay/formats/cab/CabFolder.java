package dev.assay.formats.cab;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import dev.assay.formats.Solid;
import java.util.Optional;

/**
 * One stream of a cabinet.
 *
 * @param at offset of its first block
 * @param compression as stored: {@link CabCodec}
 */
record CabFolder(Bytes cabinet, long at, int blocks, int compression, int blockReserve) {
  private static final int BLOCK = 8;

  static CabFolder at(Bytes cabinet, CabHeader header, int number) {
    Block folder =
        cabinet.block(header.foldersAt() + (long) number * header.folderSize(), CabHeader.FOLDER);
    return new CabFolder(
        cabinet, folder.u32le(0), folder.u16le(4), folder.u16le(6), header.blockReserve());
  }

  Solid.Stream decompress(Memory memory) {
    Sink sink = memory.sink(cabinet.size(), -1);
    CabCodec codec = CabCodec.of(compression, at, sink);
    long sound = Long.MAX_VALUE;
    Optional<Malformed> damage = Optional.empty();
    try {
      long next = at;
      for (int i = 0; i < blocks; i++) {
        Block head = cabinet.block(next, BLOCK);
        int stored = head.u16le(4);
        Block data = cabinet.block(next + BLOCK + blockReserve, stored);
        if (damage.isEmpty() && head.i32le(0) != 0 && head.i32le(0) != checksum(head, data)) {
          sound = sink.size();
          damage = Optional.of(new Malformed("cab.checksum", next, "a block does not match"));
        }
        codec.decompress(data, head.u16le(6), next, sink);
        next += BLOCK + blockReserve + stored;
      }
    } catch (Malformed broken) {
      damage = Optional.of(damage.orElse(broken));
    } finally {
      codec.end();
    }
    return new Solid.Stream(sink.toBytes(), Math.min(sound, sink.size()), damage);
  }

  /** [MS-CAB] 3: words are combined by exclusive or, bytes left over from the high end down. */
  private static int checksum(Block head, Block data) {
    int sum = head.i32le(4);
    int at = 0;
    for (; at + 4 <= data.size(); at += 4) {
      sum ^= data.i32le(at);
    }
    int rest = 0;
    for (; at < data.size(); at++) {
      rest = rest << 8 | data.u8(at);
    }
    return sum ^ rest;
  }
}
