package dev.assay.compare;

import dev.assay.compare.normal.SignatureFiles;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.inspect.scan.Opener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;

/**
 * Compares the members of two containers, or of two directories.
 *
 * @param path of the container, with what separates it from its members
 * @param type media type of the container; empty where it is none
 * @param depth containers the members are in
 */
record MemberComparison(Run run, String path, String type, int depth) {
  /**
   * What the members came to.
   *
   * @param sameNames whether each has its counterpart, of the same name and attributes
   */
  record Level(List<Finding> findings, boolean sameNames) {}

  Level of(List<Entry> left, List<Entry> right) {
    Pairing pairing =
        isOnlyFileOfContainer(left) && isOnlyFileOfContainer(right)
            ? Pairing.ofOnly(left.getFirst(), right.getFirst())
            : pairing(left, right);
    List<ForkJoinTask<List<Finding>>> tasks = new ArrayList<>();
    boolean sameNames = true;
    for (Pairing.Pair pair : pairing.pairs) {
      sameNames &=
          pair.left().path().equals(pair.right().path())
              && Stored.differences(pair.left(), pair.right()).isEmpty();
      tasks.add(ForkJoinTask.adapt(() -> compared(pair.left(), pair.right())));
    }
    List<Finding> findings = new ArrayList<>();
    ForkJoinTask.invokeAll(tasks).forEach(task -> findings.addAll(task.join()));
    pairing.removed.forEach(entry -> findings.add(alone(entry, Outcome.REMOVED)));
    pairing.added.forEach(entry -> findings.add(alone(entry, Outcome.ADDED)));
    sameNames &=
        pairing.removed.stream().allMatch(this::isSignature)
            && pairing.added.stream().allMatch(this::isSignature);
    return new Level(findings, sameNames);
  }

  private boolean isOnlyFileOfContainer(List<Entry> members) {
    return !type.isEmpty() && members.size() == 1 && members.getFirst().content().isPresent();
  }

  private Pairing pairing(List<Entry> left, List<Entry> right) {
    Map<Entry, String> digests = new HashMap<>();
    return Pairing.of(
        left,
        right,
        entry -> digests.computeIfAbsent(entry, run::digest),
        entry -> isSignature(entry) ? Optional.empty() : run.sketch(entry));
  }

  private boolean isSignature(Entry entry) {
    return SignatureFiles.isOne(type, entry.path());
  }

  private Finding alone(Entry entry, Outcome outcome) {
    String before = outcome == Outcome.REMOVED ? "there" : "";
    String after = outcome == Outcome.ADDED ? "there" : "";
    return isSignature(entry)
        ? signed(path + entry.path(), before, after)
        : new Finding(path + entry.path(), "", outcome, Stored.alone(entry, outcome), "");
  }

  private static Finding signed(String path, String before, String after) {
    return Finding.equivalent(
        path, List.of(Aspect.same(Equivalence.SIGNATURE, "signature file", before, after)));
  }

  private List<Finding> compared(Entry left, Entry right) {
    String member = path + right.path();
    if (isSignature(right)) {
      String before = run.digest(left);
      String after = run.digest(right);
      return before.equals(after) ? run.same() : List.of(signed(member, before, after));
    }
    List<Finding> found = new ArrayList<>(pair(member, left, right));
    if (!left.path().equals(right.path())) {
      String before = path + left.path();
      found.add(
          new Finding(
              member, before, Outcome.CHANGED, List.of(Aspect.change("path", before, member)), ""));
    }
    return found;
  }

  /**
   * Compares two members.
   *
   * @param member path of the right one
   */
  List<Finding> pair(String member, Entry left, Entry right) {
    List<Finding> findings = new ArrayList<>();
    List<Aspect> stored = Stored.differences(left, right);
    if (!stored.isEmpty()) {
      findings.add(Finding.changed(member, stored));
    }
    if (left.members().isPresent() && right.members().isPresent()) {
      Opener.Members before = run.opener().members(left.members().get());
      Opener.Members after = run.opener().members(right.members().get());
      Run.damage(member, before.problems(), after.problems()).ifPresent(findings::add);
      String inside = member + (right.type().equals("inode/directory") ? "/" : "!/");
      findings.addAll(
          new MemberComparison(run, inside, "", depth + 1)
              .of(before.entries(), after.entries())
              .findings());
    } else if (left.content().isPresent() && right.content().isPresent()) {
      Content before = left.content().get();
      Content after = right.content().get();
      List<Finding> inside = new ContentComparison(run, member, depth).of(before, after);
      findings.addAll(inside);
      if (before.size() != after.size()) {
        size(member, inside, bytes(before.size()), bytes(after.size())).ifPresent(findings::add);
      }
    } else if (left.content().isPresent() != right.content().isPresent()) {
      findings.add(
          Finding.changed(
              member, List.of(Aspect.change("type", Stored.word(left), Stored.word(right)))));
    } else if (stored.isEmpty()) {
      run.same();
    }
    return findings;
  }

  /**
   * Sizes as another aspect of what has been found of the member itself, or else of what it holds.
   */
  private static Optional<Finding> size(
      String member, List<Finding> found, String before, String after) {
    List<Finding> own = found.stream().filter(each -> each.path().equals(member)).toList();
    return (own.isEmpty() ? found : own)
        .stream()
            .flatMap(finding -> size(member, finding, before, after).stream())
            .max(Comparator.comparing(Finding::outcome));
  }

  private static Optional<Finding> size(
      String member, Finding finding, String before, String after) {
    return switch (finding.outcome()) {
      case CHANGED, ADDED, REMOVED ->
          Optional.of(Finding.changed(member, List.of(Aspect.change("size", before, after))));
      case EQUIVALENT ->
          finding.aspects().stream()
              .flatMap(aspect -> aspect.equivalence().stream())
              .max(Comparator.comparing(Equivalence.COMPRESSION::equals))
              .map(
                  kind ->
                      Finding.equivalent(
                          member, List.of(Aspect.same(kind, "size", before, after))));
      case OPAQUE -> Optional.empty();
    };
  }

  static String bytes(long size) {
    return size + " bytes";
  }
}
