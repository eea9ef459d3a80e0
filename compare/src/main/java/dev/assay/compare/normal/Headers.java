package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** The headers of an archive's members, in the order of the members' names. */
final class Headers {
  private static final int MOST_TIMES = 10_000;

  private record Header(String name, byte[] left, long time) {}

  private final List<Header> found = new ArrayList<>();

  /**
   * @param left header without what builds may leave different
   * @param time modification time, s since 1970
   */
  void add(String name, byte[] left, long time) {
    found.add(new Header(name, left, time));
  }

  /**
   * @param shown how a time is written
   */
  List<Trait> traits(String format, LongFunction<String> shown) {
    List<String> order = found.stream().map(Header::name).toList();
    return List.of(
        new Trait(
            Equivalence.ORDER,
            format + " order",
            Prints.of(order, order.isEmpty() ? "" : "first `" + order.getFirst() + "`")),
        new Trait(
            Equivalence.MTIME,
            format + " mtimes",
            Prints.of(sorted().stream().map(Header::time).toList(), "newest " + newest(shown)),
            times(shown)));
  }

  private String newest(LongFunction<String> shown) {
    return shown.apply(found.stream().mapToLong(Header::time).max().orElse(0));
  }

  /** The time of each member; of none where there are too many to be kept. */
  private SortedMap<String, String> times(LongFunction<String> shown) {
    SortedMap<String, String> times = new TreeMap<>();
    if (found.size() <= MOST_TIMES) {
      found.forEach(header -> times.put("`" + shown(header.name) + "`", shown.apply(header.time)));
    }
    return times;
  }

  /** Without the slash before a path that has no prefix, and what fills a name up. */
  private static String shown(String name) {
    String stripped = name.strip();
    return stripped.startsWith("/") && stripped.length() > 1 ? stripped.substring(1) : stripped;
  }

  /** What is left of each. */
  List<Kept> kept(String format) {
    return sorted().stream()
        .map(header -> new Kept(format + " header of `" + header.name + "`", header.left))
        .toList();
  }

  /** Members of one name keep their order: the last one wins when they are unpacked. */
  private List<Header> sorted() {
    return found.stream().sorted(Comparator.comparing(Header::name)).toList();
  }
}
