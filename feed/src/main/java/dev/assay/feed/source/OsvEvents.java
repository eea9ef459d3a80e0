package dev.assay.feed.source;

import dev.assay.feed.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of an OSV range as intervals: each {@code introduced} opens one, the next {@code
 * fixed} or {@code last_affected} closes it. The schema has them in ascending order.
 */
final class OsvEvents {
  private OsvEvents() {}

  static List<Range> ranges(List<Json.Fields> events) {
    List<Range> ranges = new ArrayList<>();
    String open = "";
    boolean inside = false;
    for (Json.Fields event : events) {
      if (event.has("introduced")) {
        if (inside) {
          throw new Unexpected("expected `fixed` after `introduced`, found `introduced` again");
        }
        // "0" stands for a version before any other.
        open = event.need("introduced").equals("0") ? "" : event.need("introduced");
        inside = true;
      } else if (event.has("fixed") || event.has("last_affected")) {
        if (!inside) {
          throw new Unexpected("expected `introduced` before the end of a range, found none");
        }
        ranges.add(
            CpeConfiguration.range(open, "", event.text("fixed"), event.text("last_affected")));
        inside = false;
      } else if (!event.has("limit")) {
        throw new Unexpected("expected an event of a version range, found another");
      }
    }
    if (inside) {
      ranges.add(CpeConfiguration.range(open, "", "", ""));
    }
    return ranges;
  }
}
