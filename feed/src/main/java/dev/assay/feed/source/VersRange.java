package dev.assay.feed.source;

import dev.assay.feed.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * A range as CSAF documents write it: a vers specifier ({@code vers:deb/>=1.0|<2.0}), or plain
 * comparisons ({@code <2.0}). Comparisons follow each other in ascending order, so a lower bound is
 * closed by the upper bound behind it.
 */
final class VersRange {
  private VersRange() {}

  static List<Range> read(String text) {
    Texts.word("version range", text);
    int slash = text.startsWith("vers:") ? text.indexOf('/') : -1;
    String constraints = slash < 0 ? text : text.substring(slash + 1);
    if (constraints.equals("*")) {
      return List.of(Range.ALL);
    }
    List<Range> ranges = new ArrayList<>();
    Range open = Range.ALL;
    for (String constraint : constraints.split("[|,]", -1)) {
      String c = constraint.strip();
      boolean inclusive = c.startsWith(">=") || c.startsWith("<=");
      String version = c.replaceFirst("^[<>=!]+", "").strip();
      if (version.isEmpty() || c.startsWith("!") || version.contains(" ")) {
        throw new Unexpected("expected a version range, found `" + Texts.shown(text) + "`");
      }
      if (c.startsWith(">")) {
        closeOpen(ranges, open);
        open = inclusive ? new Range(version, "", "", "") : new Range("", version, "", "");
      } else if (c.startsWith("<")) {
        ranges.add(
            new Range(
                open.introduced(),
                open.after(),
                inclusive ? "" : version,
                inclusive ? version : ""));
        open = Range.ALL;
      } else {
        ranges.add(Range.exactly(version));
      }
    }
    closeOpen(ranges, open);
    return ranges;
  }

  private static void closeOpen(List<Range> ranges, Range open) {
    if (!open.equals(Range.ALL)) {
      ranges.add(open);
    }
  }
}
