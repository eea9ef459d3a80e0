package dev.assay.assess;

import dev.assay.assess.flaw.Found;
import dev.assay.assess.flaw.KnownFlaws;
import dev.assay.assess.flaw.Statements;
import dev.assay.catalogue.expression.Observed;
import dev.assay.feed.Status;
import dev.assay.feed.match.Match;
import dev.assay.feed.vex.VexStatement;
import dev.assay.model.Flaw;
import dev.assay.model.Outcome;
import dev.assay.model.Verdict;
import dev.assay.model.Waived;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What VEX statements make of an evaluation. Verdicts stay what they are; a statement takes its
 * flaw out of the launch decision, and nothing else: a verdict is waived if it would be a pass
 * without the flaws that are stated not to matter.
 *
 * @param waived verdicts that fail or are open for stated flaws alone
 * @param flaws all known flaws, as stated where that is so; by component and id
 */
public record Stated(List<Waived> waived, List<Flaw> flaws) {
  public Stated {
    waived = List.copyOf(waived);
    flaws = List.copyOf(flaws);
  }

  /** The statements put beside what was found and decided. */
  public static Stated of(
      Plan plan, Map<String, Found> found, List<Verdict> verdicts, Statements statements) {
    Map<String, Map<String, VexStatement>> excused = new HashMap<>();
    List<Flaw> flaws = new ArrayList<>();
    new TreeMap<>(found)
        .forEach(
            (id, each) -> {
              Map<String, VexStatement> stated = excused(each, statements);
              if (!stated.isEmpty()) {
                excused.put(id, stated);
              }
              each.flaws().forEach(flaw -> flaws.add(flaw(flaw, stated)));
            });
    Map<String, Verdict> open = new HashMap<>();
    for (Verdict verdict : verdicts) {
      if (verdict.outcome() != Outcome.PASS && excused.containsKey(verdict.component())) {
        open.put(verdict.test() + "\0" + verdict.component(), verdict);
      }
    }
    List<Waived> waived = new ArrayList<>();
    for (Plan.Step step : plan.steps()) {
      String id = step.entry().component();
      Verdict verdict = open.get(step.entry().test() + "\0" + id);
      boolean onFlaws = step.test().meta().component().equals(KnownFlaws.KIND.name());
      if (verdict != null && onFlaws && found.get(id) != null) {
        Map<String, VexStatement> deciding =
            deciding(step, found.get(id), excused.getOrDefault(id, Map.of()));
        if (!deciding.isEmpty()) {
          waived.add(waived(verdict, deciding));
        }
      }
    }
    return new Stated(waived, flaws);
  }

  private static Map<String, VexStatement> excused(Found found, Statements statements) {
    Map<String, VexStatement> excused = new TreeMap<>();
    for (Match match : found.matches()) {
      if (Found.isOpen(match)) {
        statements
            .excusing(found.installed().component(), match)
            .ifPresent(statement -> excused.put(match.id(), statement));
      }
    }
    return excused;
  }

  /**
   * The statements without which the verdict would not be a pass; none where it is not one with
   * them either.
   */
  private static Map<String, VexStatement> deciding(
      Plan.Step step, Found found, Map<String, VexStatement> excused) {
    if (!passes(step, found, excused.keySet())) {
      return Map.of();
    }
    Map<String, VexStatement> deciding = new TreeMap<>();
    excused.forEach(
        (flaw, statement) -> {
          Set<String> others = new HashSet<>(excused.keySet());
          others.remove(flaw);
          if (!passes(step, found, others)) {
            deciding.put(flaw, statement);
          }
        });
    return deciding;
  }

  private static boolean passes(Plan.Step step, Found found, Set<String> without) {
    return Verdicts.verdict(step, Observed.of(found.without(without))).outcome() == Outcome.PASS;
  }

  private static Waived waived(Verdict verdict, Map<String, VexStatement> deciding) {
    return new Waived(
        verdict.test(),
        verdict.component(),
        String.join(
            "; ",
            deciding.entrySet().stream()
                .map(each -> each.getKey() + " " + told(each.getValue()))
                .toList()),
        String.join(
            ", ", deciding.values().stream().map(VexStatement::by).distinct().sorted().toList()),
        "");
  }

  private static Flaw flaw(Flaw flaw, Map<String, VexStatement> stated) {
    VexStatement statement = stated.get(flaw.id());
    return statement == null
        ? flaw
        : flaw.stated(
            statement.status() == Status.FIXED ? Flaw.State.FIXED : Flaw.State.NOT_AFFECTED,
            statement.justification(),
            statement.text().isEmpty() ? "stated without further words" : statement.text(),
            statement.by());
  }

  private static String told(VexStatement statement) {
    return (statement.status() == Status.FIXED ? "fixed" : "not affected")
        + (statement.justification().isEmpty() ? "" : ", " + statement.justification())
        + (statement.text().isEmpty() ? "" : ": " + statement.text());
  }
}
