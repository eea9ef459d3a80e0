package dev.assay.assess.flaw;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How old a feed may be for its silence to mean that no flaw is known.
 *
 * @param most days; empty: any age
 * @param asOf day of the evaluation
 */
public record FeedAge(OptionalInt most, LocalDate asOf) {
  /**
   * Why the feed's silence means nothing; empty where it is young enough.
   *
   * @param day the feed's own, ISO 8601; empty where it has none
   */
  Optional<String> objection(String day) {
    if (most.isEmpty()) {
      return Optional.empty();
    }
    String limit = "; the policy demands one of at most " + most.getAsInt() + " days";
    try {
      long days = ChronoUnit.DAYS.between(LocalDate.parse(day), asOf);
      return days <= most.getAsInt()
          ? Optional.empty()
          : Optional.of("the feed is of " + day + ", " + days + " days old" + limit);
    } catch (DateTimeException e) {
      return Optional.of("the feed does not tell its day" + limit);
    }
  }
}
