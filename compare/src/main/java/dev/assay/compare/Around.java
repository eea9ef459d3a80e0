package dev.assay.compare;

import dev.assay.compare.change.Changes;
import dev.assay.compare.normal.Kept;
import dev.assay.formats.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a container or encoding adds to what is in it, where that differs. */
final class Around {
  private Around() {}

  /**
   * @param allSame whether all in it is the same, so that the difference is here
   */
  static Optional<Finding> of(String path, String type, Bytes left, Bytes right, boolean allSame) {
    Optional<Envelope.Result> normal = Envelope.of(type, left, right);
    if (normal.isEmpty()) {
      String reason = "what " + type + " adds to its members differs";
      Finding differs = opaque(path, reason, left, right);
      return Optional.of(told(path, type, left, right).map(differs::with).orElse(differs));
    }
    Envelope.Result result = normal.get();
    if (!result.changes().isEmpty()) {
      List<Aspect> all = new ArrayList<>(result.changes());
      all.addAll(asChanges(result.aspects().stream().filter(Around::isOfItsOwn).toList()));
      all.addAll(asChanges(Changes.between(path, type, left, right, Run.FEW)));
      return Optional.of(Finding.changed(path, all));
    }
    if (!result.proven()) {
      return Optional.of(
          opaque(path, "what " + type + " adds to its members " + result.reason(), left, right));
    }
    if (result.aspects().isEmpty()) {
      return allSame
          ? Optional.of(opaque(path, "bytes of " + type + " that have no name", left, right))
          : Optional.empty();
    }
    return Optional.of(Finding.equivalent(path, result.aspects()));
  }

  /**
   * Times and other values that differ where the members do so much that nothing more can be proven
   * of what is around them.
   */
  static Optional<Finding> told(String path, String type, Bytes left, Bytes right) {
    List<Aspect> values =
        asChanges(
            Stream.concat(
                    Envelope.traits(type, left, right).stream(),
                    Changes.between(path, type, left, right, Run.FEW).stream())
                .toList());
    return values.isEmpty() ? Optional.empty() : Optional.of(Finding.changed(path, values));
  }

  /** Where a file system puts things follows from what else changed. */
  private static boolean isOfItsOwn(Aspect aspect) {
    return aspect.equivalence().filter(kind -> kind == Equivalence.LAYOUT).isEmpty();
  }

  /** Where more differs, it is not proven that a build made them differ. */
  private static List<Aspect> asChanges(List<Aspect> aspects) {
    return aspects.stream()
        .map(each -> Aspect.change(each.what(), each.before(), each.after()))
        .toList();
  }

  private static Finding opaque(String path, String reason, Bytes left, Bytes right) {
    return Finding.unexplained(path, reason, ByteRanges.of(left, right, Run.FEW));
  }

  /** What follows the content of both sides. */
  static List<Aspect> behind(Bytes left, Bytes right) {
    return KeptDifferences.between(
        List.of(Kept.of("bytes behind the content", left)),
        List.of(Kept.of("bytes behind the content", right)));
  }
}
