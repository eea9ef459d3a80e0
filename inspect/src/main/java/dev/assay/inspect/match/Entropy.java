package dev.assay.inspect.match;

/** Shannon entropy of short text. */
final class Entropy {
  private Entropy() {}

  /** Bits per character; 0 for the empty text. Characters beyond ISO 8859-1 do not occur here. */
  static double of(String text) {
    int[] counts = new int[256];
    for (int i = 0; i < text.length(); i++) {
      counts[text.charAt(i) & 0xFF]++;
    }
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / text.length();
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    // Two decimals are what people read, and hide the last bit of the logarithm.
    return Math.round(bits * 100) / 100.0;
  }
}
