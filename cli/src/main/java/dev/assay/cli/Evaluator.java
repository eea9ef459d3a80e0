package dev.assay.cli;

import dev.assay.assess.Plan;
import dev.assay.assess.Stated;
import dev.assay.assess.Verdicts;
import dev.assay.assess.calendar.Calendar;
import dev.assay.assess.flaw.FeedAge;
import dev.assay.assess.flaw.Found;
import dev.assay.assess.flaw.KnownFlaws;
import dev.assay.assess.gate.Gates;
import dev.assay.assess.risk.Risks;
import dev.assay.assess.risk.Weights;
import dev.assay.catalogue.Catalogue;
import dev.assay.catalogue.CompiledCase;
import dev.assay.feed.store.BadFeed;
import dev.assay.feed.store.Feed;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.fault.Unexamined;
import dev.assay.inspect.privacy.DeclarationInspector;
import dev.assay.inspect.sbom.DeclaredAndFound;
import dev.assay.inspect.sbom.SbomInspector;
import dev.assay.model.Artifact;
import dev.assay.model.CaseIdentity;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evaluation;
import dev.assay.model.Risk;
import dev.assay.model.TestCase;
import dev.assay.model.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The flow of an evaluation: read, rate, plan, test, decide. Each step takes what the one before
 * gave.
 */
final class Evaluator {
  /** Packages, and their signatures in files beside them. */
  private static final Set<String> ANDROID_FILES =
      Set.of("application/vnd.android.package-archive", "application/vnd.android.apk-signature");

  /** Kinds that are said of a product rather than found in it. */
  private static final Set<String> DECLARATIONS =
      Set.of(
          DeclarationInspector.DECLARATION.name(),
          SbomInspector.SBOM.name(),
          DeclaredAndFound.SBOM_COMPARISON.name());

  /** Where npm puts the file that describes a package in the archive that it publishes. */
  private static final String PUBLISHED = "!/package/package.json";

  private Evaluator() {}

  /** What decides beside the product. */
  record Terms(String profile, Rules rules, LocalDate asOf, Optional<Feed> feed) {}

  /** The catalogue that the terms name, or that fits what was found in the product. */
  static Catalogue catalogue(String profile, Inspection inspection) {
    String wanted = profile.isEmpty() ? fitting(inspection) : profile;
    return Catalogue.load(wanted)
        .orElseThrow(
            () ->
                new UsageError(
                    "no profile `"
                        + wanted
                        + "`; there are "
                        + String.join(", ", Catalogue.profiles())));
  }

  static Evaluation evaluate(ReadProduct read, Terms terms, Consumer<String> stage) {
    Inspection inspection = read.inspection();
    Catalogue catalogue = catalogue(terms.profile(), inspection);
    stage.accept("rating");
    List<Risk> risks = Risks.of(inspection.components(), Weights.standard());
    stage.accept("testing");
    Plan plan = Plan.of(catalogue, inspection.components(), risks);
    Map<String, Found> found = found(inspection, terms);
    List<Described> late =
        Stream.concat(
                found.values().parallelStream().map(Found::view),
                Calendar.on(terms.asOf(), inspection.components()).beside(inspection.components()))
            .toList();
    List<Verdict> verdicts = Verdicts.of(plan, late);
    List<Component> components =
        inspection.components().stream().map(Described::component).toList();
    Rules rules = terms.rules();
    Stated stated = Stated.of(plan, found, verdicts, rules.statements());
    Gates.Decided decided =
        Gates.decide(
            rules.policy(),
            rules.waivers(),
            stated.waived(),
            terms.asOf(),
            components,
            risks,
            verdicts);
    List<TestCase> cases = catalogue.cases().stream().map(CompiledCase::meta).toList();
    return new Evaluation(
        Version.number(),
        read.product(),
        catalogue.profile(),
        catalogue.digest(),
        terms.feed().map(Feed::digest),
        cases,
        identities(catalogue, verdicts),
        catalogue.planned(),
        inspection.artifacts(),
        inspection.components(),
        risks,
        plan.entries(),
        verdicts,
        decided.waived(),
        stated.flaws(),
        terms.asOf().toString(),
        decided.gate().under(rules.policyDigest(), rules.waiversDigest(), rules.vexDigests()));
  }

  private static List<CaseIdentity> identities(Catalogue catalogue, List<Verdict> verdicts) {
    return verdicts.stream()
        .map(Verdict::test)
        .distinct()
        .sorted()
        .flatMap(test -> catalogue.identity(test).stream())
        .toList();
  }

  private static Map<String, Found> found(Inspection inspection, Terms terms) {
    try {
      FeedAge age = new FeedAge(terms.rules().policy().feedDays(), terms.asOf());
      return KnownFlaws.of(terms.feed(), age, inspection.components(), inspection.code())
          .all(inspection.components());
    } catch (BadFeed e) {
      throw new UsageError("the feed cannot be used: " + e.getMessage());
    }
  }

  private static String fitting(Inspection inspection) {
    Set<String> apps =
        Stream.concat(
                inspection.artifacts().stream()
                    .filter(artifact -> ANDROID_FILES.contains(artifact.type()))
                    .map(Artifact::path),
                inspection.components().stream()
                    .map(Described::component)
                    .filter(component -> component.kind().startsWith("android-"))
                    .flatMap(component -> component.artifacts().stream()))
            .collect(Collectors.toSet());
    boolean onlyApps =
        inspection.components().stream()
            .filter(described -> !Unexamined.is(described))
            .map(Described::component)
            .filter(component -> !DECLARATIONS.contains(component.kind()))
            .flatMap(component -> component.artifacts().stream())
            .filter(path -> !isOfTheArchive(path))
            .allMatch(path -> apps.stream().anyMatch(app -> isIn(path, app)));
    return onlyApps && !apps.isEmpty() ? "smartphone" : "linux-device";
  }

  /** Whether a file tells of the archive in which apps are published, and of nothing in it. */
  private static boolean isOfTheArchive(String path) {
    return path.endsWith(PUBLISHED) && path.indexOf("!/") == path.length() - PUBLISHED.length();
  }

  private static boolean isIn(String path, String app) {
    return path.equals(app) || path.startsWith(app + "!/");
  }
}
