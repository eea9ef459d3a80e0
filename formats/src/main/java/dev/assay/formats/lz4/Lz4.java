package dev.assay.formats.lz4;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.Decoding;
import dev.assay.formats.stream.Nowhere;
import io.airlift.compress.v3.xxhash.XxHash32JavaHasher;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads LZ4 frames. */
public final class Lz4 implements Encoding, Carvable {
  @Override
  public String type() {
    return "application/x-lz4";
  }

  @Override
  public boolean recognises(Bytes content) {
    return Lz4Frame.isAt(content, 0);
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    Decoding decoding = new Decoding("lz4", memory, content.size(), -1);
    long at = 0;
    try {
      while (!decoding.isStopped()
          && (Lz4Frame.isAt(content, at) || Lz4Frame.isSkippable(content, at))) {
        at =
            Lz4Frame.isSkippable(content, at) ? skipped(content, at) : frame(content, at, decoding);
      }
    } catch (Malformed damage) {
      decoding.stop("truncated", damage.problem().offset(), damage.problem().message());
    }
    return decoding.finish(at);
  }

  @Override
  public List<byte[]> magics() {
    return List.of(new byte[] {0x04, 0x22, 0x4D, 0x18});
  }

  @Override
  public OptionalLong extent(Bytes here) {
    return Nowhere.extent(this, here);
  }

  /**
   * What skippable frames hold.
   *
   * @throws Malformed where a frame is cut short
   */
  public static List<Bytes> skippable(Bytes content) {
    List<Bytes> found = new ArrayList<>();
    long at = 0;
    while (Lz4Frame.isAt(content, at) || Lz4Frame.isSkippable(content, at)) {
      if (Lz4Frame.isSkippable(content, at)) {
        long end = skipped(content, at);
        found.add(content.slice(at + 8, end - at - 8));
        at = end;
      } else {
        at = behind(content, at);
      }
    }
    return found;
  }

  /** The offset after a frame, whose blocks are not decoded. */
  private static long behind(Bytes content, long start) {
    Lz4Frame frame = Lz4Frame.read(content, start);
    long at = start + frame.size();
    for (long word = word(content, at); word != 0; word = word(content, at)) {
      at += 4 + (word & 0x7FFF_FFFF) + (frame.blockChecksums() ? 4 : 0);
    }
    return at + 4 + (frame.contentChecksum() ? 4 : 0);
  }

  private static long skipped(Bytes content, long at) {
    long size = content.block(at + 4, 4).u32le(0);
    content.slice(at + 8, size);
    return at + 8 + size;
  }

  /** Decodes one frame; gives the offset after it. */
  private static long frame(Bytes content, long start, Decoding into) {
    Lz4Frame frame = Lz4Frame.read(content, start);
    if (frame.dictionary()) {
      into.stop("dictionary", start, "needs a dictionary that is not part of it");
      return start;
    }
    long before = into.size();
    Lz4Window window = new Lz4Window(frame.largestBlock(), into);
    long at = start + frame.size();
    for (long word = word(content, at); word != 0; word = word(content, at)) {
      int size = (int) (word & 0x7FFF_FFFF);
      if (size > frame.largestBlock()) {
        into.stop(
            "damaged",
            at,
            "block of " + size + " bytes where at most " + frame.largestBlock() + " are allowed");
        return at;
      }
      Block data = content.blockUpTo(at + 4, size);
      if (data.size() < size) {
        into.stop(
            "truncated",
            content.size(),
            "the block at " + at + " has " + size + " bytes; what is there was decoded");
        window.decode(data, at);
        return at;
      }
      at += 4L + size;
      if (frame.blockChecksums()) {
        check(data, word(content, at), at, into);
        at += 4;
      }
      if (!frame.linked()) {
        window.forget();
      }
      int decoded = word >> 31 != 0 ? window.store(data) : window.decode(data, at);
      if (decoded < 0) {
        return at;
      }
    }
    at += 4;
    if (frame.contentChecksum()) {
      if (word(content, at) != Integer.toUnsignedLong(window.hash())) {
        into.problem("checksum", at, "checksum of the content does not match; content kept");
      }
      at += 4;
    }
    long decoded = into.size() - before;
    if (frame.contentSize() >= 0 && frame.contentSize() != decoded) {
      into.problem(
          "size",
          start + 6,
          "announces " + frame.contentSize() + " bytes, decoded " + decoded + "; content kept");
    }
    return at;
  }

  private static void check(Block data, long stored, long at, Decoding into) {
    int hash = XxHash32JavaHasher.hash(data.array(), data.arrayOffset(), data.size(), 0);
    if (hash != (int) stored) {
      into.problem("checksum", at, "checksum of the block does not match; content kept");
    }
  }

  private static long word(Bytes content, long at) {
    return content.block(at, 4).u32le(0);
  }
}
