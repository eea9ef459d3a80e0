package dev.assay.inspect.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x509.Time;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateTimeTest {
  private static Time time(String text) {
    ASN1Primitive time =
        text.length() > "YYMMDDHHMMSS+hhmm".length() || text.indexOf('.') > 0 || text.length() == 15
            ? new ASN1GeneralizedTime(text)
            : new ASN1UTCTime(text);
    return Time.getInstance(time);
  }

  @ParameterizedTest
  @CsvSource({
    "491231235959Z, 2049-12-31T23:59:59Z",
    "500101000000Z, 1950-01-01T00:00:00Z",
    "20500101000000Z, 2050-01-01T00:00:00Z",
    "99991231235959Z, 9999-12-31T23:59:59Z",
    "20240229120000Z, 2024-02-29T12:00:00Z"
  })
  void readsTheTimesOfTheStandard(String text, String expected) {
    assertThat(CertificateTime.of(time(text))).isEqualTo(Instant.parse(expected));
  }

  /** As the library reads them, which takes what a calendar does not. */
  @ParameterizedTest
  @CsvSource({
    "240101000000+0100, 2023-12-31T23:00:00Z",
    "20240101000000.5Z, 2024-01-01T00:00:00.500Z",
    "20231301000000Z, 2024-01-01T00:00:00Z"
  })
  void readsOthersAsFarAsItCan(String text, String expected) {
    assertThat(CertificateTime.of(time(text))).isEqualTo(Instant.parse(expected));
  }
}
