package dev.assay.assess.calendar;

import dev.assay.assess.LateFacts;
import dev.assay.catalogue.expression.Observed;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evidence;
import dev.assay.model.FactEvidence;
import dev.assay.model.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the time for which certificates are valid with the day. */
final class Validity implements LateFacts {
  private static final Kind<ValidityFacts> KIND =
      Kind.of("certificate-validity", ValidityFacts.class, "Validity of a certificate on the day");

  static final Validity WITHOUT_DAY = new Validity(Optional.empty());

  private static final int DATE = "2026-11-01".length();

  private final Optional<LocalDate> day;

  private Validity(Optional<LocalDate> day) {
    this.day = day;
  }

  static Validity on(LocalDate day) {
    return new Validity(Optional.of(day));
  }

  @Override
  public Kind<?> kind() {
    return KIND;
  }

  @Override
  public boolean concern(Described component) {
    return component.component().kind().equals("certificate") && term(component).isPresent();
  }

  @Override
  public Described of(Described certificate) {
    Term term = term(certificate).orElseThrow();
    Component own = certificate.component();
    ValidityFacts facts =
        new ValidityFacts(
            term.role,
            term.notBefore,
            term.notAfter,
            day.filter(today -> !today.isBefore(date(term.notBefore))).isPresent(),
            day.filter(today -> today.isAfter(date(term.notAfter))).isPresent());
    String why = "the day of the evaluation is not known yet";
    return new Described(
        own.as(KIND),
        facts,
        evidence(certificate, term),
        day.isPresent() ? Map.of() : Map.of("begun", why, "ended", why),
        certificate.signs());
  }

  private static List<FactEvidence> evidence(Described certificate, Term term) {
    Evidence seen =
        certificate.evidence().stream()
            .map(FactEvidence::evidence)
            .findFirst()
            .orElseGet(
                () ->
                    Evidence.whole(
                        certificate.component().artifacts().getFirst(),
                        certificate.component().name()));
    Evidence told =
        new Evidence(
            seen.artifact(),
            seen.place(),
            certificate.component().name()
                + ": valid from "
                + date(term.notBefore)
                + " to "
                + date(term.notAfter));
    return List.of(new FactEvidence("begun", told), new FactEvidence("ended", told));
  }

  private record Term(String role, String notBefore, String notAfter) {}

  /** Empty where the certificate's times could not be read. */
  private static Optional<Term> term(Described certificate) {
    Observed facts = Observed.of(certificate);
    return facts
        .fact("role")
        .flatMap(
            role ->
                facts
                    .fact("notBefore")
                    .flatMap(
                        from ->
                            facts
                                .fact("notAfter")
                                .map(to -> new Term((String) role, (String) from, (String) to))))
        .filter(term -> isDated(term.notBefore) && isDated(term.notAfter));
  }

  /** Whether the year has four digits; a certificate can say others. */
  private static boolean isDated(String moment) {
    return moment.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*");
  }

  private static LocalDate date(String moment) {
    return LocalDate.parse(moment.substring(0, DATE));
  }
}
