package dev.assay.inspect.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.inspect.ipsec.IpsecDaemonFacts.Secret;
import dev.assay.model.Described;
import dev.assay.model.FactEvidence;
import java.util.List;
import org.junit.jupiter.api.Test;

class IpsecInspectorTest {
  private static IpsecConnectionFacts connection(Tree tree) {
    return (IpsecConnectionFacts) tree.only("ipsec-connection").facts();
  }

  private static IpsecDaemonFacts daemon(Tree tree) {
    return (IpsecDaemonFacts) tree.only("ipsec-daemon").facts();
  }

  private static Tree ipsecConf(String text) {
    return Tree.ofASystem().file("etc/ipsec.conf", text);
  }

  private static Tree swanctl(String text) {
    return Tree.ofASystem().file("etc/swanctl/swanctl.conf", text);
  }

  @Test
  void inheritsFromDefaultAndFromAnotherSection() {
    IpsecConnectionFacts facts =
        connection(
            ipsecConf(
                """
                conn %default
                  keyexchange=ikev1
                  ikelifetime=7d
                conn common
                  keyexchange=ikev2
                  esp=aes256gcm16-ecp384!
                conn site
                  also=common
                  right=192.0.2.1   # the gateway
                """));
    assertThat(facts.name()).isEqualTo("site");
    assertThat(facts.ikeV1()).isFalse();
    assertThat(facts.ikeLifetime()).isEqualTo(604_800);
    assertThat(facts.espAlgorithms()).containsExactly("aes256gcm16", "ecp384");
    assertThat(facts.forwardSecrecy()).isTrue();
  }

  @Test
  void endsWhereSectionsAndFilesIncludeEachOther() {
    Tree tree =
        ipsecConf(
                "include ipsec.a.conf\n"
                    + "conn a\n"
                    + "  also=b\n"
                    + "  right=%any\n"
                    + "conn b\n"
                    + "  also=a\n"
                    + "  right=%any\n")
            .file("etc/ipsec.a.conf", "include ipsec.conf\ninclude ipsec.*.conf\n");
    assertThat(tree.all("ipsec-connection")).hasSize(2);
  }

  @Test
  void saysWhichDefaultHolds() {
    Described described = ipsecConf("conn a\n  right=192.0.2.1\n").only("ipsec-connection");
    IpsecConnectionFacts facts = (IpsecConnectionFacts) described.facts();
    assertThat(facts.ikeLifetime()).isEqualTo(10_800);
    assertThat(facts.deadPeerDelay()).isZero();
    assertThat(described.evidence())
        .extracting(each -> each.evidence().excerpt())
        .contains("dpdaction is not set; the default none holds");
  }

  @Test
  void readsChildrenAndRoundsOfSwanctl() {
    IpsecConnectionFacts facts =
        connection(
            swanctl(
                """
                connections {
                  home {
                    version = 2
                    local-1 { auth = pubkey }
                    remote-1 { auth = rsa-4096-sha256
                      id = "C=CH, CN=gw" }
                    remote-2 { auth = eap-aka
                      revocation = strict }
                    children {
                      a { esp_proposals = aes128gcm16-x25519 }
                      b { rekey_time = 2d
                        mode = pass
                        remote_ts = 10.0.0.0/8,10.1.0.0/16 }
                    }
                  }
                }
                """));
    assertThat(facts.remoteAuthentication()).containsExactly("pubkey", "eap-aka");
    assertThat(facts.remoteIds()).containsExactly("C=CH, CN=gw", "%any");
    assertThat(facts.childLifetime()).isEqualTo(172_800);
    assertThat(facts.remoteNetworks()).containsExactly("dynamic", "10.0.0.0/8", "10.1.0.0/16");
    assertThat(facts.espDefaultToo()).isTrue();
    assertThat(facts.revocation()).isEqualTo("relaxed");
  }

  @Test
  void takesFromReferencedSectionsWhatASectionDoesNotSay() {
    IpsecConnectionFacts facts =
        connection(
            swanctl(
                """
                base { version = 2
                  aggressive = yes
                  rekey_time = 1h
                  loop : base { }
                }
                connections { a : base { rekey_time = 2h } }
                """));
    assertThat(facts.ikeV1()).isFalse();
    assertThat(facts.aggressive()).isTrue();
    assertThat(facts.ikeLifetime()).isEqualTo(7_200);
  }

  @Test
  void showsNoSecret() {
    Tree tree =
        swanctl("secrets { ike-1 { secret = Zaq1xsw2cde3 } }\n")
            .file("etc/ipsec.secrets", "a b : PSK \"Zaq1xsw2cde3\"\n: RSA k.pem Zaq1xsw2cde3\n");
    Described described = tree.only("ipsec-daemon");
    assertThat(((IpsecDaemonFacts) described.facts()).secrets())
        .extracting(Secret::type)
        .containsExactly("psk", "passphrase", "psk");
    assertThat(described.evidence())
        .extracting(FactEvidence::evidence)
        .noneMatch(evidence -> evidence.excerpt().contains("Zaq1xsw2cde3"));
    assertThat(described.facts().toString()).doesNotContain("Zaq1xsw2cde3");
  }

  @Test
  void judgesSharedKeysByTheirCharacters() {
    assertThat(SharedKey.bits("0x00112233445566778899aabbccddeeff")).isEqualTo(128);
    assertThat(SharedKey.bits("0sT0VXbDNqUm9pR2RLVHJZdnB4ZVFtYg==")).isEqualTo(176);
    assertThat(SharedKey.bits("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")).isLessThan(72);
    assertThat(SharedKey.wellKnown("Secret2024")).isTrue();
  }

  @Test
  void findsPeersOfIpv6AndKeysForAll() {
    List<Secret> secrets =
        daemon(
                Tree.ofASystem()
                    .file("etc/ipsec.secrets", "2001:db8::1 %any : PSK abcdefgh\n: PSK abcdefgh\n"))
            .secrets();
    assertThat(secrets.getFirst().peers()).containsExactly("2001:db8::1", "%any");
    assertThat(secrets.getFirst().anyPeer()).isFalse();
    assertThat(secrets.getLast().anyPeer()).isTrue();
  }

  @Test
  void loadsPluginsByListOrBySections() {
    IpsecDaemonFacts list =
        daemon(
            Tree.ofASystem()
                .file(
                    "etc/strongswan.conf",
                    "charon { load = aes sha2! vici\nfilelog { x { ike = 4 } } }"));
    assertThat(list.plugins()).containsExactly("aes", "sha2", "vici");
    assertThat(list.logLevel()).isEqualTo(4);
    IpsecDaemonFacts modular =
        daemon(
            Tree.ofASystem()
                .file(
                    "etc/strongswan.conf",
                    "charon { load_modular = yes\n"
                        + "plugins { include strongswan.d/charon/*.conf\n"
                        + "} }\n")
                .file("etc/strongswan.d/charon/a.conf", "a { load = yes }")
                .file("etc/strongswan.d/charon/b.conf", "b { load = no }"));
    assertThat(modular.plugins()).containsExactly("a");
  }
}
