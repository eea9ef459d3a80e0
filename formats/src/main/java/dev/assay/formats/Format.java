package dev.assay.formats;

/**
 * One format. Implementations have no state and are safe for use by several threads.
 *
 * <p>The alternatives: a {@link Container} holds members, an {@link Encoding} is one compressed
 * stream, a {@link Leaf} is only named. Those that may stand anywhere in an unknown blob are {@link
 * Carvable} as well.
 */
public sealed interface Format permits Container, Encoding, Leaf {
  /** Media type of such content: {@code application/x-tar}, {@code application/vnd.squashfs}. */
  String type();

  /**
   * Whether the content is of this format: magic number and as much structure as tells it from a
   * chance hit. Reads little; may throw {@link Malformed}, which counts as no.
   */
  boolean recognises(Bytes content);
}
