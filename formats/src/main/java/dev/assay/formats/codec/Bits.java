package dev.assay.formats.codec;

import dev.assay.formats.Malformed;

/** A stream of bits that is read from the high bit down. */
sealed interface Bits permits BitsDown, WordBits {
  /**
   * The next {@code count} bits, at most 16, as a number.
   *
   * @throws Malformed {@code codec.damaged} where there are no more
   */
  int bits(int count);
}
