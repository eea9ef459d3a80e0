package dev.assay.formats.gzip;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.Decoding;
import dev.assay.formats.stream.Deflate;
import dev.assay.formats.stream.Nowhere;
import dev.assay.formats.stream.Search;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/** Reads gzip. */
public final class Gzip implements Encoding, Carvable {
  private static final int TRAILER = 8;

  @Override
  public String type() {
    return "application/gzip";
  }

  @Override
  public boolean recognises(Bytes content) {
    return GzipHeader.isAt(content, 0);
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    return single(content, memory).orElseGet(() -> members(content, memory));
  }

  @Override
  public List<byte[]> magics() {
    return List.of(new byte[] {0x1F, (byte) 0x8B, 8});
  }

  @Override
  public OptionalLong extent(Bytes here) {
    return Nowhere.extent(this, here);
  }

  /** The usual case, quickly: one sound member and nothing after it. */
  private static Optional<Decoded> single(Bytes content, Memory memory) {
    GzipHeader header = GzipHeader.read(content, 0);
    long end = content.size() - TRAILER;
    if (!header.crcMatches() || end <= header.size()) {
      return Optional.empty();
    }
    Block trailer = content.block(end, TRAILER);
    Bytes stream = content.slice(header.size(), end - header.size());
    return Deflate.whole(stream, trailer.u32le(4))
        .filter(whole -> crc(whole) == trailer.i32le(0) && !holds(stream, trailer))
        .map(whole -> stored(whole, content, memory));
  }

  /**
   * Whether the trailer stands in the stream, too. libdeflate does not tell where the stream ended;
   * if it ended before, at a member with the same CRC and size as the last one, the trailer would
   * stand there.
   */
  private static boolean holds(Bytes stream, Block trailer) {
    return Search.next(stream, trailer.bytes(0, TRAILER), 0) >= 0;
  }

  private static Decoded stored(byte[] whole, Bytes content, Memory memory) {
    Decoding decoding = new Decoding("gzip", memory, content.size(), whole.length);
    decoding.write(whole, 0, whole.length);
    return decoding.finish(content.size());
  }

  private static Decoded members(Bytes content, Memory memory) {
    Decoding decoding = new Decoding("gzip", memory, content.size(), -1);
    long at = 0;
    do {
      try {
        at = member(content, at, decoding);
      } catch (Malformed damaged) {
        decoding.damaged(damaged, at);
      }
    } while (!decoding.isStopped() && GzipHeader.isAt(content, at));
    return decoding.finish(at);
  }

  private static long member(Bytes content, long at, Decoding decoding) {
    GzipHeader header = GzipHeader.read(content, at);
    if (!header.crcMatches()) {
      decoding.problem("header-crc", at, "CRC of the header does not match; content read anyway");
    }
    Deflate.End end = Deflate.inflate(content, at + header.size(), decoding);
    if (!end.complete()) {
      return end.at();
    }
    if (content.size() - end.at() < TRAILER) {
      decoding.stop(
          "truncated", end.at(), "ends in the trailer; CRC and size could not be checked");
      return content.size();
    }
    Block trailer = content.block(end.at(), TRAILER);
    if (trailer.i32le(0) != end.sum()) {
      decoding.problem(
          "crc",
          end.at(),
          "CRC is " + hex(trailer.i32le(0)) + ", computed " + hex(end.sum()) + "; content kept");
    } else if (trailer.i32le(4) != (int) end.size()) {
      decoding.problem(
          "size",
          end.at() + 4,
          "size modulo 2^32 is " + trailer.u32le(4) + ", decoded " + end.size() + "; content kept");
    }
    return end.at() + TRAILER;
  }

  private static String hex(int value) {
    return HexFormat.of().toHexDigits(value);
  }

  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
