package dev.assay.inspect.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import org.junit.jupiter.api.Test;

class NameServerInspectorTest {
  private static NameServerFacts facts(Tree tree) {
    return (NameServerFacts) tree.only("name-server").facts();
  }

  @Test
  void readsWhatDnsmasqIncludesAndEndsInCircles() {
    NameServerFacts facts =
        facts(
            Tree.ofASystem()
                .file("etc/dnsmasq.conf", "conf-dir=/etc/dnsmasq.d,*.conf\n#dnssec\n")
                .file("etc/dnsmasq.d/a", "conf-file=/etc/dnsmasq.conf\nlisten-address=10.0.0.1\n"));
    assertThat(facts.listensEverywhere()).isFalse();
    assertThat(facts.validates()).isFalse();
  }

  @Test
  void believesTheScriptThatStartsDnsmasqForItsOwnNetwork() {
    Tree tree = Tree.ofASystem().file("etc/dnsmasq.conf", "");
    assertThat(facts(tree).answersEverybody()).isTrue();
    tree.file("etc/init.d/dnsmasq", "DNSMASQ_OPTS=\"$DNSMASQ_OPTS --local-service\"\n");
    assertThat(facts(tree).answersEverybody()).isFalse();
  }

  @Test
  void unboundIsClosedByDefault() {
    NameServerFacts facts =
        facts(
            Tree.ofASystem()
                .file(
                    "etc/unbound/unbound.conf",
                    "include-toplevel: \"/etc/unbound/unbound.conf.d/*.conf\"\n")
                .file(
                    "etc/unbound/unbound.conf.d/a.conf",
                    "server:\n auto-trust-anchor-file: \"/k\"\n"));
    assertThat(facts.answersEverybody()).isFalse();
    assertThat(facts.listensEverywhere()).isFalse();
    assertThat(facts.validates()).isTrue();
  }

  @Test
  void readsStatementsOfBindWithoutComments() {
    NameServerFacts facts =
        facts(
            Tree.ofASystem()
                .file(
                    "etc/bind/named.conf",
                    "// allow-transfer { any; };\noptions { allow-recursion { localnets; any; };\n"
                        + "/* version \"x\"; */ listen-on port 53 { 10.0.0.1; }; };\n"
                        + "controls { inet 127.0.0.1 port 953 allow { any; }; };\n"));
    assertThat(facts.transfersOpen()).isFalse();
    assertThat(facts.answersEverybody()).isTrue();
    assertThat(facts.hidesVersion()).isFalse();
    assertThat(facts.listensEverywhere()).isFalse();
    assertThat(facts.remoteControl()).isFalse();
  }

  @Test
  void bindValidatesByDefaultSinceTheReleaseThatHasAnAnchor() {
    assertThat(facts(bind("9.18.28", "options { };")).validates()).isTrue();
    assertThat(facts(bind("9.11.5", "options { };")).validates()).isFalse();
    assertThat(
            facts(bind("9.11.5", "managed-keys { . initial-key 257 3 8 \"AwE\"; };")).validates())
        .isTrue();
    assertThat(
            Tree.ofASystem()
                .file("etc/bind/named.conf", "options { };")
                .only("name-server")
                .unknown())
        .containsOnlyKeys("validates");
  }

  private static Tree bind(String version, String config) {
    return Tree.ofASystem()
        .file("etc/bind/named.conf", config)
        .file("usr/sbin/named", "\u007fELF\0named version: BIND " + version + "\0");
  }
}
