package dev.assay.formats;

import dev.assay.model.Problem;

/**
 * Unwinds a reader that cannot go on. Caught where a format is opened or a member read, and
 * recorded as a {@link Problem} of the artifact; the rest of the product is still read. Carries no
 * stack trace: it describes the product, not the program.
 */
public final class Malformed extends RuntimeException {
  private final transient Problem problem;

  /**
   * @param code stable dotted word, format first: {@code squashfs.block-out-of-range}
   * @param offset byte offset in the bytes being read, or −1
   * @param message what was expected and what was found
   */
  public Malformed(String code, long offset, String message) {
    super(message, null, false, false);
    this.problem = new Problem(code, offset, message);
  }

  /**
   * @param problem that cannot be read past
   */
  public Malformed(Problem problem) {
    this(problem.code(), problem.offset(), problem.message());
  }

  public Problem problem() {
    return problem;
  }
}
