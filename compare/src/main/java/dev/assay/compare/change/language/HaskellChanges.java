package dev.assay.compare.change.language;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Change;
import dev.assay.compare.change.Sets;
import dev.assay.compare.change.ValueSet;
import dev.assay.formats.Bytes;
import java.util.ArrayList;
import java.util.List;

/** Names what differs in interfaces of Haskell, and which lines of what they declare. */
public final class HaskellChanges implements Change {
  @Override
  public boolean explains(String path, String type, Bytes left, Bytes right) {
    return type.isEmpty() && HaskellValues.isAt(left) && HaskellValues.isAt(right);
  }

  @Override
  public List<Aspect> between(Bytes left, Bytes right, int most) {
    HaskellValues.Interface before = HaskellValues.of(left);
    HaskellValues.Interface after = HaskellValues.of(right);
    List<Aspect> found = new ArrayList<>();
    ValueSet.differences("interface", before.values(), after.values(), most, found);
    Sets.members("interface line", before.lines(), after.lines(), most, found);
    return found;
  }
}
