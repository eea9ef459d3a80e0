package dev.assay.inspect.certificates;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.bouncycastle.asn1.x509.Time;

/** Reads the times of certificates (RFC 5280, 4.1.2.5). */
final class CertificateTime {
  private static final int DIGITS = "YYYYMMDDHHMMSS".length();
  private static final String UTC = "GMT+00:00";

  private CertificateTime() {}

  /**
   * @throws IllegalStateException if it is none
   */
  static Instant of(Time time) {
    String text = time.getTime();
    if (text.length() == DIGITS + UTC.length()
        && text.endsWith(UTC)
        && text.chars().limit(DIGITS).allMatch(c -> c >= '0' && c <= '9')) {
      try {
        return LocalDateTime.of(
                number(text, 0, 4),
                number(text, 4, 6),
                number(text, 6, 8),
                number(text, 8, 10),
                number(text, 10, 12),
                number(text, 12, 14))
            .toInstant(ZoneOffset.UTC);
      } catch (DateTimeException notOfTheCalendar) {
        return asItIs(time);
      }
    }
    return asItIs(time);
  }

  /** In other zones, with fractions, or with a thirteenth month. */
  private static Instant asItIs(Time time) {
    return time.getDate().toInstant();
  }

  private static int number(String text, int from, int end) {
    return Integer.parseInt(text, from, end, 10);
  }
}
