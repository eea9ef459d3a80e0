package dev.assay.inspect.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import org.junit.jupiter.api.Test;

class DhcpServerInspectorTest {
  private static DhcpServerFacts facts(Tree tree) {
    return (DhcpServerFacts) tree.only("dhcp-server").facts();
  }

  @Test
  void readsWhatDhcpdIncludesAndWhatTheStartScriptNames() {
    Tree tree =
        Tree.ofASystem()
            .file("etc/dhcp/dhcpd.conf", "include \"/etc/dhcp/local.conf\"; max-lease-time 600;\n")
            .file("etc/dhcp/local.conf", "#omapi-port 1;\nignore unknown-clients;\n");
    assertThat(facts(tree).unknownClients()).isFalse();
    assertThat(facts(tree).controlOpen()).isFalse();
    assertThat(facts(tree).longestLease()).isEqualTo(600);
    assertThat(facts(tree).everywhere()).isTrue();
    tree.file("etc/default/isc-dhcp-server", "INTERFACESv4=\"eth1\"\nINTERFACESv6=\"\"\n");
    assertThat(facts(tree).everywhere()).isFalse();
  }

  @Test
  void aKeyThatIsMadeIsNotYetAKeyThatIsUsed() {
    String key = "key k { algorithm hmac-sha256; secret \"c2VjcmV0\"; }\n";
    Tree tree =
        Tree.ofASystem()
            .file(
                "etc/dhcp/dhcpd.conf",
                key + "ddns-update-style standard; zone a. { primary b; }\n");
    Described server = tree.only("dhcp-server");
    assertThat(((DhcpServerFacts) server.facts()).updatesNames()).isTrue();
    assertThat(((DhcpServerFacts) server.facts()).updatesSigned()).isFalse();
    assertThat(server.evidence().toString()).doesNotContain("c2VjcmV0");
    tree.file("etc/dhcp/dhcpd.conf", key + "zone a. { primary b; key k; }\n");
    assertThat(facts(tree).updatesSigned()).isTrue();
  }

  @Test
  void aPasswordOfKeaIsNotShown() {
    Described server =
        Tree.ofASystem()
            .file(
                "etc/kea/kea-dhcp4.conf",
                "# comment\n{ \"Dhcp4\": { /* x */ \"interfaces-config\": { \"interfaces\": [] },\n"
                    + "\"hosts-databases\": [ { \"type\": \"mysql\", \"password\": \"hunter2\" } ] } }\n")
            .only("dhcp-server");
    DhcpServerFacts facts = (DhcpServerFacts) server.facts();
    assertThat(facts.databasePassword()).isTrue();
    assertThat(facts.everywhere()).isFalse();
    assertThat(facts.longestLease()).isEqualTo(7_200);
    assertThat(server.evidence().toString()).doesNotContain("hunter2");
  }

  @Test
  void aFileOfKeaThatIncludesAnotherIsInDoubt() {
    assertThat(
            Tree.ofASystem()
                .file(
                    "etc/kea/kea-dhcp6.conf",
                    "{ \"Dhcp6\": { \"valid-lifetime\": 60, <?include \"/etc/kea/more.json\"?> } }\n")
                .only("dhcp-server")
                .unknown())
        .containsKeys("hooks", "updatesNames");
  }

  @Test
  void udhcpdHasTheDefaultsOfBusybox() {
    DhcpServerFacts facts =
        facts(Tree.ofASystem().file("etc/udhcpd.conf", "start 192.168.0.20\nnotify_file x.sh\n"));
    assertThat(facts.longestLease()).isEqualTo(864_000);
    assertThat(facts.hooks()).containsExactly("x.sh");
    assertThat(facts.everywhere()).isFalse();
  }
}
