package dev.assay.formats.uimage;

import dev.assay.formats.Bytes;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the header announces, as far as it is there.
 *
 * @param bytes a slice
 */
record Payload(Bytes bytes, List<Problem> problems) {
  static Payload of(Bytes content, UImageHeader header) {
    List<Problem> problems = new ArrayList<>();
    if (!header.crcMatches()) {
      problems.add(
          new Problem(
              "uimage.header-crc",
              4,
              "header CRC is "
                  + hex(header.headerCrc())
                  + ", computed "
                  + hex(header.computedCrc())
                  + "; contents read anyway"));
    }
    long there = content.size() - UImageHeader.SIZE;
    Bytes bytes = content.slice(UImageHeader.SIZE, Math.min(header.payloadSize(), there));
    if (there < header.payloadSize()) {
      problems.add(
          new Problem(
              "uimage.truncated",
              content.size(),
              "payload of " + header.payloadSize() + " bytes announced, " + there + " are there"));
      return new Payload(bytes, problems);
    }
    int computed = Sums.crc32(bytes);
    if (computed != header.dataCrc()) {
      problems.add(
          new Problem(
              "uimage.data-crc",
              24,
              "payload CRC is "
                  + hex(header.dataCrc())
                  + ", computed "
                  + hex(computed)
                  + "; contents read anyway"));
    }
    return new Payload(bytes, problems);
  }

  private static String hex(int value) {
    return String.format(Locale.ROOT, "%08x", value);
  }
}
