package dev.assay.inspect.opaque;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.inspect.ContentInspector;
import java.util.Optional;
import java.util.Set;

/** Measures how random content of unknown kind looks. */
public final class EntropyInspector implements ContentInspector<EntropyFacts> {
  /** Bytes below which how they are spread tells little. */
  public static final int LEAST = 4096;

  private static final int SAMPLE = 64 << 10;
  private static final int MAX_SAMPLES = 64;

  /** Mean 255, deviation 22.6: less than one random content in a million lies above. */
  private static final double RANDOM_BELOW = 370;

  private static final double COMPRESSED_ABOVE = 7.5;
  private static final double EVEN_BELOW = 0.15;
  private static final double SPARSE_BELOW = 0.5;

  @Override
  public Class<EntropyFacts> facts() {
    return EntropyFacts.class;
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return type.equals("application/octet-stream") && content.size() >= LEAST;
  }

  /** Looks at all of up to 4 MiB, at evenly spread samples of what is larger. */
  @Override
  public Optional<EntropyFacts> inspect(Bytes content) {
    long[] counts = new long[256];
    long step = Math.max(SAMPLE, content.size() / MAX_SAMPLES);
    long total = 0;
    for (long at = 0; at < content.size(); at += step) {
      Block block = content.blockUpTo(at, SAMPLE);
      for (int i = 0; i < block.size(); i++) {
        counts[block.u8(i)]++;
      }
      total += block.size();
    }
    return Optional.of(of(counts, total));
  }

  private static EntropyFacts of(long[] counts, long total) {
    double entropy = 0;
    double chiSquare = 0;
    double expected = total / 256.0;
    for (long count : counts) {
      if (count > 0) {
        double share = (double) count / total;
        entropy -= share * Math.log(share) / Math.log(2);
      }
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    return new EntropyFacts(rounded(entropy), rounded(chiSquare), look(entropy, chiSquare, total));
  }

  private static String look(double entropy, double chiSquare, long total) {
    if (entropy < SPARSE_BELOW) {
      return "sparse";
    }
    if (chiSquare < RANDOM_BELOW) {
      return "random";
    }
    // Divided by the size it no longer grows with it: 0.01 for compressed content, 0.2 and more for
    // dense tables.
    boolean even = chiSquare / total < EVEN_BELOW;
    return entropy > COMPRESSED_ABOVE && even ? "compressed" : "structured";
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
