package dev.assay.feed.match;

import dev.assay.feed.Statement;
import dev.assay.feed.Status;
import java.util.List;
import java.util.Optional;

/** What is said of the product itself, whoever packaged it. */
final class Upstream {
  private Upstream() {}

  /** The ruling of statements on one flaw; none if all speak of other versions. */
  static Optional<Ruling> ruling(String version, Basis basis, List<Statement> said) {
    Optional<Ruling> first = Optional.empty();
    for (Statement statement : said) {
      Optional<Ruling> next = of(version, basis, statement);
      if (next.isPresent() && (first.isEmpty() || rank(next.get()) < rank(first.get()))) {
        first = next;
      }
    }
    return first;
  }

  /** A maker's own word that a version is fixed or not affected outweighs a range. */
  private static int rank(Ruling ruling) {
    return switch (ruling.decision()) {
      case NOT_AFFECTED -> 0;
      case FIXED -> 1;
      case AFFECTED -> 2;
      case UNDECIDED -> 3;
    };
  }

  private static Optional<Ruling> of(String version, Basis basis, Statement statement) {
    Coverage coverage = Coverage.of(statement, version);
    if (coverage.answer().isEmpty()) {
      return Optional.of(
          Ruling.of(
              Decision.UNDECIDED,
              basis,
              statement,
              "",
              names(statement) + ", but " + coverage.where()));
    }
    if (!coverage.answer().get()) {
      return Optional.empty();
    }
    return Optional.of(
        Ruling.of(
            decision(statement.status()),
            basis,
            statement,
            coverage.fixed(),
            names(statement)
                + " "
                + coverage.where()
                + said(statement.status())
                + (version.isEmpty() ? "" : ", this is " + version)));
  }

  private static String names(Statement statement) {
    String record =
        statement.advisory().equals(statement.vulnerability())
            ? ""
            : " (" + statement.advisory() + ")";
    return statement.source().title() + record + " names " + statement.subject();
  }

  private static Decision decision(Status status) {
    return switch (status) {
      case AFFECTED -> Decision.AFFECTED;
      case FIXED -> Decision.FIXED;
      case NOT_AFFECTED -> Decision.NOT_AFFECTED;
      case UNDER_INVESTIGATION -> Decision.UNDECIDED;
    };
  }

  private static String said(Status status) {
    return switch (status) {
      case AFFECTED -> "";
      case FIXED -> " as fixed";
      case NOT_AFFECTED -> " as not affected";
      case UNDER_INVESTIGATION -> " as still being looked at";
    };
  }
}
