package dev.assay.feed.match;

import dev.assay.feed.SourceKind;
import dev.assay.feed.Statement;
import dev.assay.feed.Subject;
import dev.assay.feed.Vulnerability;
import dev.assay.feed.store.Feed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what a feed says of components. Thread-safe, deterministic; may throw {@link
 * dev.assay.feed.store.BadFeed}.
 *
 * <p>The distribution that built a package knows best: what it says of a flaw in a release counts,
 * whatever the upstream version. Where it is silent the upstream version only raises a doubt if the
 * distribution would have spoken, or if the feed does not know the distribution: back-ported fixes
 * do not show in an upstream version.
 */
public final class Matcher {
  /** Package types whose builders carry fixes back into old versions. */
  private static final Set<String> DISTRIBUTED = Set.of("deb", "rpm", "apk");

  /** Whose tracker speaks for which distribution. */
  private static final Map<String, SourceKind> TRACKERS =
      Map.of("debian", SourceKind.DEBIAN, "alpine", SourceKind.ALPINE);

  /** What is said of one flaw; most are of versions that the product does not have. */
  private record Said(List<Statement> ofPackage, List<Statement> ofProduct) {
    Said() {
      this(new ArrayList<>(1), new ArrayList<>(1));
    }

    List<Statement> all() {
      return Stream.concat(ofPackage.stream(), ofProduct.stream()).toList();
    }
  }

  private final Feed feed;
  private final Set<SourceKind> sources;

