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
    "usr/lib/ruby/gems/3.1.0/gems/thin-1.8.2/spec/server.key, EXAMPLE",
    "usr/lib/ruby/gems/3.1.0/gems/rspec-core-3.12.0/lib/rspec/core.rb, LIVE",
    "usr/lib/ruby/gems/3.1.0/gems/a-1.0/lib/a/spec/parser.rb, LIVE",
    "opt/app/node_modules/vega-lite/src/spec/facet.js, LIVE",
    "usr/lib/python3/dist-packages/openapi_core/spec/paths.py, LIVE",
    "opt/shop/spec/models/user_spec.rb, EXAMPLE",
    "opt/app/lib/hazelcast-full-example.xml, EXAMPLE",
    "srv/shop/config.sample.php, EXAMPLE",
    "etc/example.conf, EXAMPLE",
    "usr/share/openfortivpn/config.template, EXAMPLE",
    "usr/lib/grub/i386-pc/legacy_password_test.mod, EXAMPLE",
    "etc/sample-rate.conf, LIVE",
    "usr/bin/resample, LIVE",
    "etc/counterexample.conf, LIVE",
    "usr/sbin/latest, LIVE"
  })
  void tellsExamplesByTheirPath(String path, Purpose expected) {
    assertEquals(expected, Purpose.of(path));
  }
}
