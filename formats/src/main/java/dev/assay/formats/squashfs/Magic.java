package dev.assay.formats.squashfs;

import dev.assay.formats.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The magic numbers of SquashFS and those vendors put in their place. */
final class Magic {
  private static final List<byte[]> ALL =
      List.of("hsqs", "sqsh", "shsq", "qshs", "tqsh", "hsqt", "sqlz", "zlqs").stream()
          .map(text -> text.getBytes(StandardCharsets.US_ASCII))
          .toList();

  private Magic() {}

  static boolean isAt(Bytes content) {
    return ALL.stream().anyMatch(magic -> content.has(0, magic));
  }

  static List<byte[]> all() {
    return ALL.stream().map(byte[]::clone).toList();
  }
}
