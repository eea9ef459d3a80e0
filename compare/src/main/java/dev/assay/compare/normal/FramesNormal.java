package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Bytes;
import dev.assay.formats.lz4.Lz4;
import dev.assay.formats.zstd.Zstd;
import java.util.List;

/** Zstandard and LZ4: how they are compressed, but not what decoders skip. */
final class FramesNormal implements Normaliser {
  private static final String ZSTD = "application/zstd";

  @Override
  public boolean takes(String type) {
    return type.equals(ZSTD) || type.equals("application/x-lz4");
  }

  @Override
  public Normal normalise(Bytes content) {
    boolean zstd = content.has(0, (byte) 0x28, (byte) 0xB5, (byte) 0x2F, (byte) 0xFD);
    List<Bytes> skipped = zstd ? Zstd.skippable(content) : Lz4.skippable(content);
    return new Normal(
        skipped.stream().map(held -> Kept.of("skippable frame", held)).toList(),
        List.of(new Trait(Equivalence.COMPRESSION, "compressed stream", Prints.of(content))));
  }
}
