package dev.assay.formats;

import java.nio.ByteOrder;

/**
 * Fields of a block in the byte order of its image, for formats that exist in both orders.
 *
 * @param block whose offsets are used
 */
public record Fields(Block block, ByteOrder order) {
  public int u8(int at) {
    return block.u8(at);
  }

  public int u16(int at) {
    return isLittle() ? block.u16le(at) : block.u16be(at);
  }

  public int i32(int at) {
    return isLittle() ? block.i32le(at) : block.i32be(at);
  }

  public long u32(int at) {
    return isLittle() ? block.u32le(at) : block.u32be(at);
  }

  /** A 64-bit field; negative where its top bit is set, which range checks then refuse. */
  public long i64(int at) {
    return isLittle() ? block.i64le(at) : block.i64be(at);
  }

  public boolean isLittle() {
    return order.equals(ByteOrder.LITTLE_ENDIAN);
  }
}
