package dev.assay.formats.squashfs;

import dev.assay.formats.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The magic numbers of SquashFS and those vendors put in their place. */
final class Magic {
  private static final List<byte[]> ALL =
      List.of("hsqs", "sqsh", "shsq", "qshs", "tqsh", "hsqt", "sqlz", "zlqs").stream()
          .map(text -> text.getBytes(StandardCharsets.US_ASCII))
          .toList();

  private static final Set<Integer> WORDS =
      ALL.stream().map(magic -> ByteBuffer.wrap(magic).getInt()).collect(Collectors.toSet());

  private Magic() {}

  static boolean isAt(Bytes content) {
    return content.size() >= 4 && WORDS.contains(content.block(0, 4).i32be(0));
  }

  static List<byte[]> all() {
    return ALL.stream().map(byte[]::clone).toList();
  }
}
