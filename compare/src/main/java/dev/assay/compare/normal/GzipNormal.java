package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.gzip.GzipMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The headers of gzip's members (RFC 1952); the content is compared decompressed. No compressor
 * writes an extra field or a comment on its own, so they are kept.
 */
final class GzipNormal implements Normaliser {
  private static final int FIXED = 10;
  private static final int NAME = 8;
  private static final int EXTRA = 4;
  private static final int COMMENT = 16;

  @Override
  public boolean takes(String type) {
    return type.equals("application/gzip");
  }

  @Override
  public Normal normalise(Bytes content) {
    List<Block> headers =
        GzipMembers.headers(content).stream()
            .map(header -> header.block(0, (int) header.size()))
            .toList();
    List<Kept> kept = new ArrayList<>();
    for (Block header : headers) {
      add("gzip extra field", header.bytes(FIXED, afterExtra(header) - FIXED), kept);
      int comment = afterName(header);
      add("gzip comment", header.bytes(comment, afterComment(header) - comment), kept);
    }
    return new Normal(
        kept,
        List.of(
            new Trait(
                Equivalence.MTIME,
                "gzip mtime",
                each(headers, header -> Prints.time(header.u32le(4)))),
            new Trait(Equivalence.BUILD_PATH, "gzip file name", each(headers, GzipNormal::name)),
            new Trait(
                Equivalence.COMPRESSION,
                "deflate stream",
                each(headers, header -> effort(header.u8(8)) + ", system " + header.u8(9))
                    + ": "
                    + Prints.of(content.from(Math.min(FIXED, content.size()))))));
  }

  /** What XFL tells of it (RFC 1952 §2.3.1). */
  private static String effort(int hint) {
    return switch (hint) {
      case 2 -> "max compression";
      case 4 -> "fastest compression";
      default -> "compression " + hint;
    };
  }

  private static void add(String what, byte[] bytes, List<Kept> kept) {
    if (bytes.length > 0) {
      kept.add(new Kept(what, bytes));
    }
  }

  private static String each(List<Block> headers, Function<Block, String> value) {
    return headers.stream().map(value).distinct().collect(Collectors.joining("; "));
  }

  private static String name(Block header) {
    return has(header, NAME) ? header.cString(afterExtra(header), header.size()) : "";
  }

  private static int afterExtra(Block header) {
    return has(header, EXTRA) ? FIXED + 2 + header.u16le(FIXED) : FIXED;
  }

  private static int afterName(Block header) {
    int at = afterExtra(header);
    return has(header, NAME) ? at + header.cString(at, header.size()).length() + 1 : at;
  }

  private static int afterComment(Block header) {
    int at = afterName(header);
    return has(header, COMMENT) ? at + header.cString(at, header.size()).length() + 1 : at;
  }

  private static boolean has(Block header, int flag) {
    return (header.u8(3) & flag) != 0;
  }
}
