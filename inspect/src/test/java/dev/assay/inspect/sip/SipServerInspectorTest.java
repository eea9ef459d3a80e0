package dev.assay.inspect.sip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.cellular.Listener;
import dev.assay.inspect.starts.Products;
import dev.assay.model.Described;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SipServerInspectorTest {
  @TempDir Path directory;
  private Products product;

  @BeforeEach
  void makeProduct() {
    product = new Products(directory);
  }

  private Described described(String text) {
    return product.file("etc/kamailio/kamailio.cfg", text).components("sip-server").getFirst();
  }

  private SipServerFacts facts(String text) {
    return (SipServerFacts) described(text).facts();
  }

  @Test
  void onlyWhatThePreprocessorLeavesCounts() {
    SipServerFacts facts =
        facts(
            """
            #!define WITH_AUTH
            #!define WHERE "udp:192.0.2.1:5060"
            #!ifdef WITH_TLS
            enable_tls=yes
            #!else
            listen=WHERE
            #!ifdef WITH_AUTH
            loadmodule "auth_db.so"
            #!endif
            #!endif
            #!ifndef WITH_AUTH
            loadmodule "/usr/lib/kamailio/modules/pike.so"
            #!endif
            """);
    assertThat(facts.tls()).isFalse();
    assertThat(facts.authenticates()).isTrue();
    assertThat(facts.limitsRate()).isFalse();
    assertThat(facts.listeners()).containsExactly(Listener.of("udp", "192.0.2.1", 5060));
  }

  @Test
  void commentsAndRouteBlocksSetNothing() {
    SipServerFacts facts =
        facts(
            """
            /* loadmodule "pike.so"
               debug=4 */
            # loadmodule "sanity.so"
            debug=1 // debug=4
            request_route {
              if ($rU == "}") {
                listen=udp:192.0.2.9:5060
              }
            }
            loadmodule "maxfwd.so"
            """);
    assertThat(facts.limitsRate() || facts.checksSyntax() || facts.debugLogging()).isFalse();
    assertThat(facts.listeners()).containsExactly(Listener.of("any", "*", 5060));
    assertThat(facts.limitsHops()).isTrue();
  }

  @Test
  void includedFilesAreReadOnceAndLocalOnesMayBeAbsent() {
    product.file("etc/kamailio/local.cfg", "import_file \"kamailio.cfg\"\n#!define WITH_TLS\n");
    assertThat(
            facts(
                    "import_file \"absent.cfg\"\ninclude_file \"local.cfg\"\n#!ifdef WITH_TLS\nenable_tls=1\n#!endif\n")
                .tls())
        .isTrue();
  }

  @Test
  void theStockPasswordIsFoundThroughItsSymbolAndMasked() {
    Described server =
        described(
            "#!trydef DBURL \"mysql://kamailio:kamailiorw@localhost/kamailio\"\n"
                + "modparam(\"auth_db|usrloc\", \"db_url\", DBURL)\n");
    assertThat(((SipServerFacts) server.facts()).databaseStockPassword()).isTrue();
    assertThat(server.evidence().toString()).doesNotContain("kamailiorw");
  }

  @Test
  void tlsIsThatOfTheDefaultServerProfile() {
    product.file(
        "etc/kamailio/tls.cfg",
        "[server:default]\nmethod = TLSv1.2+\nverify_certificate = yes\nrequire_certificate = yes\n"
            + "[client:default]\nmethod = TLSv1\n");
    SipServerFacts facts =
        facts("enable_tls=yes\nmodparam(\"tls\", \"config\", \"/etc/kamailio/tls.cfg\")\n");
    assertThat(facts.tlsMethod()).isEqualTo("TLSv1.2+");
    assertThat(facts.tlsVerifiesClient()).isTrue();
  }

  @Test
  void tlsThatIsNotSetIsThatOfTheInstalledRelease() {
    assertThat(described("enable_tls=yes\n").unknown()).containsKey("tlsMethod");
    product.file("usr/sbin/kamailio", "\u007fELF\0kamailio 5.6.3 (x86_64/linux)\0");
    assertThat(facts("enable_tls=yes\n").tlsMethod()).isEqualTo("TLSv1+");
    product.file("usr/sbin/kamailio", "\u007fELF\0kamailio 5.8.4 (x86_64/linux)\0");
    assertThat(described("enable_tls=yes\n").unknown().get("tlsMethod")).contains("Kamailio 5.8.4");
    assertThat(described("enable_tls=no\n").unknown()).doesNotContainKey("tlsMethod");
  }
}
