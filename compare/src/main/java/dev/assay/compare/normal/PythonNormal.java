package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Arrays;
import java.util.List;

/**
 * Python bytecode: without the time of its source, where the header says that there is one (PEP
 * 552: no flag).
 */
final class PythonNormal implements Normaliser {
  private static final int MAX = 64 << 20;
  private static final int HEADER = 16;

  @Override
  public boolean takes(String type) {
    return type.equals("application/x-python-bytecode");
  }

  @Override
  public Normal normalise(Bytes content) {
    byte[] left = content.toArray(MAX);
    Block header = content.block(0, HEADER);
    boolean timed = header.i32le(4) == 0;
    if (timed) {
      Arrays.fill(left, 8, 12, (byte) 0);
    }
    String time = timed ? Prints.time(header.u32le(8)) : "";
    return Normal.whole(left, List.of(new Trait(Equivalence.MTIME, "time of the source", time)));
  }
}
