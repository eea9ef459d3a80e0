package dev.assay.formats.publishedkey;

import java.nio.charset.StandardCharsets;

/**
 * The stream cipher PC1 by Alexander Pukall (1991), as QNAP uses it: what was decrypted is mixed
 * into the key. All numbers have 16 bits. Not for several threads.
 */
final class Pc1 {
  private static final int MULTIPLIER = 0x4E35;
  private static final int FACTOR = 0x15A;
  private static final int WORD = 0xFFFF;

  private final byte[] key;
  private int mixed;
  private int last;
  private int sum;

  /**
   * @param key of which pairs of characters are used
   */
  Pc1(String key) {
    this.key = key.getBytes(StandardCharsets.ISO_8859_1);
  }

  byte decrypt(byte encrypted) {
    byte plain = (byte) (encrypted ^ next());
    mixed ^= plain;
    return plain;
  }

  byte encrypt(byte plain) {
    byte encrypted = (byte) (plain ^ next());
    mixed ^= plain;
    return encrypted;
  }

  private int next() {
    int folded = 0;
    int chain = 0;
    for (int i = 0; i < key.length / 2; i++) {
      int x = (chain ^ word(i)) & WORD;
      chain = MULTIPLIER * x + 1 & WORD;
      int before = last;
      last = FACTOR * x & WORD;
      sum = last + before + MULTIPLIER * (sum + i) & WORD;
      folded ^= chain ^ sum;
    }
    return folded >>> 8 ^ folded & 0xFF;
  }

  /** Both characters are signed bytes. */
  private int word(int number) {
    byte high = (byte) (key[2 * number] ^ mixed);
    byte low = (byte) (key[2 * number + 1] ^ mixed);
    return (high << 8) + low;
  }
}
