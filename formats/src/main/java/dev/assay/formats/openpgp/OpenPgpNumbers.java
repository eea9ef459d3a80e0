package dev.assay.formats.openpgp;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Multiprecision integers (RFC 9580 §3.2): the number of bits in two bytes, then the bytes. */
public final class OpenPgpNumbers {
  private OpenPgpNumbers() {}

  /**
   * The first numbers of some that follow each other.
   *
   * @throws Malformed where there are not so many
   */
  public static List<BigInteger> first(int count, Bytes numbers) {
    List<BigInteger> found = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < count; i++) {
      int bytes = (numbers.block(at, 2).u16be(0) + 7) / 8;
      Block number = numbers.block(at + 2, bytes);
      found.add(new BigInteger(1, number.bytes(0, bytes)));
      at += 2 + bytes;
    }
    return List.copyOf(found);
  }
}
