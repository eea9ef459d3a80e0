package dev.assay.formats.carve;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.carve.Magics.Magic;
import dev.assay.model.Problem;
import java.util.OptionalLong;

/** Lists the structures found in a blob, and what lies between them. */
public final class Carving implements Container {
  private static final int CHUNK = 1 << 20;
  private static final int LONGEST_MAGIC = 64;
  private static final int SMALLEST_BLOB = 512;

  /** Validations are dear and an attacker can ask for many. */
  private static final int MAX_CANDIDATES = 20_000;

  private static final int SMALLEST_GAP = 4096;

  private static final class Tables {
    private static final Magics MAGICS = new Magics();
  }

  private record Find(long start, long end, String name) {}

  @Override
  public String type() {
    return "application/octet-stream";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.size() >= SMALLEST_BLOB;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    if (!recognises(content)) {
      return;
    }
    new Pass(content, listing).run();
  }

  private static final class Pass {
    private final Bytes content;
    private final Listing listing;
    private long described;
    private int candidates;
    private int finds;

    Pass(Bytes content, Listing listing) {
      this.content = content;
      this.listing = listing;
    }

    void run() {
      long at = 0;
      while (at < content.size() - 2) {
        Block block = content.blockUpTo(at, CHUNK + LONGEST_MAGIC);
        Find find = first(block, at);
        if (find == null) {
          at += CHUNK;
          continue;
        }
        if (candidates > MAX_CANDIDATES) {
          break;
        }
        take(find);
        at = find.end();
      }
      if (finds > 0) {
        gap(content.size());
      }
    }

    private @org.jspecify.annotations.Nullable Find first(Block block, long origin) {
      byte[] array = block.array();
      int from = block.arrayOffset();
      int end = Math.min(block.size() - 1, CHUNK);
      Magics magics = Tables.MAGICS;
      int two = block.size() == 0 ? 0 : array[from] & 0xFF;
      for (int i = 0; i < end; i++) {
        two = two << 8 & 0xFF00 | array[from + i + 1] & 0xFF;
        if (magics.mayStart(two)) {
          for (Magic magic : magics.startingWith(two)) {
            Find find = validate(magic, block, i, origin);
            if (find != null) {
              return find;
            }
          }
        }
      }
      return null;
    }

    private @org.jspecify.annotations.Nullable Find validate(
        Magic magic, Block block, int i, long origin) {
      if (i + magic.bytes().length > block.size()
          || !block.slice(i, magic.bytes().length).equalTo(magic.bytes())) {
        return null;
      }
      long start = origin + i - magic.format().magicOffset();
      // A structure at the very start was refused already by the format itself.
      if (start <= 0 || start < described) {
        return null;
      }
      if (++candidates > MAX_CANDIDATES) {
        if (candidates == MAX_CANDIDATES + 1) {
          listing.problem(
              new Problem(
                  "limit.carving",
                  start,
                  "more than "
                      + MAX_CANDIDATES
                      + " possible structures; those after are not examined"));
        }
        return null;
      }
      try {
        OptionalLong length = magic.format().extent(content, start);
        return length.isEmpty() || length.getAsLong() <= 0
            ? null
            : new Find(start, Math.min(content.size(), start + length.getAsLong()), magic.name());
      } catch (Malformed notHere) {
        return null;
      }
    }

    private void take(Find find) {
      gap(find.start());
      part(find.start(), find.end(), find.name());
      described = find.end();
      finds++;
    }

    private void gap(long end) {
      if (end - described >= SMALLEST_GAP && !isPadding(described, end)) {
        part(described, end, "bin");
      }
    }

    private void part(long start, long end, String extension) {
      listing.add(
          Entry.part(
              String.format(java.util.Locale.ROOT, "0x%08x.%s", start, extension),
              Content.of(content.slice(start, end - start))));
    }

    private boolean isPadding(long start, long end) {
      int first = content.block(start, 1).u8(0);
      if (first != 0 && first != 0xFF) {
        return false;
      }
      for (long at = start; at < end; at += CHUNK) {
        Block block = content.block(at, (int) Math.min(CHUNK, end - at));
        for (int i = 0; i < block.size(); i++) {
          if (block.u8(i) != first) {
            return false;
          }
        }
      }
      return true;
    }
  }
}
