package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Bytes;
import java.util.List;
import java.util.Set;

/** Compressed streams whose headers say nothing but how they are compressed. */
final class StreamNormal implements Normaliser {
  private static final Set<String> TYPES =
      Set.of(
          "application/x-xz",
          "application/x-bzip2",
          "application/x-lzop",
          "application/x-lzip",
          "application/x-lzma",
          "application/zlib",
          "application/x-r-lazyload");

  @Override
  public boolean takes(String type) {
    return TYPES.contains(type);
  }

  @Override
  public Normal normalise(Bytes content) {
    return new Normal(
        List.of(),
        List.of(new Trait(Equivalence.COMPRESSION, "compressed stream", Prints.of(content))));
  }
}
