package dev.assay.assess.flaw;

import dev.assay.assess.KernelRelease;
import dev.assay.assess.LateFacts;
import dev.assay.feed.match.Decision;
import dev.assay.feed.match.Identity;
import dev.assay.feed.match.Match;
import dev.assay.feed.match.Matcher;
import dev.assay.feed.store.Feed;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evidence;
import dev.assay.model.FactEvidence;
import dev.assay.model.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives packages, kernels, and software that no package owns, the facts that a feed has on them.
 * Thread-safe; a damaged feed throws {@link dev.assay.feed.store.BadFeed}.
 */
public final class KnownFlaws implements LateFacts {
  /** Facts that no inspector finds; their components are those of packages. */
  public static final Kind<KnownFlawsFacts> KIND =
      Kind.of("known-flaws", KnownFlawsFacts.class, "Publicly known flaws of a package");

  private static final Set<String> CONCERNED = Set.of("package", "software", "dependency");

  /** No feed: nothing is known of any package, not even that it has no flaw. */
  public static final KnownFlaws WITHOUT_FEED = new KnownFlaws(Optional.empty(), Optional.empty(), Kernels.of(List.of()));

  private final Optional<Matcher> matcher;
  private final Optional<String> objection;
  private final Kernels kernels;

  /**
   * @param objection why silence of the feed means nothing
   * @param kernels of the product
   */
  private KnownFlaws(Optional<Matcher> matcher, Optional<String> objection, Kernels kernels) {
    this.matcher = matcher;
    this.objection = objection;
    this.kernels = kernels;
  }

  /** As the feed knows them, whatever its age; it must stay open. */
  public static KnownFlaws of(Feed feed) {
    return new KnownFlaws(
        Optional.of(new Matcher(feed)), Optional.empty(), Kernels.of(List.of()));
  }

  /**
   * As a feed knows them that may be too old for its silence to count.
   *
   * @param components of the product: what its kernels do not hold is not counted against them
   */
  public static KnownFlaws of(
      Optional<Feed> feed, FeedAge age, Collection<Described> components) {
    return feed.map(
            each ->
                new KnownFlaws(
                    Optional.of(new Matcher(each)),
                    age.objection(each.about().day()),
                    Kernels.of(components)))
        .orElse(WITHOUT_FEED);
  }

  @Override
  public Kind<?> kind() {
    return KIND;
  }

  /** Whether flaws are looked up for the component. */
  @Override
  public boolean concern(Described component) {
    Component own = component.component();
    return CONCERNED.contains(own.kind())
        || (own.kind().equals("kernel") && !KernelRelease.isOfDistribution(own.version()));
  }

  /** The package or software under its own id, with what is known against it as facts. */
  @Override
  public Described of(Described installed) {
    Component component = installed.component();
    if (matcher.isEmpty()) {
      return described(installed, List.of(), Map.of(), Optional.of("no feed given"));
    }
    if (component.version().isEmpty()) {
      Optional<String> why = Optional.of("the version of " + component.name() + " is not known");
      return described(installed, List.of(), Map.of(), why);
    }
    String doubt = installed.unknown().get("version");
    if (doubt != null) {
      return described(installed, List.of(), Map.of(), Optional.of(doubt));
    }
    Identity identity =
        Identity.of(component.name(), component.version(), component.purl(), component.cpe())
            .in(kernels.around(component));
    List<KnownFlaw> flaws = new ArrayList<>();
    Map<String, String> open = new HashMap<>();
    for (Match match : matcher.get().match(identity)) {
      if (match.decision() == Decision.AFFECTED || match.decision() == Decision.UNDECIDED) {
        KnownFlaw flaw = KnownFlaw.of(match, component.name(), component.version());
        flaws.add(flaw);
        if (match.decision() == Decision.UNDECIDED) {
          open.put(flaw.id(), flaw.told());
        }
      }
    }
    flaws.sort(KnownFlaw.WORST_FIRST);
    return described(installed, flaws, open, objection.or(() -> matcher.get().gap(identity)));
  }

  private static Described described(
      Described installed, List<KnownFlaw> flaws, Map<String, String> open, Optional<String> gap) {
    Evidence seen = seen(installed);
    List<FactEvidence> evidence = new ArrayList<>();
    Map<String, String> unknown = new HashMap<>();
    evidence.add(new FactEvidence("covered", seen));
    gap.ifPresent(why -> unknown.put("covered", why));
    for (int i = 0; i < flaws.size(); i++) {
      KnownFlaw flaw = flaws.get(i);
      String path = "flaws[" + i + "]";
      evidence.add(
          new FactEvidence(path, new Evidence(seen.artifact(), seen.place(), flaw.told())));
      String doubt = open.get(flaw.id());
      if (doubt != null) {
        unknown.put(path + ".affects", doubt);
      }
    }
    return view(installed, new KnownFlawsFacts(true, List.copyOf(flaws)), evidence, unknown);
  }

  private static Described view(
      Described installed,
      KnownFlawsFacts facts,
      List<FactEvidence> evidence,
      Map<String, String> unknown) {
    Component own = installed.component();
    Component component =
        new Component(
            own.id(),
            KIND.name(),
            own.name(),
            own.version(),
            own.purl(),
            own.cpe(),
            own.artifacts());
    return new Described(component, facts, evidence, unknown, installed.signs());
  }

  /** Where the version was found. */
  private static Evidence seen(Described installed) {
    Component component = installed.component();
    return installed.evidence().stream()
        .filter(each -> each.fact().equals("version"))
        .map(FactEvidence::evidence)
        .findFirst()
        .orElseGet(
            () ->
                Evidence.whole(
                    component.artifacts().getFirst(),
                    component.name() + " " + component.version()));
  }
}
