package dev.assay.compare;

import dev.assay.compare.normal.BuildPaths;
import dev.assay.compare.normal.Normal;
import dev.assay.compare.normal.Normaliser;
import dev.assay.compare.normal.Normalisers;
import dev.assay.compare.normal.Trait;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Holds two contents of one type against each other without what builds may leave different. */
final class Envelope {
  private Envelope() {}

  /**
   * How it ended.
   *
   * @param proven whether what is left is the same on both sides
   * @param aspects what was taken out and differs
   * @param reason why it could not be proven, else empty
   */
  record Result(boolean proven, List<Aspect> aspects, String reason) {}

  /** Empty where nothing is known of the type. */
  static Optional<Result> of(String type, Bytes left, Bytes right) {
    return Normalisers.of(type).map(normaliser -> of(normaliser, left, right));
  }

  private static Result of(Normaliser normaliser, Bytes left, Bytes right) {
    try {
      Normal before = normaliser.normalise(left);
      Normal after = normaliser.normalise(right);
      List<Aspect> aspects = new ArrayList<>(differing(before.traits(), after.traits()));
      boolean same = Arrays.equals(before.left(), after.left());
      if (!same && Normalisers.holdsPaths(normaliser)) {
        List<Aspect> paths = BuildPaths.blank(before.left(), after.left());
        same = Arrays.equals(before.left(), after.left());
        if (same) {
          aspects.addAll(paths);
        }
      }
      return new Result(
          same, aspects, same ? "" : "differs beyond what builds may leave different");
    } catch (Malformed malformed) {
      String why = malformed.problem().code() + ": " + malformed.getMessage();
      return new Result(false, List.of(), "cannot be normalised, " + why);
    }
  }

  private static List<Aspect> differing(List<Trait> left, List<Trait> right) {
    List<Aspect> found = new ArrayList<>();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String before = i < left.size() ? left.get(i).value() : "";
      String after = i < right.size() ? right.get(i).value() : "";
      Trait either = i < left.size() ? left.get(i) : right.get(i);
      if (!before.equals(after)) {
        found.add(Aspect.same(either.kind(), either.what(), before, after));
      }
    }
    return found;
  }
}
