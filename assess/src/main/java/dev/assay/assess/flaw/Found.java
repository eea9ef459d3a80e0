package dev.assay.assess.flaw;

import dev.assay.feed.Score;
import dev.assay.feed.match.Decision;
import dev.assay.feed.match.Match;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evidence;
import dev.assay.model.FactEvidence;
import dev.assay.model.Flaw;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a feed knows against one component.
 *
 * @param installed the package or software
 * @param matches all that the feed relates to it, ordered by id
 * @param gap why more may be known than is named; empty where it is not so
 */
public record Found(Described installed, List<Match> matches, Optional<String> gap) {
  public Found {
    matches = List.copyOf(matches);
  }

  /** The component under its own id, with what is known against it as facts. */
  public Described view() {
    return without(Set.of());
  }

  /** As {@link #view}, as if flaws of these ids were not known. */
  public Described without(Set<String> ids) {
    Component component = installed.component();
    List<KnownFlaw> flaws = new ArrayList<>();
    Map<String, String> open = new HashMap<>();
    for (Match match : matches) {
      if (isOpen(match) && !ids.contains(match.id())) {
        KnownFlaw flaw = KnownFlaw.of(match, component.name(), component.version());
        flaws.add(flaw);
        if (match.decision() == Decision.UNDECIDED) {
          open.put(flaw.id(), flaw.told());
        }
      }
    }
    flaws.sort(KnownFlaw.WORST_FIRST);
    return described(flaws, open);
  }

  /** Whether it is, or may be, a flaw of the version. */
  public static boolean isOpen(Match match) {
    return match.decision() == Decision.AFFECTED || match.decision() == Decision.UNDECIDED;
  }

  /** The flaws as they stand, by the feed and the product alone. */
  public List<Flaw> flaws() {
    return matches.stream().sorted(Comparator.comparing(Match::id)).map(this::flaw).toList();
  }

  private Flaw flaw(Match match) {
    Optional<Score> score = match.flaw().score();
    return new Flaw(
        match.id(),
        installed.component().id(),
        switch (match.decision()) {
          case AFFECTED -> Flaw.State.AFFECTED;
          case FIXED -> Flaw.State.FIXED;
          case NOT_AFFECTED -> Flaw.State.NOT_AFFECTED;
          case UNDECIDED -> Flaw.State.UNDER_INVESTIGATION;
        },
        match.justification().word(),
        match.reason(),
        "",
        score.map(Rating::of).orElse(Rating.UNRATED),
        score.map(Score::base).orElse(-1.0),
        score.map(Score::system).orElse(""),
        score.map(Score::vector).orElse(""),
        match.fixedVersion());
  }

  private Described described(List<KnownFlaw> flaws, Map<String, String> open) {
    Evidence seen = seen();
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
    return new Described(
        installed.component().as(KnownFlaws.KIND),
        new KnownFlawsFacts(true, List.copyOf(flaws)),
        evidence,
        unknown,
        installed.signs());
  }

  /** Where the version was found. */
  private Evidence seen() {
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
