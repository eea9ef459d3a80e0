package dev.assay.formats.rpm;

import dev.assay.formats.Bytes;
import dev.assay.formats.parts.Sums;
import java.util.HexFormat;

/**
 * A digest that a package has of a part of itself.
 *
 * @param part that it is of
 * @param algorithm {@code SHA-256}
 * @param told in hexadecimal, as the package has it
 * @param computed in hexadecimal
 * @param at where the part begins
 */
public record RpmDigest(Part part, String algorithm, String told, String computed, long at) {
  /** What of a package a digest or signature is of. */
  public enum Part {
    HEADER("header"),
    PAYLOAD("payload"),
    BOTH("header and payload");

    private final String words;

    Part(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  static RpmDigest of(Part part, String algorithm, String told, Bytes bytes, long at) {
    String computed = HexFormat.of().formatHex(Sums.digest(algorithm, bytes));
    return new RpmDigest(part, algorithm, told, computed, at);
  }

  /** Whether the part is as it was when the package was made. */
  public boolean matches() {
    return computed.equalsIgnoreCase(told);
  }

  /** {@code SHA-256 of payload}. */
  @Override
  public String toString() {
    return algorithm + " of " + part;
  }
}
