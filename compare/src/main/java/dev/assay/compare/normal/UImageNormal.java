package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The header of a U-Boot image (U-Boot, {@code include/image.h}, legacy format): each field by its
 * name but for its time (8), and the header CRC (4), data size (12) and data CRC (24) that follow
 * from it and from the payload, which is compared on its own.
 */
final class UImageNormal implements Normaliser {
  private static final int SIZE = 64;

  @Override
  public boolean takes(String type) {
    return type.contains("u-boot.uimage");
  }

  @Override
  public Normal normalise(Bytes content) {
    Block header = content.block(0, SIZE);
    return new Normal(
        List.of(
            kept("magic", hex(header, 0)),
            kept("load address", hex(header, 16)),
            kept("entry point", hex(header, 20)),
            kept("operating system", String.valueOf(header.u8(28))),
            kept("architecture", String.valueOf(header.u8(29))),
            kept("type", String.valueOf(header.u8(30))),
            kept("compression", String.valueOf(header.u8(31))),
            new Kept("uImage name", header.bytes(32, 32))),
        List.of(new Trait(Equivalence.BUILD_TIME, "uImage time", Prints.time(header.u32be(8)))));
  }

  private static Kept kept(String field, String value) {
    return new Kept("uImage " + field, value.getBytes(StandardCharsets.US_ASCII));
  }

  private static String hex(Block header, int at) {
    return "0x%08x".formatted(header.u32be(at));
  }
}
