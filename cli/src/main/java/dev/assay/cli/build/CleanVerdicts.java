package dev.assay.cli.build;

import dev.assay.model.CaseIdentity;
import dev.assay.model.Evaluation;
import dev.assay.model.Measured.Tried;
import dev.assay.model.Outcome;
import dev.assay.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How often each test case, known by its digest, raised a false alarm on clean systems. */
public final class CleanVerdicts {
  private static final Tried NONE = new Tried(0, 0);

  private final Map<String, Tried> byDigest = new HashMap<>();

  /** The test cases that a table of justified failures names. */
  public static Set<String> tests(Path table) throws IOException {
    return Files.readAllLines(table).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t", 2)[0])
        .collect(Collectors.toSet());
  }

  /**
   * Counts what was decided of a clean system.
   *
   * @param justified cases whose failures there are right
   */
  public void add(Evaluation evaluation, Set<String> justified) {
    Map<String, String> digests =
        evaluation.identities().stream()
            .collect(Collectors.toMap(CaseIdentity::test, CaseIdentity::digest));
    for (Verdict verdict : evaluation.verdicts()) {
      String digest = digests.getOrDefault(verdict.test(), "");
      if (!digest.isEmpty() && verdict.outcome() != Outcome.INCONCLUSIVE) {
        boolean alarm = verdict.outcome() == Outcome.FAIL && !justified.contains(verdict.test());
        byDigest.merge(
            digest,
            new Tried(1, alarm ? 1 : 0),
            (one, other) -> new Tried(one.all() + other.all(), one.wrong() + other.wrong()));
      }
    }
  }

  Tried of(String digest) {
    return byDigest.getOrDefault(digest, NONE);
  }
}
