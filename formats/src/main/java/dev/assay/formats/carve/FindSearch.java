package dev.assay.formats.carve;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.carve.Magics.Magic;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One pass over a blob for all magic numbers. */
final class FindSearch {
  private static final int CHUNK = 1 << 20;
  private static final int LONGEST_MAGIC = 64;

  /** Validations are dear and an attacker can ask for many. */
  private static final int MAX_CANDIDATES = 20_000;

  private static final class Tables {
    private static final Magics MAGICS = new Magics();
  }

  private final Bytes content;
  private final Listing listing;
  private final List<Find> finds = new ArrayList<>();
  private long described;
  private int candidates;

  private FindSearch(Bytes content, Listing listing) {
    this.content = content;
    this.listing = listing;
  }

  /**
   * The structures found, in order and without overlap.
   *
   * @param listing takes the problem of a blob in which too much looks like one
   */
  static List<Find> in(Bytes content, Listing listing) {
    FindSearch search = new FindSearch(content, listing);
    search.run();
    return search.finds;
  }

  private void run() {
    long at = 0;
    while (at < content.size() - 2) {
      Block block = content.blockUpTo(at, CHUNK + LONGEST_MAGIC);
      Optional<Find> find = first(block, at);
      if (find.isEmpty()) {
        at += CHUNK;
        continue;
      }
      if (candidates > MAX_CANDIDATES) {
        break;
      }
      finds.add(find.get());
      described = find.get().end();
      at = described;
    }
  }

  private Optional<Find> first(Block block, long origin) {
    byte[] array = block.array();
    int from = block.arrayOffset();
    int end = Math.min(block.size() - 1, CHUNK);
    Magics magics = Tables.MAGICS;
    int two = block.size() == 0 ? 0 : array[from] & 0xFF;
    for (int i = 0; i < end; i++) {
      two = two << 8 & 0xFF00 | array[from + i + 1] & 0xFF;
      if (magics.mayStart(two)) {
        for (Magic magic : magics.startingWith(two)) {
          Optional<Find> find = validate(magic, block, i, origin);
          if (find.isPresent()) {
            return find;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Find> validate(Magic magic, Block block, int i, long origin) {
    if (i + magic.bytes().length > block.size()
        || !block.slice(i, magic.bytes().length).equalTo(magic.bytes())) {
      return Optional.empty();
    }
    try {
      return examined(magic, origin + i);
    } catch (Malformed notHere) {
      return Optional.empty();
    }
  }

  private Optional<Find> examined(Magic magic, long magicAt) {
    if (++candidates > MAX_CANDIDATES) {
      if (candidates == MAX_CANDIDATES + 1) {
        String message =
            "more than " + MAX_CANDIDATES + " possible structures; those after are not examined";
        listing.problem(new Problem("limit.carving", magicAt, message));
      }
      return Optional.empty();
    }
    OptionalLong start = magic.format().start(content, magicAt);
    // A structure at the very start was refused already by the format itself.
    if (start.isEmpty() || start.getAsLong() <= 0 || start.getAsLong() < described) {
      return Optional.empty();
    }
    OptionalLong length = magic.format().extent(content, start.getAsLong());
    if (length.isEmpty() || length.getAsLong() <= 0) {
      return Optional.empty();
    }
    long end = Math.min(content.size(), start.getAsLong() + length.getAsLong());
    return Optional.of(new Find(start.getAsLong(), end, magic.type()));
  }
}
