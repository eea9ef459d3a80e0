package dev.assay.inspect.hostile;

import java.nio.charset.StandardCharsets;

/**
 * Compound files of 14 sectors: table, directory, table of pieces, pieces, and content from 4 on.
 */
final class Compound {
  private static final int LAST = -2;

  private Compound() {}

  /** An entry whose siblings and child are given by number, −1 for none. */
  static Draft entry(String name, int type, int before, int behind, int child, int at, int size) {
    byte[] stored = (name + "\0").getBytes(StandardCharsets.UTF_16LE);
    Draft entry = Draft.little().bytes(stored).fillTo(0, 64).u16(stored.length).u8(type, 1);
    return entry.u32(before, behind, child).fillTo(0, 116).u32(at).u64(size);
  }

  /** A stream with no more siblings. */
  static Draft stream(String name, int behind, int at) {
    return entry(name, 2, -1, behind, -1, at, 4096);
  }

  /**
   * @param next the sector that each content's sector leads to, from 4 on
   * @param entries behind the root, whose child is the first of them
   */
  static byte[] of(int[] next, Draft... entries) {
    Draft file = Draft.little().u32(0xE011CFD0L, 0xE11AB1A1L).fill(0, 16).u16(62, 3, 0xFFFE, 9, 6);
    file.fillTo(0, 44).u32(1, 1, 0, 4096, 2, 1, LAST, 0, 0).fillTo(0xFF, 512);
    file.u32(-3, LAST, LAST, LAST);
    for (int each : next) {
      file.u32(each);
    }
    file.fillTo(0xFF, 1024).bytes(entry("Root Entry", 5, -1, -1, 1, 3, 512).done());
    for (Draft entry : entries) {
      file.bytes(entry.done());
    }
    return file.fillTo(0, 1536).fillTo(0xFE, 2048).fillTo('x', 15 * 512).done();
  }
}
