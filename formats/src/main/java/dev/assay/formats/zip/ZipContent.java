package dev.assay.formats.zip;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.HexFormat;

/**
 * Content of a member.
 *
 * @param crc CRC-32 the header announces
 */
record ZipContent(Bytes stored, ZipMethod method, long size, int crc) implements Content {
  @Override
  public Bytes open(Memory memory) {
    if (size == 0 && stored.size() == 0) {
      return stored;
    }
    Encoding.Decoded decoded = method.decode(stored, size, memory);
    Bytes bytes = decoded.bytes();
    if (!decoded.problems().isEmpty()) {
      Problem first = decoded.problems().getFirst();
      throw new Partial(bytes, new Malformed(first.code(), first.offset(), first.message()));
    }
    if (bytes.size() != size) {
      throw new Partial(
          bytes,
          new Malformed(
              "zip.size",
              -1,
              "announces " + size + " bytes, there are " + bytes.size() + "; these are kept"));
    }
    int computed = Sums.crc32(bytes);
    if (computed != crc) {
      throw new Partial(
          bytes,
          new Malformed(
              "zip.crc",
              -1,
              "CRC is " + hex(crc) + ", computed " + hex(computed) + "; content kept"));
    }
    return bytes;
  }

  private static String hex(int value) {
    return HexFormat.of().toHexDigits(value);
  }
}