  public Matcher(Feed feed) {
    this.feed = feed;
    this.sources =
        feed.about().sources().stream()
            .map(source -> source.kind())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * All flaws that the feed relates to the component and its version, ordered by id: those that it
   * has, those it is excused from, and those that the feed cannot settle. Flaws whose every
   * statement speaks of other versions are left out, except where a distribution's word overrules
   * an upstream range: that it is fixed is then worth knowing.
   */
  public List<Match> match(Identity identity) {
    List<Statement> packaged = packageStatements(identity);
    Map<String, Said> byFlaw = new HashMap<>();
    for (Statement statement : packaged) {
      of(statement, byFlaw).ofPackage().add(statement);
    }
    for (Statement statement : productStatements(identity)) {
      of(statement, byFlaw).ofProduct().add(statement);
    }
    List<Match> matches = new ArrayList<>();
    for (Said said : byFlaw.values()) {
      ruling(identity, packaged, said.ofPackage(), said.ofProduct())
          .map(ruling -> Excuses.applied(ruling, said.all(), identity.surroundings()))
          .map(this::match)
          .ifPresent(matches::add);
    }
    matches.sort(Comparator.comparing(Match::id));
    return matches;
  }

  /**
   * Why no match does not mean that no flaw is known; empty where it does mean that. It does if the
   * feed speaks of the package in its release, of its product, or holds the tracker of its
   * distribution, which lists every package with a flaw.
   */
  public Optional<String> gap(Identity identity) {
    List<Statement> packaged = packageStatements(identity);
    String release = identity.release();
    boolean elsewhere =
        !release.isEmpty()
            && !packaged.isEmpty()
            && packaged.stream()
                .map(Statement::release)
                .noneMatch(said -> said.isEmpty() || said.equals(release));
    if (elsewhere) {
      return Optional.of(
          "the feed speaks of %s in other releases of %s, not in %s"
              .formatted(identity.source(), identity.namespace(), release));
    }
    SourceKind tracker = TRACKERS.get(identity.namespace());
    boolean spoken =
        !packaged.isEmpty()
            || (tracker != null && sources.contains(tracker))
            || !productStatements(identity).isEmpty();
    String of = identity.namespace().isEmpty() ? "" : " of " + identity.namespace();
    return spoken
        ? Optional.empty()
        : Optional.of("the feed has no data on " + identity.name() + of);
  }

  private Optional<Ruling> ruling(
      Identity identity,
      List<Statement> tracked,
      List<Statement> packaged,
      List<Statement> product) {
    if (!distributed(identity)) {
      Optional<Ruling> ecosystem = Upstream.ruling(identity.version(), Basis.ECOSYSTEM, packaged);
      return ecosystem.isPresent()
          ? ecosystem
          : Upstream.ruling(productVersion(identity), Basis.UPSTREAM_VERSION, product);
    }
    Optional<Ruling> upstream =
        Upstream.ruling(productVersion(identity), Basis.UPSTREAM_VERSION, product)
            .filter(ruling -> ruling.decision() != Decision.FIXED);
    Optional<Ruling> distribution = Distribution.ruling(identity, packaged);
    if (distribution.isEmpty()) {
      return upstream.map(ruling -> weighed(identity, tracked, packaged, ruling));
    }
    Ruling ruling = distribution.get();
    if (ruling.decision() == Decision.AFFECTED || ruling.decision() == Decision.UNDECIDED) {
      return distribution;
    }
    return upstream
        .filter(other -> other.decision() == Decision.AFFECTED)
        .map(other -> ruling.but("its word goes before the upstream version: " + other.reason()));
  }

  /** What an upstream version is worth where the distribution says nothing of the flaw. */
  private Ruling weighed(
      Identity identity, List<Statement> tracked, List<Statement> packaged, Ruling upstream) {
    if (upstream.decision() != Decision.AFFECTED) {
      return upstream;
    }
    SourceKind tracker = TRACKERS.getOrDefault(identity.namespace(), SourceKind.CSAF);
    String distribution = identity.namespace() + " " + identity.release();
    if (!packaged.isEmpty()) {
      return upstream.doubted(
          "the feed knows it in other releases of "
              + identity.namespace()
              + ", but has nothing on "
              + (identity.release().isEmpty() ? "an unknown one" : identity.release()));
    }
    if (tracker == SourceKind.ALPINE && sources.contains(tracker)) {
      // secdb lists every fix that Alpine made; a flaw that is not in it is not fixed.
      return upstream.but("Alpine has made no fix known");
    }
    if (tracker == SourceKind.DEBIAN && sources.contains(tracker)) {
      return tracked.stream().anyMatch(statement -> statement.source() == tracker)
          ? upstream.doubted(
              "the Debian tracker follows " + identity.source() + " and does not list it")
          : upstream.but("the Debian tracker does not know the package " + identity.source());
    }
    return upstream.doubted(
        "the feed has no data of "
            + distribution.strip()
            + ", which may have carried the fix back");
  }

  private static boolean distributed(Identity identity) {
    return DISTRIBUTED.contains(identity.type()) && !identity.namespace().equals("android");
  }

  /** Whether a distribution packed it, whose source package says what to look for. */
  private static boolean packed(Identity identity) {
    return distributed(identity) || identity.type().equals("opkg");
  }

  private static String productVersion(Identity identity) {
    return identity.cpeVersion().isEmpty() || packed(identity)
        ? UpstreamVersion.of(identity.type(), identity.sourceVersion())
        : identity.cpeVersion();
  }

  private List<Statement> packageStatements(Identity identity) {
    if (identity.type().isEmpty()) {
      return List.of();
    }
    Set<String> names = new LinkedHashSet<>();
    names.add(identity.source());
    // Debian and Alpine speak of source packages only; a binary of that name is another thing.
    if (!TRACKERS.containsKey(identity.namespace())) {
      names.add(identity.name());
    }
    return names.stream()
        .map(name -> Subject.ofPackage(identity.type(), identity.namespace(), name))
        .flatMap(subject -> feed.statements(subject).stream())
        .toList();
  }

  private List<Statement> productStatements(Identity identity) {
    Set<String> subjects = new LinkedHashSet<>();
    if (!identity.cpe().isEmpty() && !packed(identity)) {
      subjects.add(identity.cpe());
    }
    if (identity.type().equals("generic")) {
      // Not a packager's name but the product's: NVD may file it under several.
      subjects.addAll(UpstreamProducts.of(identity.name()));
    } else if (packed(identity) || identity.cpe().isEmpty() && identity.type().isEmpty()) {
      subjects.addAll(UpstreamProducts.of(identity.source()));
    }
    return subjects.stream().flatMap(subject -> feed.statements(subject).stream()).toList();
  }

  private static Said of(Statement statement, Map<String, Said> byFlaw) {
    return byFlaw.computeIfAbsent(statement.vulnerability(), flaw -> new Said());
  }

  private Match match(Ruling ruling) {
    String id = ruling.by().vulnerability();
    Vulnerability flaw =
        feed.vulnerability(id).orElseGet(() -> Vulnerability.named(id, ruling.by().source()));
    return new Match(
        flaw,
        ruling.decision(),
        ruling.basis(),
        ruling.reason(),
        ruling.by(),
        ruling.fixedVersion(),
        ruling.justification());
  }
}
