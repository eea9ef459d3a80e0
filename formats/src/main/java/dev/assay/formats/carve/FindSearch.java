package dev.assay.formats.carve;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** One pass over a blob for all magic numbers; what stands in a structure is passed over. */
final class FindSearch {
  /** Bytes that one worker looks at. */
  private static final int CHUNK = 256 << 10;

  /** Bytes that are looked at together, of which those in a structure are looked at in vain. */
  private static final int AHEAD = 8 * CHUNK;

  /** Validations are dear and an attacker can ask for many. */
  private static final int MAX_CANDIDATES = 20_000;

  private static final class Tables {
    private static final Magics MAGICS = new Magics();
  }

  private final Bytes content;
  private final Listing listing;
  private final List<Find> finds = new ArrayList<>();
  private final Sectors sectors = new Sectors();
  private long described;
  private int candidates;

  private FindSearch(Bytes content, Listing listing) {
    this.content = content;
    this.listing = listing;
  }

  /**
   * @param finds the structures, in order and without overlap
   * @param isWhole whether all that looked like one was examined
   * @param sectors those that were looked at
   */
  record Result(List<Find> finds, boolean isWhole, Sectors sectors) {}

  /** What was seen in some bytes. */
  private record Seen(List<Candidate> candidates, Sectors sectors) {}

  /**
   * Looks for structures.
   *
   * @param listing takes the problem of a blob in which too much looks like one
   */
  static Result in(Bytes content, Listing listing) {
    FindSearch search = new FindSearch(content, listing);
    boolean whole = search.run();
    return new Result(search.finds, whole, search.sectors);
  }

  private boolean run() {
    for (long at = 0; at < content.size(); at = Math.max(next(at, AHEAD), described)) {
      for (Candidate candidate : ahead(at)) {
        if (candidate.at() < described) {
          continue;
        }
        if (++candidates > MAX_CANDIDATES) {
          String message =
              "more than " + MAX_CANDIDATES + " possible structures; those after are not examined";
          listing.problem(new Problem("limit.carving", candidate.at(), message));
          return false;
        }
        examined(candidate)
            .ifPresent(
                find -> {
                  finds.add(find);
                  described = find.end();
                });
      }
    }
    return true;
  }

  /** Candidates of the next chunks, in order. */
  private List<Candidate> ahead(long from) {
    List<Seen> seen =
        LongStream.iterate(from, at -> at < next(from, AHEAD), at -> next(at, CHUNK))
            .takeWhile(at -> at < content.size())
            .boxed()
            .toList()
            .parallelStream()
            .map(this::look)
            .toList();
    seen.forEach(each -> sectors.add(each.sectors()));
    return seen.stream().flatMap(each -> each.candidates().stream()).toList();
  }

  private Seen look(long at) {
    int length = (int) (next(at, CHUNK) - at);
    Block block = content.blockUpTo(at, length + Magics.LONGEST);
    return new Seen(Tables.MAGICS.in(block, length, at), Sectors.in(block, length, at));
  }

  /** Where the next of equally long pieces begins, so that none divides a sector. */
  private static long next(long at, int piece) {
    return (at / piece + 1) * piece;
  }

  private Optional<Find> examined(Candidate candidate) {
    try {
      return validated(candidate.magic(), candidate.at());
    } catch (Malformed notHere) {
      return Optional.empty();
    }
  }

  private Optional<Find> validated(Magic magic, long magicAt) {
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
