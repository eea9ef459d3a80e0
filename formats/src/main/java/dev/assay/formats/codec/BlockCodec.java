package dev.assay.formats.codec;

import dev.assay.formats.Malformed;

/** Decompresses single blocks. Safe for several threads. */
public interface BlockCodec {
  /**
   * Decompresses {@code in[at, at + length)} to {@code out[outAt…]}.
   *
   * @param room most bytes that may be written
   * @return bytes written
   * @throws Malformed {@code codec.damaged} if the block is damaged or does not fit
   */
  int decompress(byte[] in, int at, int length, byte[] out, int outAt, int room);

  /**
   * How many bytes of a sound block say something. What follows the end of its stream is read by
   * nobody; a codec that refuses such a block says that it is {@code length}.
   *
   * @throws Malformed as {@link #decompress}
   */
  default int end(byte[] in, int at, int length, int room) {
    return length;
  }
}
