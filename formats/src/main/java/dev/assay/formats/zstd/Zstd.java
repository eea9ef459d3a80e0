package dev.assay.formats.zstd;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.BytesStream;
import dev.assay.formats.stream.Decoding;
import dev.assay.formats.stream.Nowhere;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads Zstandard. */
public final class Zstd implements Encoding, Carvable {
  @Override
  public String type() {
    return "application/zstd";
  }

  /**
   * Skippable frames may come first (as parallel writers do), but other formats use them as well: a
   * real one must follow.
   */
  @Override
  public boolean recognises(Bytes content) {
    long at = 0;
    for (int skipped = 0; skipped < 4 && ZstdFrames.isSkippable(content, at); skipped++) {
      at = ZstdFrames.end(content, at);
    }
    return ZstdFrames.isFrame(content, at);
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    Decoding decoding = new Decoding("zstd", memory, content.size(), -1);
    long end = 0;
    try {
      while (ZstdFrames.isFrame(content, end) || ZstdFrames.isSkippable(content, end)) {
        end = ZstdFrames.end(content, end);
      }
    } catch (Malformed damage) {
      // The decoder would find out later and less exactly; it still gives what comes before.
      decoding.damaged(damage, damage.problem().offset());
      end = content.size();
    }
    drain(content.slice(0, end), decoding);
    return decoding.finish(end);
  }

  @Override
  public List<byte[]> magics() {
    return List.of(new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD});
  }

  @Override
  public OptionalLong extent(Bytes here) {
    return Nowhere.extent(this, here);
  }

  /**
   * What skippable frames hold, but for those of a parallel writer, which hold the size of the
   * frame behind them and nothing else.
   *
   * @throws Malformed where a frame is damaged
   */
  public static List<Bytes> skippable(Bytes content) {
    List<Bytes> found = new ArrayList<>();
    long at = 0;
    while (ZstdFrames.isFrame(content, at) || ZstdFrames.isSkippable(content, at)) {
      long end = ZstdFrames.end(content, at);
      if (ZstdFrames.isSkippable(content, at)) {
        Bytes held = content.slice(at + 8, end - at - 8);
        boolean size =
            held.size() == 4
                && ZstdFrames.isFrame(content, end)
                && held.block(0, 4).u32le(0) == ZstdFrames.end(content, end) - end;
        if (!size) {
          found.add(held);
        }
      }
      at = end;
    }
    return found;
  }

  private static void drain(Bytes frames, Decoding decoding) {
    BytesStream source = new BytesStream(frames, 0);
    try (ZstdInputStream decoder = ZstdInputStream.create(source)) {
      decoding.drain(decoder, source);
    } catch (IOException | RuntimeException damage) {
      decoding.damaged(damage, 0);
    }
  }
}
