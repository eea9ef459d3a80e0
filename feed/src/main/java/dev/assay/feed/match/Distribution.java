package dev.assay.feed.match;

import dev.assay.feed.SourceKind;
import dev.assay.feed.Statement;
import dev.assay.feed.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the distribution that built a package says of a flaw in it. */
final class Distribution {
  private Distribution() {}

  /** Its ruling; none if it says nothing of the release. */
  static Optional<Ruling> ruling(Identity identity, List<Statement> said) {
    List<Statement> relevant =
        said.stream()
            .filter(
                statement ->
                    statement.release().isEmpty() || statement.release().equals(identity.release()))
            .toList();
    if (relevant.isEmpty() && identity.release().isEmpty()) {
      return unknownRelease(identity, said);
    }
    // The distribution's own tracker before what others took from it.
    Optional<SourceKind> first =
        relevant.stream().map(Statement::source).max(Comparator.comparingInt(Distribution::weight));
    return first.flatMap(
        source ->
            relevant.stream()
                .filter(statement -> statement.source() == source)
                .map(statement -> of(identity, statement))
                .min(Comparator.comparingInt(ruling -> rank(ruling.decision()))));
  }

  private static int weight(SourceKind source) {
    return switch (source) {
      case DEBIAN, ALPINE -> 3;
      case CSAF -> 2;
      default -> 1;
    };
  }

  /** Of several statements the worst counts; that a version has a fix outweighs doubt. */
  private static int rank(Decision decision) {
    return switch (decision) {
      case AFFECTED -> 0;
      case NOT_AFFECTED -> 1;
      case FIXED -> 2;
      case UNDECIDED -> 3;
    };
  }

  /** Only what holds in every release can be said of an unknown one. */
  private static Optional<Ruling> unknownRelease(Identity identity, List<Statement> said) {
    List<Ruling> rulings = said.stream().map(statement -> of(identity, statement)).toList();
    if (rulings.isEmpty()) {
      return Optional.empty();
    }
    Ruling first = rulings.getFirst();
    boolean agreed = rulings.stream().allMatch(ruling -> ruling.decision() == first.decision());
    return Optional.of(
        agreed ? first : first.doubted("the release is not known, and releases differ"));
  }

  static Ruling of(Identity identity, Statement statement) {
    String who = statement.source().title();
    String release =
        identity.namespace() + (statement.release().isEmpty() ? "" : " " + statement.release());
    String version = identity.sourceVersion();
    Coverage coverage = Coverage.of(statement, version);
    String note = statement.note().isEmpty() ? "" : " (" + statement.note() + ")";
    if (coverage.answer().isEmpty()) {
      return Ruling.of(
          Decision.UNDECIDED,
          Basis.DISTRIBUTION,
          statement,
          "",
          who + " has it for " + release + ", but " + coverage.where());
    }
    boolean covers = coverage.answer().get();
    return switch (statement.status()) {
      case AFFECTED -> {
        if (!covers) {
          yield Ruling.of(
              Decision.FIXED,
              Basis.DISTRIBUTION,
              statement,
              coverage.fixed(),
              who
                  + ": "
                  + release
                  + (coverage.fixed().isEmpty()
                      ? " has it in other versions than "
                      : " fixed it in " + coverage.fixed() + ", not newer than ")
                  + version);
        }
        yield Ruling.of(
            Decision.AFFECTED,
            Basis.DISTRIBUTION,
            statement,
            coverage.fixed(),
            who
                + ": "
                + release
                + (coverage.fixed().isEmpty()
                    ? " has not fixed it"
                    : " fixed it in " + coverage.fixed() + ", newer than " + version)
                + note);
      }
      case NOT_AFFECTED, FIXED, UNDER_INVESTIGATION ->
          Ruling.of(
              decision(statement.status(), covers),
              Basis.DISTRIBUTION,
              statement,
              "",
              who
                  + ": "
                  + release
                  + (covers
                      ? said(statement.status())
                      : " speaks of other versions than " + version)
                  + note);
    };
  }

  private static Decision decision(Status status, boolean covers) {
    if (!covers) {
      return Decision.UNDECIDED;
    }
    return switch (status) {
      case NOT_AFFECTED -> Decision.NOT_AFFECTED;
      case FIXED -> Decision.FIXED;
      default -> Decision.UNDECIDED;
    };
  }

  private static String said(Status status) {
    return switch (status) {
      case NOT_AFFECTED -> " is not affected";
      case FIXED -> " has it fixed";
      default -> " is still being looked at";
    };
  }
}
