package dev.assay.inspect.map;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Formats;
import dev.assay.model.Stretch;
import java.util.ArrayList;
import java.util.List;

/** A byte map without its levels, as it is kept with an evaluation. */
public final class Outline {
  private static final int MOST = 512;

  private final List<Stretch> stretches = new ArrayList<>();

  private Outline() {}

  /**
   * The stretches of an image, in order and without gap; none of an image that is compressed as a
   * whole, where they would say nothing. Where there are too many, the last is the rest.
   */
  public static List<Stretch> of(Bytes image) {
    boolean compressed = Formats.of(image).filter(Encoding.class::isInstance).isPresent();
    return compressed ? List.of() : of(ByteMap.of(image));
  }

  static List<Stretch> of(List<Region> regions) {
    Outline outline = new Outline();
    outline.take(regions, "");
    List<Stretch> all = outline.stretches;
    if (all.size() <= MOST) {
      return List.copyOf(all);
    }
    List<Stretch> kept = new ArrayList<>(all.subList(0, MOST - 1));
    long start = all.get(MOST - 1).start();
    kept.add(new Stretch(start, all.getLast().end() - start, "", "rest", "", 0));
    return List.copyOf(kept);
  }

  /**
   * @param name of the part they lie in, or empty
   */
  private void take(List<Region> regions, String name) {
    for (Region region : regions) {
      String own = region.name().isEmpty() ? name : region.name();
      if (region.parts().isEmpty()) {
        stretches.add(stretch(region, own));
      } else {
        take(region.parts(), own);
      }
    }
  }

  private static Stretch stretch(Region region, String name) {
    return switch (region.meaning()) {
      case Meaning.Structure structure -> of(region, name, "structure", structure.type(), 0);
      case Meaning.Frame frame -> of(region, name, "frame", frame.type(), 0);
      case Meaning.Part part -> of(region, name, "structure", "", 0);
      case Meaning.Padding padding -> of(region, "", "padding", "" + padding.value(), 0);
      case Meaning.Text text -> of(region, name, "text", "", 0);
      case Meaning.Unknown unknown ->
          of(region, name, "unknown", unknown.look(), unknown.entropy());
    };
  }

  private static Stretch of(Region region, String name, String is, String type, double entropy) {
    return new Stretch(region.start(), region.length(), name, is, type, entropy);
  }
}
