package dev.assay.formats.tar;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.formats.stream.BytesStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** GNU sparse files described by pax records, versions 0.0, 0.1 and 1.0. */
final class PaxSparse {
  private PaxSparse() {}

  /**
   * Content of the member, or empty where it is not sparse.
   *
   * @param data what is stored of it; in version 1.0 the map stands before the bytes
   */
  static Optional<Content> content(PaxRecords records, Bytes data) {
    if (records.number("GNU.sparse.major").orElse(0) >= 1) {
      return Optional.of(version1(records, data));
    }
    if (records.value("GNU.sparse.map").isPresent()) {
      return Optional.of(new SparseMap(map(records), realSize(records).orElse(0L)).content(data));
    }
    return records.sparsePairs().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SparseMap(records.sparsePairs(), realSize(records).orElse(0L)).content(data));
  }

  private static List<Long> map(PaxRecords records) {
    String text =
        new String(records.value("GNU.sparse.map").orElseThrow(), StandardCharsets.ISO_8859_1);
    List<Long> pairs = new ArrayList<>();
    for (String number : text.split(",")) {
      pairs.add(
          PaxRecords.decimal(number.getBytes(StandardCharsets.ISO_8859_1))
              .orElseThrow(PaxSparse::damage));
    }
    return pairs;
  }

  private static Content version1(PaxRecords records, Bytes data) {
    BytesStream lines = new BytesStream(data, 0);
    long count = number(lines);
    List<Long> pairs = new ArrayList<>();
    for (long i = 0; i < count * 2; i++) {
      pairs.add(number(lines));
    }
    long padded = (lines.position() + TarHeader.SIZE - 1) / TarHeader.SIZE * TarHeader.SIZE;
    return new SparseMap(pairs, realSize(records).orElse(0L)).content(data.from(padded));
  }

  private static long number(BytesStream lines) {
    long value = 0;
    for (int digits = 0; digits < 19; digits++) {
      int c = lines.read();
      if (c == '\n' && digits > 0) {
        return value;
      }
      if (c < '0' || c > '9') {
        throw damage();
      }
      value = value * 10 + (c - '0');
    }
    throw damage();
  }

  /** Size of the file with its holes; empty of a member that is not sparse. */
  static Optional<Long> realSize(PaxRecords records) {
    return Stream.of("GNU.sparse.realsize", "GNU.sparse.size")
        .map(records::number)
        .flatMap(size -> size.stream().boxed())
        .findFirst();
  }

  private static Malformed damage() {
    return new Malformed(
        "tar.sparse", -1, "map of the sparse file cannot be read; stored bytes kept as they are");
  }
}
