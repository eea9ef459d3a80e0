package dev.assay.formats.cab;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import dev.assay.formats.Sink;
import dev.assay.formats.codec.Lzx;
import dev.assay.formats.codec.Quantum;

/** Decompresses the blocks of one folder, in order. */
interface CabCodec {
  /**
   * @param wanted bytes that the block has decompressed
   * @param at offset of the block, for problems
   */
  void decompress(Block data, int wanted, long at, Sink sink);

  /** Gives back what the codec holds. */
  default void end() {}

  /**
   * @param compression the low 4 bits are the method, bits 8 to 12 the size of its window
   * @param at offset of the first block, for problems
   * @param into the sink of all blocks
   * @throws Malformed {@code cab.method} where the method is not known
   */
  static CabCodec of(int compression, long at, Sink into) {
    return switch (compression & 0x0F) {
      case 0 ->
          (data, wanted, block, sink) -> sink.write(data.array(), data.arrayOffset(), data.size());
      case 1 -> new MsZip();
      case 2 -> quantum(compression >> 8 & 0x1F, into);
      case 3 -> lzx(compression >> 8 & 0x1F);
      default -> throw new Malformed("cab.method", at, "compressed by no known method");
    };
  }

  private static CabCodec lzx(int windowBits) {
    Lzx lzx = new Lzx(windowBits);
    return (data, wanted, at, sink) -> placed(at, () -> lzx.decompress(data, wanted, sink));
  }

  private static CabCodec quantum(int windowBits, Sink into) {
    Quantum quantum = new Quantum(windowBits, into);
    return (data, wanted, at, sink) -> placed(at, () -> quantum.decompress(data, wanted));
  }

  /** Says in which block damage is. */
  private static void placed(long at, Runnable block) {
    try {
      block.run();
    } catch (Malformed damaged) {
      throw damaged.problem().code().equals("codec.damaged")
          ? new Malformed("cab.block", at, damaged.problem().message())
          : damaged;
    }
  }
}
