package dev.assay.compare.change.language;

import dev.assay.model.ProgramFile;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names that GHC 9.0 knows by a number ({@code haskell-9.0-names.tsv}, GHC.Builtin.Uniques). */
final class HaskellKnownNames {
  private static final Map<String, String> NAMES =
      ProgramFile.rows(HaskellKnownNames.class, "haskell-9.0-names.tsv").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.get(0) + row.get(1), row -> row.get(2)));

  /** Larger ones GHC does not have. */
  private static final int LARGEST_TUPLE = 64;

  private HaskellKnownNames() {}

  /** With its module; a tuple as its brackets. */
  static Optional<String> name(char kind, int number) {
    return switch (kind) {
      case '4' -> number % 2 == 0 ? tuple("(", number / 2, ")") : Optional.empty();
      case '5' -> number % 2 == 0 ? tuple("(#", number / 2, "#)") : Optional.empty();
      case '7' -> number % 3 < 2 ? tuple("(", number / 3, ")") : Optional.empty();
      case '8' -> number % 3 < 2 ? tuple("(#", number / 3, "#)") : Optional.empty();
      // Behind a constructor's number is that of the function that makes it.
      case '6' -> Optional.ofNullable(NAMES.get(kind + String.valueOf(number - number % 3 % 2)));
      default -> Optional.ofNullable(NAMES.get(kind + String.valueOf(number)));
    };
  }

  private static Optional<String> tuple(String open, int parts, String close) {
    return parts > LARGEST_TUPLE
        ? Optional.empty()
        : Optional.of(open + ",".repeat(Math.max(0, parts - 1)) + close);
  }
}
