package dev.assay.compare.normal;

import java.util.ArrayList;
import java.util.List;

/**
 * One side without what builds may leave different.
 *
 * @param kept what is left, compared byte for byte
 * @param traits what was taken out; the same things in the same order on each side where they exist
 */
public record Normal(List<Kept> kept, List<Trait> traits) {
  public Normal {
    kept = List.copyOf(kept);
    traits = List.copyOf(traits);
  }

  /** One side of which the rest is one piece. */
  static Normal whole(byte[] rest, List<Trait> traits) {
    return new Normal(List.of(new Kept("", rest)), traits);
  }

  /** This side with what lies behind its end: zeros are padding, all else is kept. */
  Normal with(Behind behind) {
    List<Kept> more = new ArrayList<>(kept);
    List<Trait> out = new ArrayList<>(traits);
    behind.kept().ifPresent(more::add);
    out.add(behind.padding());
    return new Normal(more, out);
  }
}
