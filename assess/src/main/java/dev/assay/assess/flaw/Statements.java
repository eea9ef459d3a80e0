package dev.assay.assess.flaw;

import dev.assay.feed.Status;
import dev.assay.feed.match.Match;
import dev.assay.feed.vex.VexStatement;
import dev.assay.model.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What VEX documents state, by flaw. */
public final class Statements {
  /** So that the order of documents does not matter. */
  private static final Comparator<VexStatement> ORDER =
      Comparator.comparing(VexStatement::status)
          .thenComparing(VexStatement::by)
          .thenComparing(VexStatement::justification)
          .thenComparing(VexStatement::text);

  private final Map<String, List<VexStatement>> byFlaw = new HashMap<>();

  private Statements(List<VexStatement> statements) {
    for (VexStatement statement : statements) {
      for (String flaw : statement.flaws()) {
        byFlaw.computeIfAbsent(flaw, k -> new ArrayList<>()).add(statement);
      }
    }
  }

  /** What the statements of all documents say together. */
  public static Statements of(List<VexStatement> statements) {
    return new Statements(statements);
  }

  /**
   * The statement that a component does not have the flaw, or no longer; empty where none says so,
   * or another says that it has it.
   */
  public Optional<VexStatement> excusing(Component component, Match match) {
    List<VexStatement> said =
        Stream.concat(Stream.of(match.id()), match.flaw().aliases().stream())
            .flatMap(id -> byFlaw.getOrDefault(id, List.of()).stream())
            .filter(statement -> statement.speaksOf(component.purl()))
            .distinct()
            .toList();
    return said.stream().allMatch(Statements::excuses)
        ? said.stream().min(ORDER)
        : Optional.empty();
  }

  private static boolean excuses(VexStatement statement) {
    return statement.status() == Status.NOT_AFFECTED || statement.status() == Status.FIXED;
  }
}
