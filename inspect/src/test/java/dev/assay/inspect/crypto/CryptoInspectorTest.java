package dev.assay.inspect.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import org.junit.jupiter.api.Test;

class CryptoInspectorTest {
  private static TlsPolicyFacts facts(Tree tree) {
    return (TlsPolicyFacts) tree.only("tls-policy").facts();
  }

  @Test
  void followsTheSectionsToTheSystemsDefault() {
    TlsPolicyFacts facts =
        facts(
            Tree.ofASystem()
                .file(
                    "etc/ssl/openssl.cnf",
                    """
                    openssl_conf = init # start
                    .include /etc/ssl/openssl.cnf.d
                    [ init ]
                    ssl_conf = ssl
                    providers = prov
                    [ssl]
                    system_default = tls
                    [other]
                    MinProtocol = SSLv3
                    [prov]
                    legacy = l
                    [l]
                    activate = 1
                    """)
                .file(
                    "etc/ssl/openssl.cnf.d/a.cnf",
                    "[tls]\nMinProtocol = TLSv1.2\nCipherString = DEFAULT:!MD5:RC4@SECLEVEL=1\n"));
    assertThat(facts.minimum()).isEqualTo("TLSv1.2");
    assertThat(facts.securityLevel()).isEqualTo(1);
    assertThat(facts.ciphers()).containsExactly("DEFAULT", "RC4");
    assertThat(facts.providers()).containsExactly("legacy");
  }

  @Test
  void endsWhereFilesIncludeThemselves() {
    TlsPolicyFacts facts =
        facts(
            Tree.ofASystem()
                .file(
                    "etc/ssl/openssl.cnf",
                    ".include /etc/ssl/openssl.cnf\nopenssl_conf = openssl_conf\n"));
    assertThat(facts.minimum()).isEmpty();
    assertThat(facts.securityLevel()).isEqualTo(-1);
  }

  @Test
  void takesTheLowestVersionGnuTlsLeavesOn() {
    TlsPolicyFacts facts =
        facts(
            Tree.ofASystem()
                .file(
                    "etc/gnutls/config",
                    "[overrides]\n"
                        + "disabled-version = tls1.0\n"
                        + "[priorities]\n"
                        + "SYSTEM = NORMAL:+ARCFOUR-128:%UNSAFE_RENEGOTIATION\n"));
    assertThat(facts.minimum()).isEqualTo("TLSv1.1");
    assertThat(facts.ciphers()).contains("ARCFOUR-128");
    assertThat(facts.unsafeRenegotiation()).isTrue();
  }

  @Test
  void readsTheNameOfThePolicy() {
    assertThat(
            facts(Tree.ofASystem().file("etc/crypto-policies/config", "# x\n default:sha1 # y\n"))
                .policy())
        .isEqualTo("DEFAULT:SHA1");
  }
}
