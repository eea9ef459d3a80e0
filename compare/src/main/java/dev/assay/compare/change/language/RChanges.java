package dev.assay.compare.change.language;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Change;
import dev.assay.compare.change.Sets;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;

/** Objects that R wrote, alone or, as its databases hold them, one behind the other. */
public final class RChanges implements Change {
  private static final int MOST = 100_000;

  @Override
  public boolean explains(String path, String type, Bytes left, Bytes right) {
    return type.isEmpty() && RReader.isAt(left) && RReader.isAt(right);
  }

  @Override
  public List<Aspect> between(Bytes left, Bytes right, int most) {
    List<Aspect> found = new ArrayList<>();
    Sets.members("R object", lines(left), lines(right), most, found);
    return found;
  }

  /**
   * @throws Malformed where it is not all objects, or has more lines than can be compared
   */
  private static List<String> lines(Bytes content) {
    List<String> lines = new ArrayList<>();
    RReader.each(
        content,
        each -> {
          if (lines.size() > MOST) {
            throw new Malformed("r.limit", -1, "more than " + MOST + " lines");
          }
          lines.addAll(RText.of(each.object()));
          lines.add(each.header());
        });
    return lines;
  }
}
