package dev.assay.compare.change;

import dev.assay.compare.Aspect;
import dev.assay.formats.Bytes;
import java.util.ArrayList;
import java.util.List;

/** Names the values that differ. */
public record ValueChanges(Values values) implements Change {
  @Override
  public boolean explains(String path, String type, Bytes left, Bytes right) {
    return values.reads(path, type, left) && values.reads(path, type, right);
  }

  @Override
  public List<Aspect> between(Bytes left, Bytes right, int most) {
    List<Aspect> found = new ArrayList<>();
    ValueSet.differences(values.what(), values.of(left), values.of(right), most, found);
    return found;
  }
}
