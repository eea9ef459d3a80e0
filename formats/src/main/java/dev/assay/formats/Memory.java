package dev.assay.formats;

/**
 * Bounded room for decompressed content. In memory up to a budget, then one anonymous scratch file.
 */
public interface Memory {
  /**
   * A sink for decompressed content.
   *
   * @param compressedSize bytes it comes from; the sink refuses to grow beyond the expansion limit
   *     for that size
   * @param expectedSize size the format announces, or −1; never trusted for allocation beyond small
   *     amounts
   */
  Sink sink(long compressedSize, long expectedSize);

  /**
   * Counts bytes that take no room but are read as if they did, such as the holes of a disk image.
   *
   * @param storedSize bytes they come from
   * @throws Malformed {@code limit.expansion} where a sink would refuse to take as many
   */
  default void count(long storedSize, long bytes) {
    sink(storedSize, -1).zeros(bytes);
  }
}
