package dev.assay.formats.lzop;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.Decoding;
import dev.assay.formats.stream.Nowhere;
import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.lzo.LzoDecompressor;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.Checksum;

/** Reads lzop. */
public final class Lzop implements Encoding, Carvable {
  /** lzop itself refuses more. */
  private static final int LARGEST_BLOCK = 64 << 20;

  /** A length byte of LZO1X stands for at most 255 bytes. */
  private static final int MAX_RATIO = 256;

  @Override
  public String type() {
    return "application/x-lzop";
  }

  @Override
  public boolean recognises(Bytes content) {
    return LzopHeader.isAt(content, 0);
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    Decoding decoding = new Decoding("lzop", memory, content.size(), -1);
    long at = 0;
    try {
      while (!decoding.isStopped() && LzopHeader.isAt(content, at)) {
        at = stream(content, at, decoding);
      }
    } catch (Malformed cut) {
      decoding.stop("truncated", content.size(), cut.problem().message());
    }
    return decoding.finish(at);
  }

  @Override
  public List<byte[]> magics() {
    return List.of(LzopHeader.MAGIC.clone());
  }

  @Override
  public OptionalLong extent(Bytes here) {
    return Nowhere.extent(this, here);
  }

  private static long stream(Bytes content, long start, Decoding into) {
    LzopHeader header = LzopHeader.read(content, start);
    if (!header.sound()) {
      into.problem(
          "header-checksum", start, "checksum of the header does not match; content read anyway");
    }
    if (header.isFiltered()) {
      into.problem("filter", start, "passed through a filter before it was compressed; kept so");
    }
    if (header.method() < 1 || header.method() > 3) {
      into.stop(
          "method", start, "compressed by method " + header.method() + ", which is not known");
      return start;
    }
    long at = header.end();
    while (!into.isStopped()) {
      long decodedSize = content.block(at, 4).u32be(0);
      if (decodedSize == 0) {
        return at + 4;
      }
      at = block(content, at, decodedSize, header, into);
    }
    return at;
  }

  private static long block(
      Bytes content, long at, long decodedSize, LzopHeader header, Decoding into) {
    long size = content.block(at + 4, 4).u32be(0);
    if (decodedSize > LARGEST_BLOCK || size > decodedSize || decodedSize / MAX_RATIO > size) {
      into.stop("damaged", at, "block of " + size + " bytes for " + decodedSize);
      return at;
    }
    long checksums = at + 8;
    int skipped =
        header.decodedChecksums() + (size < decodedSize ? header.compressedChecksums() : 0);
    Block data = content.block(checksums + 4L * skipped, (int) size);
    byte[] decoded =
        size == decodedSize
            ? data.bytes(0, data.size())
            : decoded(data, (int) decodedSize, at, into);
    if (into.write(decoded, 0, decoded.length) && !into.isStopped()) {
      check(decoded, content, checksums, header, into);
    }
    return checksums + 4L * skipped + size;
  }

  /** Those of the decoded content; those of the compressed bytes say nothing more. */
  private static void check(
      byte[] decoded, Bytes content, long checksums, LzopHeader header, Decoding into) {
    long at = checksums;
    for (Checksum checksum : header.checksums()) {
      checksum.update(decoded);
      if (checksum.getValue() != content.block(at, 4).u32be(0)) {
        into.problem("checksum", at, "checksum of the block does not match; content kept");
      }
      at += 4;
    }
  }

  private static byte[] decoded(Block data, int size, long at, Decoding into) {
    byte[] output = new byte[size];
    try {
      int done =
          new LzoDecompressor()
              .decompress(data.array(), data.arrayOffset(), data.size(), output, 0, size);
      if (done == size) {
        return output;
      }
    } catch (MalformedInputException | IndexOutOfBoundsException damage) {
      // Told below.
    }
    into.stop("damaged", at, "block cannot be decoded");
    return new byte[0];
  }
}
