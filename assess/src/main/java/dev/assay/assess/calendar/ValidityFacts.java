package dev.assay.assess.calendar;

/**
 * How a certificate's time of validity lies to the day of the evaluation (RFC 5280 4.1.2.5).
 *
 * @param role {@code trust-anchor}, {@code identity}, {@code test} or {@code unknown}, as in the
 *     facts of the kind {@code certificate}
 * @param notBefore first moment, ISO 8601, UTC
 * @param notAfter last moment, ISO 8601, UTC
 * @param begun whether that day or an earlier one is the first; unknown before the day is known
 * @param ended whether its last day is over; unknown before the day is known
 */
public record ValidityFacts(
    String role, String notBefore, String notAfter, boolean begun, boolean ended) {}
