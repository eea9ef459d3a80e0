package dev.assay.compare.change.language;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Change;
import dev.assay.compare.change.Sets;
import dev.assay.formats.Bytes;
import java.util.ArrayList;
import java.util.List;

/** Objects that R wrote, alone or, as its databases hold them, one behind the other. */
public final class RChanges implements Change {
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
   * @throws dev.assay.formats.Malformed where it is not all objects
   */
  private static List<String> lines(Bytes content) {
    List<String> lines = new ArrayList<>();
    for (RReader.Serialised each : RReader.read(content)) {
      lines.addAll(RText.of(each.object()));
      lines.add(each.header());
    }
    return lines;
  }
}
