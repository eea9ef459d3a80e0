package dev.assay.formats.squashfs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.codec.BlockCodec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Decompressed fragment blocks, the last few of them. Many small files share one; whichever thread
 * wants it first decompresses it, the others wait.
 */
final class FragmentBlocks {
  private static final int KEPT = 24;

  private final Bytes image;
  private final BlockCodec codec;
  private final int blockSize;
  private final Map<Long, CompletableFuture<byte[]>> kept =
      new LinkedHashMap<>(32, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, CompletableFuture<byte[]>> eldest) {
          return size() > KEPT;
        }
      };

  FragmentBlocks(Bytes image, BlockCodec codec, int blockSize) {
    this.image = image;
    this.codec = codec;
    this.blockSize = blockSize;
  }

  /**
   * @throws Malformed if it cannot be decompressed
   */
  byte[] get(Tables.Fragment fragment) {
    CompletableFuture<byte[]> mine = new CompletableFuture<>();
    CompletableFuture<byte[]> there;
    synchronized (kept) {
      there = kept.putIfAbsent(fragment.start(), mine);
    }
    if (there == null) {
      try {
        mine.complete(read(fragment));
      } catch (Malformed malformed) {
        mine.completeExceptionally(malformed);
      }
      there = mine;
    }
    try {
      return there.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Malformed malformed ? malformed : e;
    }
  }

  private byte[] read(Tables.Fragment fragment) {
    int length = fragment.length() & 0xFFFFFF;
    if (length > blockSize) {
      throw new Malformed(
          "squashfs.fragment",
          fragment.start(),
          "fragment block of " + length + " bytes; at most " + blockSize);
    }
    Block stored = image.block(fragment.start(), length);
    if ((fragment.length() & 1 << 24) != 0) {
      return stored.bytes(0, length);
    }
    byte[] bytes = new byte[blockSize];
    int size = codec.decompress(stored.array(), stored.arrayOffset(), length, bytes, 0, blockSize);
    return size == blockSize ? bytes : Arrays.copyOf(bytes, size);
  }
}
