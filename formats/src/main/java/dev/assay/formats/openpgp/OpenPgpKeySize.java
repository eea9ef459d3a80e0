package dev.assay.formats.openpgp;

import dev.assay.formats.Malformed;
import java.math.BigInteger;
import java.util.OptionalInt;

/**
 * How large a key is, as far as the numbers of a signature tell it. Such numbers are below the
 * modulus of RSA, and below the prime q of the group of DSA and ECDSA. That they fall short of it
 * by more than they are rounded up by here happens once in 2<sup>64</sup> signatures.
 */
final class OpenPgpKeySize {
  private static final int RSA_STEP = 128;
  private static final int CURVE_STEP = 32;
  private static final int LARGEST_CURVE = 521;
  private static final int SHORT_PRIME = 160;

  private OpenPgpKeySize() {}

  /**
   * @return bits; empty where the algorithm is none of these or the numbers are cut off
   */
  static OptionalInt of(OpenPgpSignature signature) {
    try {
      return switch (signature.publicKey()) {
        case 1, 3 -> OptionalInt.of(up(bits(signature, 1), RSA_STEP));
        // FIPS 186-4 §4.2: only keys of 1024 bits have a q of 160; of 224 bits and more, 2048.
        case 17 -> OptionalInt.of(bits(signature, 2) <= SHORT_PRIME ? 1024 : 2048);
        case 19 -> OptionalInt.of(Math.min(up(bits(signature, 2), CURVE_STEP), LARGEST_CURVE));
        case 22, 27 -> OptionalInt.of(256);
        case 28 -> OptionalInt.of(448);
        default -> OptionalInt.empty();
      };
    } catch (Malformed cutOff) {
      return OptionalInt.empty();
    }
  }

  private static int bits(OpenPgpSignature signature, int count) {
    return OpenPgpNumbers.first(count, signature.numbers()).stream()
        .mapToInt(BigInteger::bitLength)
        .max()
        .orElse(0);
  }

  private static int up(int bits, int step) {
    return (bits + step - 1) / step * step;
  }
}
