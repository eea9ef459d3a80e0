package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Arrays;
import java.util.List;

/**
 * SQLite databases: without how often they were written, and by which version of the library
 * (Database File Format §1.3.6, §1.3.16).
 */
final class SqliteNormal implements Normaliser {
  private static final int MAX = 256 << 20;
  private static final int COUNTER = 24;
  private static final int VERSION = 92;

  @Override
  public boolean takes(String type) {
    return type.equals("application/vnd.sqlite3");
  }

  @Override
  public Normal normalise(Bytes content) {
    byte[] left = content.toArray(MAX);
    Block header = content.block(0, 100);
    Arrays.fill(left, COUNTER, COUNTER + 4, (byte) 0);
    Arrays.fill(left, VERSION, VERSION + 8, (byte) 0);
    String written =
        "change %d, valid for %d, by version %d"
            .formatted(header.u32be(COUNTER), header.u32be(VERSION), header.u32be(VERSION + 4));
    return Normal.whole(
        left, List.of(new Trait(Equivalence.LAYOUT, "sqlite last written", written)));
  }
}
