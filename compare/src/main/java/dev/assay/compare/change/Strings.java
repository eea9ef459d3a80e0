package dev.assay.compare.change;

import dev.assay.formats.Block;
import java.util.List;

/** Texts in the data of programs. */
public final class Strings {
  private static final int SHORTEST = 5;
  private static final int LONGEST = 300;

  private Strings() {}

  /** Printable ASCII of at least {@value #SHORTEST} characters up to a NUL. */
  public static void of(Block block, List<String> into) {
    int start = 0;
    for (int i = 0; i <= block.size(); i++) {
      boolean printable = i < block.size() && block.u8(i) >= 0x20 && block.u8(i) < 0x7F;
      if (!printable) {
        if (i - start >= SHORTEST && i < block.size() && block.u8(i) == 0) {
          into.add(block.latin1(start, Math.min(i - start, LONGEST)));
        }
        start = i + 1;
      }
    }
  }
}
