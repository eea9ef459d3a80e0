package dev.assay.formats.vendor;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.codec.BlockCodec;
import dev.assay.formats.codec.BlockCodecs;
import dev.assay.formats.stream.Decoding;
import java.util.OptionalLong;

/** Reads saved configurations of ZTE's terminals; those that are encrypted are named. */
public final class ZteConfiguration implements Encoding {
  private static final byte[] MARK = {
    -0x67, -0x67, -0x67, -0x67, 0x44, 0x44, 0x44, 0x44, 0x55, 0x55, 0x55, 0x55, -86, -86, -86, -86
  };
  private static final byte[] MODEL = {4, 3, 2, 1};
  private static final byte[] PAYLOAD = {1, 2, 3, 4};
  private static final int HEADER = 128;
  private static final int MODEL_HEADER = 12;
  private static final int LONGEST_NAME = 256;
  private static final int PAYLOAD_HEADER = 60;
  private static final int CHUNK_HEADER = 12;
  private static final int LARGEST_CHUNK = 1 << 20;

  /** Types 0 and 1 are compressed only, those behind them encrypted as well. */
  private static final int COMPRESSED = 1;

  private static final int LAST_TYPE = 6;

  @Override
  public String type() {
    return "application/vnd.zte.configuration";
  }

  @Override
  public boolean recognises(Bytes content) {
    return payload(content).isPresent();
  }

  /** Where the payload's header starts. */
  private static OptionalLong payload(Bytes content) {
    long at = content.has(0, MARK) ? HEADER : 0;
    if (content.has(at, MODEL) && content.size() >= at + MODEL_HEADER) {
      long name = content.block(at, MODEL_HEADER).u32be(8);
      at += MODEL_HEADER + Math.min(name, LONGEST_NAME);
    }
    if (!content.has(at, PAYLOAD) || content.size() < at + PAYLOAD_HEADER + CHUNK_HEADER) {
      return OptionalLong.empty();
    }
    long kind = content.block(at, 8).u32be(4);
    Block chunk = content.block(at + PAYLOAD_HEADER, CHUNK_HEADER);
    boolean sound =
        kind <= LAST_TYPE
            && chunk.u32be(0) > 0
            && chunk.u32be(0) <= LARGEST_CHUNK
            && chunk.u32be(4) > 0
            && chunk.u32be(4) <= LARGEST_CHUNK;
    return sound ? OptionalLong.of(at) : OptionalLong.empty();
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    long start =
        payload(content)
            .orElseThrow(() -> new Malformed("zte.header", 0, "no header of a configuration"));
    long kind = content.block(start, 8).u32be(4);
    if (kind > COMPRESSED) {
      throw new Malformed("zte.encrypted", start + 4, "encrypted, in the way of type " + kind);
    }
    Decoding decoding = new Decoding("zte", memory, content.size(), -1);
    long at = start + PAYLOAD_HEADER;
    boolean more = true;
    while (more && !decoding.isStopped()) {
      if (content.size() - at < CHUNK_HEADER) {
        decoding.stop("truncated", at, "a chunk is announced here");
        break;
      }
      Block chunk = content.block(at, CHUNK_HEADER);
      chunk(content, at, chunk, decoding);
      more = chunk.u32be(8) != 0;
      at = Math.min(content.size(), at + CHUNK_HEADER + chunk.u32be(4));
    }
    return decoding.finish(at);
  }

  private static void chunk(Bytes content, long at, Block chunk, Decoding decoding) {
    long plain = chunk.u32be(0);
    long packed = chunk.u32be(4);
    if (plain > LARGEST_CHUNK || packed > LARGEST_CHUNK) {
      decoding.stop("chunk", at, "a chunk of " + packed + " bytes that has " + plain);
      return;
    }
    if (packed > content.size() - at - CHUNK_HEADER) {
      decoding.stop("truncated", content.size(), "a chunk of " + packed + " bytes is cut");
      return;
    }
    byte[] out = new byte[(int) plain];
    try {
      BlockCodec zlib = BlockCodecs.zlib();
      Block in = content.block(at + CHUNK_HEADER, (int) packed);
      int length = zlib.decompress(in.array(), in.arrayOffset(), in.size(), out, 0, out.length);
      decoding.write(out, 0, length);
      if (length < plain) {
        decoding.problem("chunk", at, "a chunk of " + length + " bytes, " + plain + " announced");
      }
    } catch (Malformed damaged) {
      decoding.stop("chunk", at, String.valueOf(damaged.getMessage()));
    }
  }
}
