package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Bytes;
import java.util.Arrays;
import java.util.List;

/**
 * The header of a U-Boot image: its time (8), and the header CRC (4), data size (12) and data CRC
 * (24) that follow from it and from the payload, which is compared on its own.
 */
final class UImageNormal implements Normaliser {
  private static final int SIZE = 64;

  @Override
  public boolean takes(String type) {
    return type.contains("u-boot.uimage");
  }

  @Override
  public Normal normalise(Bytes content) {
    byte[] left = content.block(0, SIZE).bytes(0, SIZE);
    long time = content.block(0, SIZE).u32be(8);
    Arrays.fill(left, 4, 16, (byte) 0);
    Arrays.fill(left, 24, 28, (byte) 0);
    return Normal.whole(
        left, List.of(new Trait(Equivalence.BUILD_TIME, "uImage time", Prints.time(time))));
  }
}
