package dev.assay.model;

/**
 * A stretch of an image and what its bytes are.
 *
 * @param start offset in the image
 * @param length in bytes
 * @param name of the part it is or lies in, such as {@code partition-1}; or empty
 * @param is {@code structure} of a known format; {@code frame}: header or tables of one; {@code
 *     padding}; {@code text}; {@code unknown}; {@code rest}: not told apart
 * @param type media type of the format; the padding's value, {@code 0} or {@code 255}; how unknown
 *     bytes look: {@code random}, {@code compressed}, {@code sparse}, {@code structured}; or empty
 * @param entropy of unknown bytes, bits per byte; else 0
 */
public record Stretch(
    long start, long length, String name, String is, String type, double entropy) {
  /** Offset of the first byte behind it. */
  public long end() {
    return start + length;
  }
}
