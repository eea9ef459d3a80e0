package dev.assay.formats.ubootenv;

import dev.assay.formats.Block;
import java.util.Optional;

/**
 * The assignments before a {@linkplain Variables#marks mark}, one behind the other; offsets in the
 * block.
 *
 * @param lowest of the bytes before the first that is certain: they may be a checksum and one more
 *     assignment, with no NUL between
 * @param start of the first that is certain
 */
record Run(int lowest, int start) {
  /** No environment is larger. */
  static final int LONGEST = 128 << 10;

  /** Empty where another mark stands before this one: what holds for that one holds for both. */
  static Optional<Run> before(Block block, int mark) {
    int least = Math.max(0, mark - LONGEST);
    int start = mark;
    while (start > least && block.u8(start - 1) == 0) {
      int previous = start - 1;
      while (previous > least && block.u8(previous - 1) != 0) {
        previous--;
      }
      if (Variables.nameLength(block, previous, start - 1) == 0) {
        return Optional.of(new Run(previous, start));
      }
      if (Variables.isMark(block, previous)) {
        return Optional.empty();
      }
      start = previous;
    }
    return Optional.of(new Run(start, start));
  }
}
