package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * A sparse image of Android: how the image is cut into chunks is the writer's choice; bytes of the
 * headers that say nothing are kept, and what no chunk takes up.
 */
final class SparseNormal implements Normaliser {
  private static final int HEADER = 28;
  private static final int CHUNK_HEADER = 12;

  @Override
  public boolean takes(String type) {
    return type.equals("application/vnd.android.sparse-image");
  }

  @Override
  public Normal normalise(Bytes content) {
    Block header = content.block(0, HEADER);
    int chunkHeader = header.u16le(10);
    long at = header.u16le(8);
    if (at < HEADER || chunkHeader < CHUNK_HEADER) {
      throw new Malformed("sparse.header", 8, "headers that are too short");
    }
    ByteArrayOutputStream unsaid = new ByteArrayOutputStream();
    said(unsaid, content.block(HEADER, (int) at - HEADER));
    long chunks = header.u32le(20);
    for (long i = 0; i < chunks; i++) {
      Block chunk = content.block(at, chunkHeader);
      said(unsaid, chunk.slice(2, 2));
      said(unsaid, chunk.slice(CHUNK_HEADER, chunkHeader - CHUNK_HEADER));
      at += Math.max(chunkHeader, chunk.u32le(8));
    }
    return new Normal(
            List.of(new Kept("sparse header bytes without a meaning", unsaid.toByteArray())),
            List.of(
                new Trait(
                    Equivalence.LAYOUT,
                    "sparse chunks",
                    chunks
                        + " chunks, "
                        + Prints.of(content.slice(0, Math.min(at, content.size()))))))
        .with(Behind.of("the sparse image", content, at));
  }

  private static void said(ByteArrayOutputStream unsaid, Block block) {
    byte[] bytes = block.bytes(0, block.size());
    for (byte each : bytes) {
      if (each != 0) {
        unsaid.writeBytes(bytes);
        return;
      }
    }
  }
}
