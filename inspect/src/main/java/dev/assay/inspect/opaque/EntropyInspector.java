package dev.assay.inspect.opaque;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.inspect.ContentInspector;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Measures how random content of unknown kind looks. */
public final class EntropyInspector implements ContentInspector<EntropyFacts> {
  /** Bytes below which how they are spread tells little. */
  public static final int LEAST = 4096;

  /** Mean 255, deviation 22.6: less than one random content in a million lies above. */
  static final double RANDOM_BELOW = 370;

  private static final int SAMPLE = 64 << 10;
  private static final int MAX_SAMPLES = 64;

  /** Bytes of zeros, or of erased flash, from which on they are no content. */
  private static final int PADDING = 64;

  /** So that samples of encrypted content begin with a block of the cipher. */
  private static final int ALIGNED = 16;

  private static final double COMPRESSED_ABOVE = 7.5;
  private static final double EVEN_BELOW = 0.15;
  private static final double SPARSE_BELOW = 0.5;

  @Override
  public Class<EntropyFacts> facts() {
    return EntropyFacts.class;
  }

  @Override
  public int revision() {
    return 2;
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return type.equals("application/octet-stream") && content.size() >= LEAST;
  }

  /** Looks at all of up to 4 MiB, at evenly spread samples of what is larger. */
  @Override
  public Optional<EntropyFacts> inspect(Bytes content) {
    Spread all = new Spread();
    Spread written = new Spread();
    samples(content, sample -> spread(sample, all, written));
    // What little stands in padding is judged with it.
    Spread judged = written.total() < LEAST ? all : written;
    double entropy = judged.entropy();
    double chiSquare = judged.chiSquare();
    boolean sparse = all.entropy() < SPARSE_BELOW;
    String look = sparse ? "sparse" : look(content, judged, entropy, chiSquare);
    return Optional.of(new EntropyFacts(rounded(entropy), rounded(chiSquare), look));
  }

  private static void samples(Bytes content, Consumer<Block> to) {
    long step = Math.max(SAMPLE, content.size() / MAX_SAMPLES / ALIGNED * ALIGNED);
    for (long at = 0; at < content.size(); at += step) {
      to.accept(content.blockUpTo(at, SAMPLE));
    }
  }

  private static boolean isRandomButForEqualBlocks(Bytes content) {
    EqualBlocks blocks =
        new EqualBlocks((int) Math.min(content.size(), (MAX_SAMPLES + 1L) * SAMPLE) / Long.BYTES);
    samples(
        content,
        sample -> {
          for (int i = 0; i + Long.BYTES <= sample.size(); i += Long.BYTES) {
            blocks.add(sample.i64le(i));
          }
        });
    return blocks.areTheOnlyPattern();
  }

  private static void spread(Block sample, Spread all, Spread written) {
    for (int from = 0; from < sample.size(); ) {
      int value = sample.u8(from);
      int end = from + 1;
      while (end < sample.size() && sample.u8(end) == value) {
        end++;
      }
      all.add(value, end - from);
      if (end - from < PADDING || value != 0 && value != 0xFF) {
        written.add(value, end - from);
      }
      from = end;
    }
  }

  private static String look(Bytes content, Spread judged, double entropy, double chiSquare) {
    if (entropy > COMPRESSED_ABOVE && Deflated.is(content)) {
      return "compressed";
    }
    if (chiSquare < RANDOM_BELOW) {
      return "random";
    }
    if (judged.hasAllValues() && isRandomButForEqualBlocks(content)) {
      return "blocks";
    }
    // Divided by the size it no longer grows with it: 0.01 for compressed content, 0.2 and more for
    // dense tables.
    boolean even = chiSquare / judged.total() < EVEN_BELOW;
    return entropy > COMPRESSED_ABOVE && even ? "compressed" : "structured";
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
