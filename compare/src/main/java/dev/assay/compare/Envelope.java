package dev.assay.compare;

import dev.assay.compare.normal.BuildPaths;
import dev.assay.compare.normal.Kept;
import dev.assay.compare.normal.Normal;
import dev.assay.compare.normal.Normaliser;
import dev.assay.compare.normal.Normalisers;
import dev.assay.compare.normal.Trait;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Holds two contents of one type against each other without what builds may leave different. */
final class Envelope {
  /** Parts of one thing that are shown; the thing itself tells how many there are. */
  private static final int MOST_PARTS = 20;

  private Envelope() {}

  /**
   * How it ended.
   *
   * @param proven whether what is kept is the same on both sides
   * @param aspects what was taken out and differs
   * @param changes what is kept, has a name and differs
   * @param reason why it could not be proven, else empty
   */
  record Result(boolean proven, List<Aspect> aspects, List<Aspect> changes, String reason) {}

  /** Empty where nothing is known of the type. */
  static Optional<Result> of(String type, Bytes left, Bytes right) {
    return Normalisers.of(type).map(normaliser -> of(normaliser, left, right));
  }

  /** What may differ between builds of two contents of one type, whatever else differs in them. */
  static List<Aspect> traits(String type, Bytes left, Bytes right) {
    try {
      return Normalisers.of(type)
          .map(each -> differing(each.normalise(left).traits(), each.normalise(right).traits()))
          .orElse(List.of());
    } catch (Malformed malformed) {
      return List.of();
    }
  }

  /** What is kept of two contents of different types, of which one may not be compressed. */
  static List<Aspect> across(String before, Bytes left, String after, Bytes right) {
    try {
      return KeptDifferences.between(kept(before, left), kept(after, right));
    } catch (Malformed malformed) {
      return List.of(Aspect.change("compressed form", "", malformed.problem().code()));
    }
  }

  private static List<Kept> kept(String type, Bytes content) {
    return type.isEmpty()
        ? List.of()
        : Normalisers.of(type).map(each -> each.normalise(content).kept()).orElse(List.of());
  }

  private static Result of(Normaliser normaliser, Bytes left, Bytes right) {
    try {
      Normal before = normaliser.normalise(left);
      Normal after = normaliser.normalise(right);
      List<Aspect> aspects = new ArrayList<>(differing(before.traits(), after.traits()));
      List<Aspect> changes = KeptDifferences.between(before.kept(), after.kept());
      if (!changes.isEmpty() && Normalisers.holdsPaths(normaliser)) {
        List<Aspect> paths = withoutPaths(before.kept(), after.kept());
        changes = paths.isEmpty() ? changes : List.of();
        aspects.addAll(paths);
      }
      boolean same = changes.isEmpty();
      return new Result(
          same,
          aspects,
          changes.stream().filter(change -> !change.what().isEmpty()).toList(),
          same ? "" : "differs beyond what builds may leave different");
    } catch (Malformed malformed) {
      String why = malformed.problem().code() + ": " + malformed.getMessage();
      return new Result(false, List.of(), List.of(), "cannot be normalised, " + why);
    }
  }

  /** The paths without which both sides are the same; none if they are not. */
  private static List<Aspect> withoutPaths(List<Kept> left, List<Kept> right) {
    List<Aspect> paths = new ArrayList<>();
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      paths.addAll(BuildPaths.blank(left.get(i).bytes(), right.get(i).bytes()));
    }
    return KeptDifferences.between(left, right).isEmpty() ? paths : List.of();
  }

  private static List<Aspect> differing(List<Trait> left, List<Trait> right) {
    List<Aspect> found = new ArrayList<>();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String before = i < left.size() ? left.get(i).value() : "";
      String after = i < right.size() ? right.get(i).value() : "";
      Trait either = i < left.size() ? left.get(i) : right.get(i);
      if (!before.equals(after)) {
        found.add(Aspect.same(either.kind(), either.what(), before, after));
        if (i < left.size() && i < right.size()) {
          found.addAll(parts(left.get(i), right.get(i)));
        }
      }
    }
    return found;
  }

  private static List<Aspect> parts(Trait left, Trait right) {
    TreeSet<String> names = new TreeSet<>(left.parts().keySet());
    names.addAll(right.parts().keySet());
    return names.stream()
        .map(
            name ->
                Aspect.same(
                    left.kind(),
                    left.what() + ": " + name,
                    left.parts().getOrDefault(name, ""),
                    right.parts().getOrDefault(name, "")))
        .filter(aspect -> !aspect.before().equals(aspect.after()))
        .limit(MOST_PARTS)
        .toList();
  }
}
