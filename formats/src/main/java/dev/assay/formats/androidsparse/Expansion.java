package dev.assay.formats.androidsparse;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding.Decoded;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.Decoding;
import java.util.Locale;
import java.util.zip.CRC32;

/** One image being expanded, chunk by chunk. */
final class Expansion {
  private static final int RAW = 0xCAC1;
  private static final int FILL = 0xCAC2;
  private static final int DONT_CARE = 0xCAC3;
  private static final int CRC = 0xCAC4;
  private static final int STEP = 1 << 16;
  private static final byte[] ZEROS = new byte[STEP];

  private final Bytes content;
  private final SparseHeader header;
  private final Decoding decoding;
  private final CRC32 expanded = new CRC32();
  private final CRC32 written = new CRC32();
  private boolean mismatched;

  Expansion(Bytes content, SparseHeader header, Memory memory) {
    this.content = content;
    this.header = header;
    this.decoding = new Decoding("sparse", memory, content.size(), header.expanded());
  }

  Decoded run() {
    long at = header.size();
    for (long i = 0; i < header.chunks() && !decoding.isStopped(); i++) {
      at += chunk(at);
    }
    if (!decoding.isStopped()) {
      checkEnd();
    }
    return decoding.finish(at);
  }

  /** Expands the chunk at {@code at}; returns its bytes. */
  private long chunk(long at) {
    if (content.size() - at < header.chunkHeader()) {
      decoding.stop("truncated", content.size(), "a chunk is announced at " + at);
      return 0;
    }
    Block chunk = content.block(at, SparseHeader.MIN_CHUNK_HEADER);
    int type = chunk.u16le(0);
    long length = chunk.u32le(4) * header.blockSize();
    long bytes = chunk.u32le(8);
    long data = at + header.chunkHeader();
    long needed = needed(type, length);
    if (needed < 0) {
      decoding.stop("chunk", at, String.format(Locale.ROOT, "no chunk has type 0x%04x", type));
    } else if (bytes - header.chunkHeader() != needed) {
      String message = "chunk of " + bytes + " bytes; its type and blocks need " + needed;
      decoding.stop("chunk", at, message + " behind its header");
    } else if (length > header.expanded() - decoding.size()) {
      String message = "chunk expands to " + length + " bytes, beyond the image's ";
      decoding.stop("chunk", at, message + header.expanded());
    } else if (type != RAW && needed > content.size() - data) {
      decoding.stop("truncated", content.size(), "the chunk at " + at + " is cut");
    } else {
      expand(type, data, length);
    }
    return bytes;
  }

  /** Bytes behind the header of a chunk of that type, or −1 where there is no such type. */
  private static long needed(int type, long length) {
    return switch (type) {
      case RAW -> length;
      case FILL, CRC -> 4;
      case DONT_CARE -> 0;
      default -> -1;
    };
  }

  private void expand(int type, long data, long length) {
    switch (type) {
      case RAW -> copy(data, length);
      case FILL -> {
        byte[] pattern = content.block(data, 4).bytes(0, 4);
        byte[] step = new byte[STEP];
        for (int i = 0; i < STEP; i++) {
          step[i] = pattern[i % 4];
        }
        if (repeat(step, length)) {
          update(written, step, length);
        }
      }
      case DONT_CARE -> repeat(ZEROS, length);
      default -> checkCrc(data, content.block(data, 4).u32le(0));
    }
  }

  private void copy(long data, long length) {
    long there = Math.min(length, content.size() - data);
    for (long done = 0; done < there && !decoding.isStopped(); done += STEP) {
      Block block = content.block(data + done, (int) Math.min(STEP, there - done));
      decoding.write(block.array(), block.arrayOffset(), block.size());
      expanded.update(block.array(), block.arrayOffset(), block.size());
      written.update(block.array(), block.arrayOffset(), block.size());
    }
    if (there < length) {
      decoding.stop("truncated", content.size(), "raw chunk of " + length + " bytes is cut");
    }
  }

  /** Writes a step again and again; false when that is beyond a limit. */
  private boolean repeat(byte[] step, long length) {
    for (long done = 0; done < length; done += STEP) {
      if (!decoding.write(step, 0, (int) Math.min(STEP, length - done))) {
        return false;
      }
    }
    update(expanded, step, length);
    return true;
  }

  private static void update(CRC32 crc, byte[] step, long length) {
    for (long done = 0; done < length; done += STEP) {
      crc.update(step, 0, (int) Math.min(STEP, length - done));
    }
  }

  private void checkCrc(long at, long told) {
    if (!mismatched && told != expanded.getValue() && told != written.getValue()) {
      // Once: every CRC32 behind a wrong one is wrong as well.
      mismatched = true;
      decoding.problem(
          "crc",
          at,
          String.format(Locale.ROOT, "CRC32 is %08x, computed %08x", told, expanded.getValue()));
    }
  }

  private void checkEnd() {
    if (decoding.size() != header.expanded()) {
      decoding.problem(
          "size",
          16,
          "image of " + header.expanded() + " bytes announced, chunks give " + decoding.size());
    }
    if (header.crc() != 0) {
      checkCrc(24, header.crc());
    }
  }
}
