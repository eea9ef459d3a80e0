package dev.assay.formats.parts;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Window;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lists parts of an image as slices of it. No byte is listed twice, so that a table of many parts
 * in the same place costs nothing. Not for several threads.
 */
public final class Parts {
  private final Bytes image;
  private final String format;
  private final Listing listing;
  private final TreeMap<Long, Long> taken = new TreeMap<>();
  private final Set<String> names = new HashSet<>();

  /**
   * @param format first word of the problems' codes
   */
  public Parts(Bytes image, String format, Listing listing) {
    this.image = image;
    this.format = format;
    this.listing = listing;
  }

  /** Bytes that describe the image and are nobody's content. */
  public void reserve(long start, long length) {
    if (start >= 0 && length > 0 && length <= image.size() - start && !overlaps(start, length)) {
      taken.put(start, start + length);
    }
  }

  public void add(String name, long start, long length) {
    add(name, start, length, List.of());
  }

  /**
   * Lists a part, or what there is of it. Empty parts are left out.
   *
   * @param name where it was given before, its place is appended
   * @param start in bytes
   * @param length in bytes
   * @param problems what is wrong with it beside its place
   */
  public void add(String name, long start, long length, List<Problem> problems) {
    if (length == 0) {
      return;
    }
    if (start < 0 || length < 0 || start >= image.size()) {
      problem("range", start, "`" + name + "` lies outside the image; left out");
      return;
    }
    long there = Math.min(length, image.size() - start);
    if (overlaps(start, there)) {
      problem("overlap", start, "`" + name + "` overlaps another part; left out");
      return;
    }
    taken.put(start, start + there);
    List<Problem> all = new ArrayList<>(problems);
    if (there < length) {
      String message = "part of " + length + " bytes announced, " + there + " are there";
      all.add(new Problem(format + ".truncated", start, message));
    }
    String unique = unique(name.replace('/', '_'), start);
    listing.add(Entry.part(unique, Content.of(image.slice(start, there))).withProblems(all));
  }

  private String unique(String name, long start) {
    String wanted = name.isEmpty() ? hex("part", start) : name;
    while (!names.add(wanted)) {
      wanted = hex(wanted, start);
    }
    return wanted;
  }

  private boolean overlaps(long start, long length) {
    Map.Entry<Long, Long> before = taken.lowerEntry(start + length);
    return before != null && before.getValue() > start;
  }

  private void problem(String code, long at, String message) {
    listing.problem(new Problem(format + "." + code, at, message));
  }

  /** Lists what is between and behind the parts, unless it is erased or zero. */
  public void finish() {
    Window window = new Window(image);
    long from = 0;
    for (Map.Entry<Long, Long> part : taken.entrySet()) {
      listGap(window, from, part.getKey());
      from = part.getValue();
    }
    listGap(window, from, image.size());
  }

  private void listGap(Window window, long from, long end) {
    if (from >= end) {
      return;
    }
    int fill = window.block(from, 1).u8(0);
    boolean padding = fill == 0 || fill == 0xFF;
    if (!padding || window.skip(from, end, fill) < end) {
      listing.add(Entry.part(hex("unnamed", from), Content.of(image.slice(from, end - from))));
    }
  }

  private static String hex(String name, long at) {
    return String.format(Locale.ROOT, "%s-0x%x", name, at);
  }
}
