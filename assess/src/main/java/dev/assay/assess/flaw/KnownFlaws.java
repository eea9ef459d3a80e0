package dev.assay.assess.flaw;

import dev.assay.feed.match.Identity;
import dev.assay.feed.match.Matcher;
import dev.assay.feed.store.Feed;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives packages, and software that no package owns, the facts that a feed has on them.
 * Thread-safe; a damaged feed throws {@link dev.assay.feed.store.BadFeed}.
 */
public final class KnownFlaws {
  /** Facts that no inspector finds; their components are those of packages. */
  public static final Kind<KnownFlawsFacts> KIND =
      Kind.of("known-flaws", KnownFlawsFacts.class, "Publicly known flaws of a package");

  private static final Set<String> CONCERNED = Set.of("package", "software", "dependency");

  /** No feed: nothing is known of any package, not even that it has no flaw. */
  public static final KnownFlaws WITHOUT_FEED = new KnownFlaws(Optional.empty());

  private final Optional<Matcher> matcher;

  private KnownFlaws(Optional<Matcher> matcher) {
    this.matcher = matcher;
  }

  /** As the feed knows them; it must stay open. */
  public static KnownFlaws of(Feed feed) {
    return new KnownFlaws(Optional.of(new Matcher(feed)));
  }

  public static KnownFlaws of(Optional<Feed> feed) {
    return feed.map(KnownFlaws::of).orElse(WITHOUT_FEED);
  }

  /** Whether flaws are looked up for the component. */
  public static boolean concern(Described component) {
    return CONCERNED.contains(component.component().kind());
  }

  /** The package or software under its own id, with what is known against it as facts. */
  public Described of(Described installed) {
    return found(installed).view();
  }

  /** What is known against each of the components that it is looked up for, by id. */
  public Map<String, Found> all(List<Described> components) {
    return components.parallelStream()
        .filter(KnownFlaws::concern)
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
        Identity.of(component.name(), component.version(), component.purl(), component.cpe());
    return new Found(installed, matcher.get().match(identity), matcher.get().gap(identity));
  }
}
