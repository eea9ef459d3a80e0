package dev.assay.cli.inspect;

import dev.assay.inspect.map.Meaning;
import dev.assay.inspect.opaque.OpaqueFacts;
import java.util.Locale;

/** Words for what could not be read. */
final class Look {
  private Look() {}

  /** {@code entropy 7.99, encrypted or random}. */
  static String of(Meaning.Unknown unknown) {
    String entropy = String.format(Locale.ROOT, "entropy %.2f", unknown.entropy());
    String word = word(unknown.look());
    return word.isEmpty() ? entropy : entropy + ", " + word;
  }

  /** {@code not examined: unknown, encrypted or random, entropy 7.99}. */
  static String of(OpaqueFacts facts) {
    String word = word(facts.look());
    return "not examined: "
        + facts.reason()
        + (word.isEmpty() ? "" : ", " + word)
        + (facts.entropy() == 0
            ? ""
            : String.format(Locale.ROOT, ", entropy %.2f", facts.entropy()));
  }

  private static String word(String look) {
    return switch (look) {
      case "random" -> "encrypted or random";
      case "blocks" -> "encrypted block by block";
      default -> look;
    };
  }
}
