package dev.assay.formats.uefi;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import dev.assay.formats.codec.Lzh;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads what is compressed as by EFI 1.1 (UEFI Specification 2.10, §19) or Tiano, which differ in
 * how many distances there are; nothing in the data says which it is.
 */
final class EfiCompression {
  private static final int HEADER = 8;
  private static final List<Lzh.Variant> VARIANTS = List.of(Lzh.Variant.LH5, Lzh.Variant.TIANO);

  private EfiCompression() {}

  /**
   * The content: by the variant that gives what is expected, or else by the first that can be
   * decoded.
   *
   * @param expected whether content looks as it should
   * @throws Malformed {@code uefi.compressed} where neither can be decoded
   */
  static Bytes decode(Bytes data, Memory memory, Predicate<Bytes> expected) {
    Block header = data.head(HEADER);
    if (header.size() < HEADER || header.u32le(0) > data.size() - HEADER) {
      throw new Malformed("uefi.compressed", -1, "compressed data is longer than its section");
    }
    Bytes packed = data.slice(HEADER, header.u32le(0));
    List<Bytes> decoded = new ArrayList<>();
    for (Lzh.Variant variant : VARIANTS) {
      Optional<Bytes> content = decode(packed, variant, header.u32le(4), memory);
      if (content.filter(expected).isPresent()) {
        return content.get();
      }
      content.ifPresent(decoded::add);
    }
    if (decoded.isEmpty()) {
      throw new Malformed("uefi.compressed", -1, "is neither of EFI 1.1 nor Tiano, or damaged");
    }
    return decoded.getFirst();
  }

  private static Optional<Bytes> decode(
      Bytes packed, Lzh.Variant variant, long size, Memory memory) {
    Sink sink = memory.sink(packed.size(), size);
    try {
      Lzh.decompress(packed, variant, size, sink);
      return Optional.of(sink.toBytes());
    } catch (Malformed other) {
      if (!other.problem().code().equals("codec.damaged")) {
        throw other;
      }
      return Optional.empty();
    }
  }
}
