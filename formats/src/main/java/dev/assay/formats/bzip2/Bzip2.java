package dev.assay.formats.bzip2;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Encoding;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.BytesStream;
import dev.assay.formats.stream.Decoding;
import dev.assay.formats.stream.Nowhere;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Reads bzip2. */
public final class Bzip2 implements Encoding, Carvable {
  private static final byte[] BLOCK = {0x31, 0x41, 0x59, 0x26, 0x53, 0x59};
  private static final byte[] END = {0x17, 0x72, 0x45, 0x38, 0x50, (byte) 0x90};

  @Override
  public String type() {
    return "application/x-bzip2";
  }

  @Override
  public boolean recognises(Bytes content) {
    return isStream(content, 0);
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    Decoding decoding = new Decoding("bzip2", memory, content.size(), -1);
    long at = 0;
    do {
      BytesStream source = new BytesStream(content, at);
      try {
        // It reads byte by byte and stops behind the last, so that the position afterwards is the
        // stream's end.
        decoding.drain(new BZip2CompressorInputStream(source), source);
      } catch (IOException | RuntimeException damage) {
        decoding.damaged(damage, at);
      }
      at = source.position();
    } while (!decoding.isStopped() && isStream(content, at));
    return decoding.finish(at);
  }

  @Override
  public List<byte[]> magics() {
    return List.of(new byte[] {'B', 'Z', 'h'});
  }

  @Override
  public OptionalLong extent(Bytes here) {
    return Nowhere.extent(this, here);
  }

  private static boolean isStream(Bytes content, long at) {
    if (!content.has(at, "BZh") || content.size() - at < 14) {
      return false;
    }
    int level = content.block(at + 3, 1).u8(0);
    return level >= '1' && level <= '9' && (content.has(at + 4, BLOCK) || content.has(at + 4, END));
  }
}
