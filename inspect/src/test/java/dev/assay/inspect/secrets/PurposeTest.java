package dev.assay.inspect.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurposeTest {
  @ParameterizedTest
  @CsvSource({
    "etc/hostapd.conf, LIVE",
    "usr/share/doc/hostapd/examples/hostapd.conf, EXAMPLE",
    "usr/share/man/man5/x.5.gz!/x.5, EXAMPLE",
    "usr/lib/python3/dist-packages/x/tests/cert.pem, EXAMPLE",
    "var/www/index.html, LIVE",
    "opt/app/README.md, EXAMPLE",
    "etc/app.conf.sample, EXAMPLE",
    "usr/sbin/latest, LIVE"
  })
  void tellsExamplesByTheirPath(String path, Purpose expected) {
    assertEquals(expected, Purpose.of(path));
  }
}
