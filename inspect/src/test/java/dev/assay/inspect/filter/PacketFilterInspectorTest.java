package dev.assay.inspect.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.inspect.filter.PacketFilterFacts.Open;
import dev.assay.inspect.filter.PacketFilterFacts.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacketFilterInspectorTest {
  private static PacketFilterFacts facts(Tree tree) {
    return (PacketFilterFacts) tree.only("packet-filter").facts();
  }

  private static PacketFilterFacts nft(String text) {
    return facts(Tree.ofASystem().file("etc/nftables.conf", text));
  }

  private static PacketFilterFacts iptables(String rules) {
    return facts(Tree.ofASystem().file("etc/iptables/rules.v4", "*filter\n" + rules + "COMMIT\n"));
  }

  @Test
  void putsVariablesSetsAndCalledChainsIn() {
    PacketFilterFacts facts =
        nft(
            """
            flush ruleset
            define mgmt = { 10.0.0.0/8, 192.168.1.1 }
            table inet filter {
              set blocked { type ipv4_addr; elements = { 1.2.3.4 } }
              chain in {
                type filter hook input priority filter; policy drop;
                ip saddr $mgmt tcp dport { ssh, 8000-8010 } jump admin
              }
              chain admin { limit rate 3/minute accept; }
            }
            """);
    assertThat(facts.open())
        .containsExactly(
            new Open("ip4", "tcp", 22, 22, true, true),
            new Open("ip4", "tcp", 8000, 8010, true, true));
    assertThat(facts.policies())
        .containsEntry("input-ip6", "drop")
        .containsEntry("forward-ip4", "accept");
  }

  @Test
  void packetsOfFirewalldEndInTheZoneOfTheirSender() {
    PacketFilterFacts facts =
        facts(
            Tree.ofASystem()
                .file("etc/firewalld/firewalld.conf", "DefaultZone=drop\nLogDenied=all\n")
                .file(
                    "etc/firewalld/zones/mgmt.xml",
                    "<zone><source address=\"10.0.0.0/8\"/><service name=\"ssh\"/></zone>")
                .file(
                    "etc/firewalld/zones/unused.xml",
                    "<zone target=\"ACCEPT\"><port port=\"1\" protocol=\"tcp\"/></zone>")
                .file(
                    "usr/lib/firewalld/zones/drop.xml",
                    "<zone target=\"DROP\"><port protocol=\"udp\" port=\"500\"/>"
                        + "<rule family=\"ipv4\"><source address=\"192.0.2.0/24\"/>"
                        + "<port port=\"161\" protocol=\"udp\"/><log/><accept><limit value=\"1/s\"/>"
                        + "</accept></rule></zone>")
                .file(
                    "usr/lib/firewalld/services/ssh.xml",
                    "<service><port protocol=\"tcp\" port=\"22\"/></service>"));
    assertThat(facts.source()).isEqualTo("firewalld");
    assertThat(facts.open())
        .containsExactly(
            new Open("both", "tcp", 22, 22, true, false),
            new Open("ip4", "udp", 161, 161, true, true),
            new Open("both", "udp", 500, 500, false, false));
    assertThat(facts.policies())
        .containsEntry("input-ip4", "drop")
        .containsEntry("forward-ip6", "drop")
        .containsEntry("output-ip4", "accept");
    assertThat(facts.sourceChecked()).containsExactly("ip6");
    assertThat(facts.rules()).anyMatch(Rule::logs);
  }

  @Test
  void aServiceOfFirewalldThatNobodyDescribesIsInDoubt() {
    assertThat(
            Tree.ofASystem()
                .file("etc/firewalld/firewalld.conf", "DefaultZone=a\n")
                .file("etc/firewalld/zones/a.xml", "<zone><service name=\"x\"/></zone>")
                .only("packet-filter")
                .unknown())
        .containsKeys("open", "rules");
  }

  @Test
  void readsVerdictMaps() {
    PacketFilterFacts facts =
        nft(
            """
            table ip f { chain in { type filter hook input priority 0; policy drop
              ct state vmap { invalid : drop, established : accept }
              tcp dport vmap { 80 : jump web, 443 : accept }
            }
            chain web { ip saddr 10.0.0.1 accept } }
            """);
    assertThat(facts.rules()).extracting(Rule::states).contains(List.of("invalid"));
    assertThat(facts.open())
        .containsExactly(
            new Open("ip4", "tcp", 80, 80, true, false),
            new Open("ip4", "tcp", 443, 443, false, false));
  }

  @Test
  void readsSingleCommands() {
    PacketFilterFacts facts =
        nft(
            """
            add table inet f
            add chain inet f in { type filter hook input priority 0; policy drop; }
            add rule inet f in udp dport 161 accept
            """);
    assertThat(facts.policies()).containsEntry("input-ip4", "drop");
    assertThat(facts.open()).containsExactly(new Open("both", "udp", 161, 161, false, false));
  }

  @Test
  void endsWhereChainsCallEachOtherAndFilesIncludeEachOther() {
    String text =
        """
        include "/etc/nftables.conf"
        table inet f {
          chain in { type filter hook input priority 0; jump a; jump a; }
          chain a { jump b; jump b; jump in; }
          chain b { jump a; jump a; }
        }
        """;
    assertThat(nft(text).rules()).hasSizeLessThanOrEqualTo(4_096);
  }

  @Test
  void takesALastRuleThatDropsAllForThePolicy() {
    PacketFilterFacts facts =
        iptables(":INPUT ACCEPT [0:0]\n-A INPUT -i lo -j ACCEPT\n-A INPUT -j REJECT\n");
    assertThat(facts.policies()).containsEntry("input-ip4", "drop");
    assertThat(facts.policies()).containsEntry("input-ip6", "accept");
  }

  @Test
  void whatFollowsAReturnHoldsForSomeOnly() {
    PacketFilterFacts facts =
        iptables(
            """
            :INPUT ACCEPT [0:0]
            :own - [0:0]
            -A INPUT -j own
            -A own -m addrtype --dst-type LOCAL -j RETURN
            -A own -j DROP
            """);
    assertThat(facts.policies()).containsEntry("input-ip4", "accept");
  }

  @Test
  void anEarlierDropForAllButSomeSendersRestrictsAPort() {
    PacketFilterFacts facts =
        iptables(
            """
            :INPUT DROP [0:0]
            -A INPUT ! -s 10.0.0.0/8 -p tcp --dport 22 -j DROP
            -A INPUT -p tcp --dport 22 -j ACCEPT
            -A INPUT -p udp -m multiport --dports 53,1000:1010 -j ACCEPT
            """);
    assertThat(facts.open())
        .containsExactly(
            new Open("ip4", "tcp", 22, 22, true, false),
            new Open("ip4", "udp", 53, 53, false, false),
            new Open("ip4", "udp", 1000, 1010, false, false));
  }

  @Test
  void setsUpTheChainsOfUfw() {
    PacketFilterFacts facts =
        facts(
            Tree.ofASystem()
                .file("etc/ufw/ufw.conf", "ENABLED=yes\nLOGLEVEL=low\n")
                .file("etc/default/ufw", "IPV6=yes\nDEFAULT_INPUT_POLICY=\"DROP\"\n")
                .file(
                    "etc/ufw/user.rules",
                    "*filter\n:ufw-user-input - [0:0]\n"
                        + "-A ufw-user-input -p tcp --dport 443 -j ACCEPT\nCOMMIT\n"));
    assertThat(facts.policies())
        .containsEntry("input-ip4", "drop")
        .containsEntry("output-ip4", "accept");
    assertThat(facts.open()).containsExactly(new Open("ip4", "tcp", 443, 443, false, false));
    assertThat(facts.rules()).anyMatch(Rule::logs);
  }

  @Test
  void doubtsWhatScriptsAddWhileTheDeviceRuns() {
    Tree tree =
        Tree.ofASystem()
            .file("etc/nftables.conf", "table inet f { }\n")
            .file(
                "etc/init.d/S30fw",
                0755,
                0,
                0,
                "#!/bin/sh\n/sbin/iptables -P INPUT DROP\n".getBytes(StandardCharsets.UTF_8));
    assertThat(tree.only("packet-filter").unknown()).containsKey("policies");
  }
}
