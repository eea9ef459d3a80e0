package dev.assay.compare;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Formats;
import dev.assay.inspect.scan.Opener;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares two contents that have members.
 *
 * @param path of the right one
 * @param depth containers they are in
 */
record ContainerComparison(Run run, String path, int depth) {
  List<Finding> of(Container a, Bytes left, Container b, Bytes right) {
    Opener.Members before = run.opener().members(left, listing -> a.unpack(left, listing));
    Opener.Members after = run.opener().members(right, listing -> b.unpack(right, listing));
    MemberComparison.Level level = level(b.type(), before, after);
    List<Finding> findings = new ArrayList<>(level.findings());
    Run.damage(path, before.problems(), after.problems()).ifPresent(findings::add);
    if (!a.type().equals(b.type())) {
      findings.add(Finding.changed(path, List.of(Aspect.change("format", a.type(), b.type()))));
    } else if (level.sameNames()
        && !Uncovered.same(left, before.entries(), right, after.entries())) {
      Around.of(path, b.type(), left, right, findings.isEmpty()).ifPresent(findings::add);
    } else if (!level.sameNames() && run.tellsAll()) {
      Around.told(path, b.type(), left, right).ifPresent(findings::add);
    }
    return findings;
  }

  /** Contents of no known format, by what is found in them. */
  List<Finding> carved(Bytes left, Bytes right) {
    Opener.Members before = carving(left);
    Opener.Members after = carving(right);
    if (before.entries().isEmpty() || after.entries().isEmpty()) {
      return List.of(
          Finding.unexplained(
              path, "content of no known format", ByteRanges.of(left, right, run.most())));
    }
    MemberComparison.Level level = level("", before, after);
    List<Finding> findings = new ArrayList<>(level.findings());
    if (level.sameNames() && !Uncovered.same(left, before.entries(), right, after.entries())) {
      findings.add(
          Finding.unexplained(
              path,
              "bytes between the structures found in it",
              ByteRanges.of(left, right, run.most())));
    }
    return findings;
  }

  /** What differs in structures found in both, whose surroundings are compared elsewhere. */
  List<Finding> found(Bytes left, Bytes right) {
    Opener.Members before = carving(left);
    Opener.Members after = carving(right);
    return before.entries().isEmpty() || after.entries().isEmpty()
        ? List.of()
        : level("", before, after).findings();
  }

  private Opener.Members carving(Bytes content) {
    return run.opener().members(content, listing -> Formats.carving().unpack(content, listing));
  }

  private MemberComparison.Level level(String type, Opener.Members before, Opener.Members after) {
    return new MemberComparison(run, path + "!/", type, depth + 1)
        .of(before.entries(), after.entries());
  }
}
