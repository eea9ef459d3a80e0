package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The headers of an archive's members, in the order of the members' names. */
final class Headers {
  private record Header(String name, byte[] left, long time) {}

  private final List<Header> found = new ArrayList<>();

  /**
   * @param left header without what builds may leave different
   * @param time modification time, s since 1970
   */
  void add(String name, byte[] left, long time) {
    found.add(new Header(name, left, time));
  }

  List<Trait> traits(String format) {
    List<String> order = found.stream().map(Header::name).toList();
    return List.of(
        new Trait(
            Equivalence.ORDER,
            format + " order",
            Prints.of(order, order.isEmpty() ? "" : "first `" + order.getFirst() + "`")),
        new Trait(
            Equivalence.MTIME,
            format + " mtimes",
            Prints.times(sorted().stream().map(Header::time).toList())));
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
