package dev.assay.assess.flaw;

import dev.assay.assess.KernelRelease;
import dev.assay.assess.LateFacts;
import dev.assay.feed.match.Identity;
import dev.assay.feed.match.Matcher;
import dev.assay.feed.store.Feed;
import dev.assay.model.Code;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
  public static KnownFlaws withoutFeed(Collection<Described> components) {
    return new KnownFlaws(
        Optional.empty(), Optional.empty(), Kernels.of(components), Reach.UNKNOWN);
  }

  private final Optional<Matcher> matcher;
  private final Optional<String> objection;
  private final Kernels kernels;
  private final Reach reach;

  /**
   * @param objection why silence of the feed means nothing
   * @param kernels of the product
   * @param reach of its code
   */
  private KnownFlaws(
      Optional<Matcher> matcher, Optional<String> objection, Kernels kernels, Reach reach) {
    this.matcher = matcher;
    this.objection = objection;
    this.kernels = kernels;
    this.reach = reach;
  }

  /** As the feed knows them, whatever its age; it must stay open. */
  public static KnownFlaws of(Feed feed) {
    return new KnownFlaws(
        Optional.of(new Matcher(feed)), Optional.empty(), Kernels.of(List.of()), Reach.UNKNOWN);
  }

  /**
   * As a feed knows them that may be too old for its silence to count.
   *
   * @param components of the product: what its kernels do not hold is not counted against them
   * @param code of the product: nor are functions that it does not call, or hold
   */
  public static KnownFlaws of(
      Optional<Feed> feed, FeedAge age, Collection<Described> components, List<Code> code) {
    return feed.map(
            each ->
                new KnownFlaws(
                    Optional.of(new Matcher(each)),
                    age.objection(each.about().day()),
                    Kernels.of(components),
                    Reach.of(components, code)))
        .orElseGet(() -> withoutFeed(components));
  }

  @Override
  public Kind<?> kind() {
    return KIND;
  }

  /** Whether flaws are looked up for the component. */
  @Override
  public boolean concern(Described component) {
    Component own = component.component();
    return (CONCERNED.contains(own.kind()) && !kernels.isOnlyTheNameOf(own))
        || (own.kind().equals("kernel") && !KernelRelease.isOfDistribution(own.version()));
  }

  /** The package or software under its own id, with what is known against it as facts. */
  @Override
  public Described of(Described installed) {
    return found(installed).view();
  }

  /** What is known against each of the components that it is looked up for, by id. */
  public Map<String, Found> all(List<Described> components) {
    return components.parallelStream()
        .filter(this::concern)
        .collect(
            Collectors.toUnmodifiableMap(
                each -> each.component().id(), this::found, (first, again) -> first));
  }

  private Found found(Described installed) {
    Component component = installed.component();
    if (matcher.isEmpty()) {
      return new Found(installed, List.of(), Optional.of("no feed given"));
    }
    if (component.version().isEmpty()) {
      return new Found(
          installed,
          List.of(),
          Optional.of("the version of " + component.name() + " is not known"));
    }
    String doubt = installed.unknown().get("version");
    if (doubt != null) {
      return new Found(installed, List.of(), Optional.of(doubt));
    }
    Identity identity =
        Identity.of(component.name(), component.version(), component.purl(), component.cpe())
            .in(kernels.around(component).with(reach.of(installed)));
    return new Found(
        installed, matcher.get().match(identity), objection.or(() -> matcher.get().gap(identity)));
  }
}
