package dev.assay.report.scheme;

import dev.assay.model.Evaluation;
import dev.assay.model.PlannedTest;
import dev.assay.model.TestCase;
import dev.assay.report.Overview;
import dev.assay.report.Standards;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * All that documents for an outside party are written from.
 *
 * @param root hex Merkle root of the bundle
 * @param signers roles whose trusted keys signed it; empty where signatures were not checked
 * @param titles titles of requirements by id; empty where there is none
 * @param answers one for each expectation of the scheme, in its order
 */
public record Dossier(
    Scheme scheme,
    Overview overview,
    String root,
    Optional<SortedSet<String>> signers,
    Function<String, String> titles,
    List<Answer> answers) {

  public static Dossier of(
      Scheme scheme,
      Evaluation evaluation,
      String root,
      Optional<SortedSet<String>> signers,
      Function<String, String> titles) {
    Overview overview = Overview.of(evaluation);
    return new Dossier(
        scheme, overview, root, signers, titles, Answers.of(scheme, overview, signers));
  }

  public Evaluation evaluation() {
    return overview.evaluation();
  }

  /** Answers that are not wholly there. */
  public List<Answer> open() {
    return answers.stream().filter(answer -> answer.state() != Answer.State.FOUND).toList();
  }

  /** Name and, where it is known, version. */
  public String product() {
    String version = evaluation().product().version();
    return evaluation().product().name() + (version.isEmpty() ? "" : " " + version);
  }

  /** What stands at the end of every document. */
  public String footer() {
    return product() + " · evaluation " + root;
  }

  /** Test cases of the scheme's standards that gave a verdict, by id. */
  public List<TestCase> cases() {
    SortedSet<String> run = new TreeSet<>();
    evaluation().verdicts().forEach(verdict -> run.add(verdict.test()));
    return evaluation().cases().stream()
        .filter(test -> run.contains(test.id()) && test.requirements().stream().anyMatch(this::is))
        .sorted(Comparator.comparing(TestCase::id))
        .toList();
  }

  /** What of the scheme's standards no test case decides. */
  public List<PlannedTest> planned() {
    return evaluation().planned().stream().filter(test -> is(test.requirement())).toList();
  }

  /** Whether a requirement is of one of the scheme's standards. */
  public boolean is(String requirement) {
    return scheme.standards().contains(Standards.of(requirement));
  }

  /** A requirement's id with its title. */
  public String titled(String requirement) {
    String title = titles.apply(requirement);
    return title.isEmpty() ? requirement : requirement + " " + title;
  }
}
