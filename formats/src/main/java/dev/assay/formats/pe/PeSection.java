package dev.assay.formats.pe;

import dev.assay.formats.Bytes;

/**
 * A section.
 *
 * @param address virtual, relative to the image base
 * @param size in memory, bytes
 * @param offset in the file
 * @param stored bytes in the file
 * @param flags {@code IMAGE_SCN_*}
 */
public record PeSection(String name, long address, long size, long offset, long stored, int flags) {
  private static final int EXECUTED = 0x2000_0000;

  boolean isExecuted() {
    return (flags & EXECUTED) != 0;
  }

  /** What of it is in the file. */
  public Bytes in(Bytes content) {
    long from = Math.min(offset, content.size());
    return content.slice(from, Math.min(stored, content.size() - from));
  }

  boolean holds(long virtual) {
    return virtual >= address && virtual - address < Math.max(size, stored);
  }
}
