package dev.assay.formats.uf2;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.SplicedBytes;
import dev.assay.formats.SplicedBytes.Piece;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Reads UF2. */
public final class Uf2 implements Container {
  private static final int BLOCK = 512;
  private static final int DATA = 32;
  private static final int MOST_DATA = 476;
  private static final int NOT_FOR_FLASH = 1;
  private static final int HAS_FAMILY = 0x2000;
  private static final int MAX_BLOCKS = 1 << 21;

  @Override
  public String type() {
    return "application/vnd.microsoft.uf2";
  }

  @Override
  public boolean recognises(Bytes content) {
    return isBlock(content, 0);
  }

  private static boolean isBlock(Bytes content, long at) {
    return content.has(at, "UF2\n")
        && content.has(at + 4, (byte) 0x57, (byte) 0x51, (byte) 0x5D, (byte) 0x9E)
        && content.has(at + BLOCK - 4, (byte) 0x30, (byte) 0x6F, (byte) 0xB1, (byte) 0x0A);
  }

  /** Data of a block, and for what. */
  private record Chunk(long family, long address, long at, int length) {}

  @Override
  public void unpack(Bytes content, Listing listing) {
    if (content.size() / BLOCK > MAX_BLOCKS) {
      throw new Malformed("uf2.blocks", 0, "more than " + MAX_BLOCKS + " blocks");
    }
    List<Chunk> chunks = chunks(content, listing);
    chunks.sort(
        Comparator.comparingLong(Chunk::family)
            .thenComparingLong(Chunk::address)
            .thenComparingLong(Chunk::at));
    List<Chunk> run = new ArrayList<>();
    for (Chunk chunk : chunks) {
      if (!run.isEmpty() && !follows(chunk, run.getLast())) {
        list(content, run, listing);
        run.clear();
      }
      run.add(chunk);
    }
    list(content, run, listing);
  }

  private static boolean follows(Chunk chunk, Chunk before) {
    return chunk.family() == before.family()
        && chunk.address() == before.address() + before.length();
  }

  private static List<Chunk> chunks(Bytes content, Listing listing) {
    List<Chunk> chunks = new ArrayList<>();
    long announced = 0;
    long at = 0;
    while (isBlock(content, at)) {
      Block block = content.block(at, DATA);
      announced = Math.max(announced, block.u32le(24));
      long length = block.u32le(16);
      if (length > MOST_DATA) {
        listing.problem(new Problem("uf2.block", at, "a block of " + length + " bytes; left out"));
      } else if ((block.i32le(8) & NOT_FOR_FLASH) == 0) {
        long family = (block.i32le(8) & HAS_FAMILY) == 0 ? 0 : block.u32le(28);
        chunks.add(new Chunk(family, block.u32le(12), at + DATA, (int) length));
      }
      at += BLOCK;
    }
    if (at < content.size()) {
      listing.problem(new Problem("uf2.end", at, "no block where one or the end is expected"));
    }
    if (announced > at / BLOCK) {
      String message = announced + " blocks announced, " + at / BLOCK + " are there";
      listing.problem(new Problem("uf2.truncated", at, message));
    }
    return chunks;
  }

  private static void list(Bytes content, List<Chunk> run, Listing listing) {
    if (run.isEmpty()) {
      return;
    }
    List<Piece> pieces = new ArrayList<>();
    for (Chunk chunk : run) {
      pieces.add(new Piece(content, chunk.at(), chunk.length()));
    }
    Chunk first = run.getFirst();
    String name =
        String.format(
            Locale.ROOT, "0x%08x-%08x-%x.bin", first.address(), first.family(), first.at());
    listing.add(Entry.part(name, Content.of(SplicedBytes.of(pieces))));
  }
}
