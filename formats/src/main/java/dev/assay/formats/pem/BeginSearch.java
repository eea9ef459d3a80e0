package dev.assay.formats.pem;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Horspool's search for {@code -----BEGIN }: looks at one byte in eleven of content that holds no
 * blocks.
 */
final class BeginSearch {
  private static final byte[] BEGIN = "-----BEGIN ".getBytes(StandardCharsets.US_ASCII);
  private static final int[] SHIFT = shifts();

  private BeginSearch() {}

  /** Index relative to {@code from}, or −1. */
  static int in(byte[] data, int from, int length) {
    int[] shift = SHIFT;
    int last = from + length - BEGIN.length;
    int at = from;
    while (at <= last) {
      int step = shift[data[at + 10] & 0xFF];
      if (data[at + 10] == ' '
          && Arrays.equals(data, at, at + BEGIN.length, BEGIN, 0, BEGIN.length)) {
        return at - from;
      }
      at += step;
    }
    return -1;
  }

  private static int[] shifts() {
    int[] shifts = new int[256];
    Arrays.fill(shifts, BEGIN.length);
    for (int i = 0; i < BEGIN.length - 1; i++) {
      shifts[BEGIN[i]] = BEGIN.length - 1 - i;
    }
    return shifts;
  }
}
