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
}
