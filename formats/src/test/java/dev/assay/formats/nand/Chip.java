package dev.assay.formats.nand;

import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Writes data to the pages of a chip and reads it with the spare areas, as no tool does without
 * one.
 */
public final class Chip {
  private final int page;
  private final int spare;
  private final byte[] dump;

  /**
   * @param page bytes of data
   * @param pages of the whole chip; those behind the data are erased
   */
  public Chip(int page, int spare, int pages, byte[] data) {
    this.page = page;
    this.spare = spare;
    this.dump = new byte[pages * (page + spare)];
    Arrays.fill(dump, (byte) 0xFF);
    for (int at = 0; at < data.length; at += page) {
      write(at / page, Arrays.copyOfRange(data, at, Math.min(data.length, at + page)));
    }
  }

  private void write(int number, byte[] data) {
    int at = number * (page + spare);
    System.arraycopy(data, 0, dump, at, data.length);
    boolean erased = true;
    for (byte each : data) {
      erased &= each == -1;
    }
    // Stands for the error correction, behind the mark.
    for (int i = 0; !erased && i < spare / 16; i++) {
      CRC32 code = new CRC32();
      code.update(data, 0, data.length);
      code.update(i);
      for (int b = 0; b < 4; b++) {
        dump[at + page + 12 + 16 * i - 4 * (i % 2) + b] = (byte) (code.getValue() >> 8 * b);
      }
    }
  }

  /** Marks a block as bad, in its first two pages. */
  public Chip bad(int block, int pagesOfABlock) {
    for (int i = 0; i < 2; i++) {
      int at = (block * pagesOfABlock + i) * (page + spare) + page;
      Arrays.fill(dump, at, at + 6, (byte) 0);
    }
    return this;
  }

  /** Puts pages with their spare areas at a page. */
  public Chip raw(int number, byte[] pages) {
    System.arraycopy(pages, 0, dump, number * (page + spare), pages.length);
    return this;
  }

  public byte[] dump() {
    return dump.clone();
  }
}
