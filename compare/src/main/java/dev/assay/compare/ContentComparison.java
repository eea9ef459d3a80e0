package dev.assay.compare;

import dev.assay.compare.change.Changes;
import dev.assay.compare.change.data.InventoryValues;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Encoding;
import dev.assay.formats.Format;
import dev.assay.formats.Formats;
import dev.assay.inspect.scan.Opener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares two contents.
 *
 * @param path of the right one
 * @param depth containers they are in
 */
record ContentComparison(Run run, String path, int depth) {
  List<Finding> of(Content left, Content right) {
    Opener.Opened before = run.opener().open(left);
    Opener.Opened after = run.opener().open(right);
    if (before.problems().isEmpty()
        && after.problems().isEmpty()
        && right.opening() == Content.Opening.NOWHERE
        && !Same.bytes(before.bytes(), after.bytes())) {
      return List.of(Finding.opaque(path, "is compared where its container arranges it"));
    }
    List<Finding> findings = new ArrayList<>(of(before.bytes(), after.bytes()));
    Run.damage(path, before.problems(), after.problems()).ifPresent(findings::add);
    return findings;
  }

  List<Finding> of(Bytes left, Bytes right) {
    if (Same.bytes(left, right)) {
      return run.same();
    }
    if (depth >= run.opener().nesting()) {
      String why = "deeper than " + run.opener().nesting() + " containers; not opened";
      return List.of(Finding.opaque(path, why));
    }
    Optional<Format> before = format(left);
    Optional<Format> after = format(right);
    if (before.orElse(null) instanceof Encoding || after.orElse(null) instanceof Encoding) {
      return new EncodingComparison(run, path, depth).of(before, left, after, right);
    }
    if (before.orElse(null) instanceof Container a && after.orElse(null) instanceof Container b) {
      return new ContainerComparison(run, path, depth).of(a, left, b, right);
    }
    String type = Kind.of(before, left);
    String other = Kind.of(after, right);
    return type.equals(other)
        ? uniform(type, left, right)
        : List.of(Finding.changed(path, List.of(Aspect.change("format", type, other))));
  }

  /** A list of names under zlib is told name by name, as what it is and not as what it holds. */
  private static Optional<Format> format(Bytes content) {
    return InventoryValues.isListAlone(content) ? Optional.empty() : Formats.of(content);
  }

  /** Contents without members. */
  private List<Finding> uniform(String type, Bytes left, Bytes right) {
    Optional<Envelope.Result> normal = Envelope.of(type, left, right);
    if (normal.isPresent() && normal.get().proven() && !normal.get().aspects().isEmpty()) {
      List<Aspect> aspects = new ArrayList<>(normal.get().aspects());
      if (aspects.stream().anyMatch(each -> isSignatureIn(type, each))) {
        aspects.addAll(Changes.signatures(left, right, run.most()));
      }
      return List.of(Finding.equivalent(path, aspects));
    }
    List<Aspect> changes = Changes.between(path, type, left, right, run.most());
    if (!changes.isEmpty()) {
      List<Finding> findings = new ArrayList<>(List.of(Finding.changed(path, changes)));
      if (Kind.isCarved(type) && !type.isEmpty()) {
        findings.addAll(new ContainerComparison(run, path, depth).found(left, right));
      }
      return findings;
    }
    return Kind.isCarved(type)
        ? new ContainerComparison(run, path, depth).carved(left, right)
        : List.of(
            Finding.unexplained(
                path,
                "content of type " + type + " is not taken apart",
                ByteRanges.of(left, right, run.most())));
  }

  private static boolean isSignatureIn(String type, Aspect aspect) {
    return type.isEmpty() && aspect.equivalence().equals(Optional.of(Equivalence.SIGNATURE));
  }
}
