package dev.assay.inspect.map;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Takes the members of a container while they are parts that lie in it, as they are or with
 * something between; gives up at the first that is not, such as a file.
 */
final class Parts implements Listing {
  private static final int MOST = 4096;

  private final Bytes container;
  private final Memory memory;
  private final List<Part> parts = new ArrayList<>();
  private boolean others;

  /**
   * @param start offset in the container
   * @param end offset in the container; further from the start than there are bytes where something
   *     stands between them
   * @param opening where in it formats are to be looked for
   */
  record Part(String name, long start, long end, Bytes bytes, Content.Opening opening) {}

  private Parts(Bytes container, Memory memory) {
    this.container = container;
    this.memory = memory;
  }

  /** The parts in their order, none of which overlap; empty where the container has others. */
  static List<Part> of(Container format, Bytes container, Memory memory) {
    Parts taken = new Parts(container, memory);
    try {
      format.unpack(container, taken);
    } catch (Malformed end) {
      // What was listed before is kept, as in a scan.
    }
    return taken.others ? List.of() : taken.apart();
  }

  private List<Part> apart() {
    parts.sort(Comparator.comparingLong(Part::start).thenComparingLong(Part::end));
    List<Part> apart = new ArrayList<>();
    long end = 0;
    for (Part part : parts) {
      if (part.start() >= end && part.bytes().size() > 0) {
        apart.add(part);
        end = part.end();
      }
    }
    return apart;
  }

  @Override
  public void add(Entry entry) {
    OptionalLong start =
        entry
            .content()
            .flatMap(content -> content.window())
            .map(window -> window.placeIn(container, 0))
            .orElse(OptionalLong.empty());
    boolean isPart =
        entry.entryType() == EntryType.FILE
            && entry.attributes().equals(Entry.Attributes.NONE)
            && start.isPresent();
    if (others || !isPart || parts.size() == MOST) {
      others = true;
      // Readers go on after other problems.
      throw new Malformed("limit.entries", -1, "has members that are no parts of an image");
    }
    Content content = entry.content().orElseThrow();
    Bytes window = content.window().orElseThrow();
    long end = window.placeIn(container, window.size()).orElseThrow();
    parts.add(new Part(entry.path(), start.getAsLong(), end, window, content.opening()));
  }

  @Override
  public void problem(Problem problem) {}

  @Override
  public Memory memory() {
    return memory;
  }
}
