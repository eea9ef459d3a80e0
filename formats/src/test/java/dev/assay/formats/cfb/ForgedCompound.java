package dev.assay.formats.cfb;

import dev.assay.formats.Forged;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Compound files of version 3: sector 0 is the table, 1 the directory, 2 the table of pieces, 3 the
 * pieces, the rest content.
 */
final class ForgedCompound {
  static final int LAST = -2;
  private static final int FREE = -1;
  private static final int OF_TABLE = -3;
  private final int[] table = new int[128];
  private final int[] pieces = new int[128];
  private final List<byte[]> entries = new ArrayList<>();
  private final int contents;

  /**
   * @param contents sectors of content, each filled with its letter
   */
  ForgedCompound(int contents) {
    this.contents = contents;
    for (int i = 0; i < 128; i++) {
      table[i] = i < 4 + contents ? LAST : FREE;
      pieces[i] = LAST;
    }
    table[0] = OF_TABLE;
  }

  /** Lets a sector or piece lead to another. */
  ForgedCompound chain(int from, int to) {
    table[from] = to;
    return this;
  }

  ForgedCompound chainPieces(int from, int to) {
    pieces[from] = to;
    return this;
  }

  /** An entry of the directory; the first is the root. */
  ForgedCompound entry(String name, int type, int before, int behind, int child, int at, int size) {
    byte[] stored = (name + "\0").getBytes(StandardCharsets.UTF_16LE);
    Forged entry = Forged.little().bytes(stored).fillTo(0, 64).u16(stored.length).u8(type, 1);
    entry.u32(before, behind, child).fillTo(0, 116).u32(at).u64(size);
    entries.add(entry.toArray());
    return this;
  }

  byte[] done() {
    Forged file = Forged.little().bytes(CfbHeader.MAGIC).fill(0, 16).u16(62, 3, 0xFFFE, 9, 6);
    file.fillTo(0, 44).u32(1, 1, 0, 4096, 2, 1, LAST, 0, 0);
    while (file.size() < 512) {
      file.u32(FREE);
    }
    numbers(file, table);
    entries.forEach(file::bytes);
    file.fillTo(0, 1536);
    numbers(file, pieces);
    for (char letter = 'A'; letter < 'I'; letter++) {
      file.fill(letter, 64);
    }
    for (int i = 0; i < contents; i++) {
      file.fill('a' + i, 512);
    }
    return file.toArray();
  }

  private static void numbers(Forged file, int[] numbers) {
    for (int number : numbers) {
      file.u32(number);
    }
  }
}
