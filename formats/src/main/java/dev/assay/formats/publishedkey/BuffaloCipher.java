package dev.assay.formats.publishedkey;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The stream cipher of Buffalo: RC4 (RFC 6229) whose state has 256 bytes, or in newer devices as
 * many as the data. Only its first 511 are used after the key is mixed in. Not for several threads.
 */
final class BuffaloCipher {
  /** Bytes of the state in older devices. */
  static final int SHORT = 256;

  private static final byte[] KEY = "Buffalo".getBytes(StandardCharsets.US_ASCII);

  private final byte[] state;
  private int i;
  private int j;

  /**
   * @param seed the byte before the key
   * @param stateLength bytes, at least 1
   */
  BuffaloCipher(int seed, int stateLength) {
    byte[] key = new byte[1 + KEY.length];
    key[0] = (byte) seed;
    System.arraycopy(KEY, 0, key, 1, KEY.length);
    state = new byte[stateLength];
    for (int n = 0; n < stateLength; n++) {
      state[n] = (byte) n;
    }
    int k = 0;
    for (int n = 0; n < stateLength; n++) {
      k = (k + (key[n % key.length] & 0xFF) + (state[n] & 0xFF)) % stateLength;
      swap(n, k);
    }
  }

  /** Encrypts or decrypts, which is the same, the bytes that follow. */
  byte[] apply(byte[] bytes, int from, int length) {
    byte[] out = Arrays.copyOfRange(bytes, from, from + length);
    for (int n = 0; n < length; n++) {
      i = (i + 1) % state.length & 0xFF;
      j = (j + (state[i] & 0xFF)) % state.length & 0xFF;
      swap(i, j);
      out[n] ^= state[((state[i] & 0xFF) + (state[j] & 0xFF)) % state.length];
    }
    return out;
  }

  private void swap(int a, int b) {
    byte kept = state[a];
    state[a] = state[b];
    state[b] = kept;
  }
}
