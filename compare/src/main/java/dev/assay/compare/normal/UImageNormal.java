package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.parts.Sums;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The header of a U-Boot image (U-Boot, {@code include/image.h}, legacy format): each field by its
 * name. Its time (8) is taken out, and so are header CRC (4), data size (12) and data CRC (24)
 * where they are those of the header and of the payload, which is compared on its own.
 */
final class UImageNormal implements Normaliser {
  private static final int SIZE = 64;
  private static final int HEADER_CRC = 4;

  @Override
  public boolean takes(String type) {
    return type.contains("u-boot.uimage");
  }

  @Override
  public Normal normalise(Bytes content) {
    Block header = content.block(0, SIZE);
    List<Kept> kept =
        new ArrayList<>(
            List.of(
                kept("magic", hex(header, 0)),
                kept("load address", hex(header, 16)),
                kept("entry point", hex(header, 20)),
                kept("operating system", String.valueOf(header.u8(28))),
                kept("architecture", String.valueOf(header.u8(29))),
                kept("type", String.valueOf(header.u8(30))),
                kept("compression", String.valueOf(header.u8(31))),
                new Kept("uImage name", header.bytes(32, 32))));
    List<Trait> traits = new ArrayList<>();
    traits.add(new Trait(Equivalence.BUILD_TIME, "uImage time", Prints.time(header.u32be(8))));
    long size = header.u32be(12);
    boolean whole = size <= content.size() - SIZE;
    derived("header CRC", hex(header, HEADER_CRC), isOf(header), kept, traits);
    derived("data size", size + " bytes", whole, kept, traits);
    derived(
        "data CRC",
        hex(header, 24),
        whole && header.i32be(24) == Sums.crc32(content.slice(SIZE, size)),
        kept,
        traits);
    return new Normal(kept, traits);
  }

  private static boolean isOf(Block header) {
    byte[] rest = header.bytes(0, SIZE);
    Arrays.fill(rest, HEADER_CRC, HEADER_CRC + 4, (byte) 0);
    return header.i32be(HEADER_CRC) == Sums.crc32(Bytes.of(rest));
  }

  /**
   * @param fits whether it is what is computed
   */
  private static void derived(
      String field, String value, boolean fits, List<Kept> kept, List<Trait> traits) {
    if (!fits) {
      kept.add(kept(field, value));
    }
    traits.add(new Trait(Equivalence.DERIVED, "uImage " + field, fits ? value : ""));
  }

  private static Kept kept(String field, String value) {
    return new Kept("uImage " + field, value.getBytes(StandardCharsets.US_ASCII));
  }

  private static String hex(Block header, int at) {
    return "0x%08x".formatted(header.u32be(at));
  }
}
