package dev.assay.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assay.model.Artifact;
import dev.assay.model.Described;
import dev.assay.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands behind the bound of a reader is never taken for absent. */
class MoreThanIsReadTest {
  /** The public key of RFC 8032 §7.1, TEST 1. */
  private static final String KEY =
      "AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea";

  private static Arguments row(String kind, String fact, String path, String text) {
    return arguments(kind, fact, path, text);
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        row("login-policy", "maxDays", "etc/login.defs", "X 1\n".repeat(20_001)),
        row("time-sync", "sources", "etc/ntp.conf", "x 1\n".repeat(20_000) + "server a\n"),
        row("ptp-clock", "", "etc/linuxptp/ptp4l.conf", "x 1\n".repeat(20_001)),
        row("name-server", "", "etc/dnsmasq.conf", "x=1\n".repeat(20_000) + "bogus=1\n"),
        row("name-server", "", "etc/unbound/unbound.conf", "x: 1\n".repeat(20_002)),
        row("name-server", "transfersOpen", "etc/bind/named.conf", "x-y 1;\n".repeat(40_000)),
        row("dhcp-server", "", "etc/udhcpd.conf", "x 1\n".repeat(20_001)),
        row("dhcp-server", "hooks", "etc/dhcp/dhcpd.conf", "x;".repeat(20_000) + "execute(\"a\");"),
        row(
            "dhcp-server",
            "controlOpen",
            "etc/kea/kea-dhcp4.conf",
            "{\"Dhcp4\":{\"x\":[" + "1,".repeat(10_000) + "1], \"control-socket\":{\"a\":1}}}"),
        row("module-policy", "", "etc/modprobe.d/a.conf", "blacklist a\n".repeat(20_001)),
        row("tls-policy", "ciphers", "etc/ssl/openssl.cnf", "x=1\n".repeat(20_001)),
        row(
            "update-client",
            "sources",
            "etc/apt/sources.list",
            "deb " + "x".repeat(2_000) + " [trusted=yes] http://a/ b c\n"),
        row("radio-node", "", "etc/srsran/enb.conf", "[enb]\n" + numbered("k%d=1\n", 5_001)),
        row("core-function", "", "etc/open5gs/mme.yaml", "mme:\n" + numbered(" k%d: 1\n", 20_001)),
        row(
            "sip-server",
            "",
            "etc/kamailio/kamailio.cfg",
            "x=1\n".repeat(100_001) + "modparam(\"ctl\", \"binrpc\", \"tcp:0.0.0.0\")\n"),
        row("osmocom-element", "", "etc/osmocom/osmo-bsc.cfg", "a b\n".repeat(20_001)),
        row("ipsec-daemon", "", "etc/ipsec.conf", numbered("conn a%d\n right=1.2.3.4\n", 2_001)),
        row("ipsec-connection", "", "etc/ipsec.conf", numbered("conn a%d\n right=1\n", 2_001)),
        row("audit-policy", "", "etc/audit/audit.rules", "-w /a -p wa\n".repeat(4_100)),
        row("syslog", "inputs", "etc/rsyslog.conf", "*.* /a\n".repeat(10_001)),
        row("log-rotation", "entries", "etc/logrotate.conf", "/a {\nrotate 1\n}\n".repeat(2_002)),
        row(
            "integrity-policy",
            "",
            "etc/ima/ima-policy",
            "measure func=BPRM_CHECK\n".repeat(2_001)),
        row("snmp-agent", "communities", "etc/snmp/snmpd.conf", "view a\n".repeat(4_001)),
        row(
            "snmp-agent",
            "communities",
            "etc/snmp/snmpd.conf",
            "rocommunity" + " ".repeat(4_100) + "public\n"),
        row("account-set", "accounts", "etc/passwd", numbered("u%d:*:9:9::/:/bin/sh\n", 10_001)),
        row(
            "authorized-keys",
            "keys",
            "root/.ssh/authorized_keys",
            ("ssh-ed25519 " + KEY + " a\n").repeat(1_001)),
        row("service", "commands", "etc/init.d/a", "a\n".repeat(2_001)),
        row(
            "service",
            "commands",
            "lib/systemd/system/a.service",
            "[Service]\n" + numbered("X%d=1\n", 4_096) + "ExecStart=/usr/sbin/telnetd\n"),
        row(
            "packet-filter",
            "open",
            "etc/iptables/rules.v4",
            "*filter\n:INPUT DROP [0:0]\n-A INPUT"
                + " -m tcp".repeat(200)
                + " -j ACCEPT\nCOMMIT\n"),
        row(
            "packet-filter",
            "open",
            "etc/nftables.conf",
            "table inet a {\n chain b {\n type filter hook input priority 0; policy drop;\n"
                + "x\n".repeat(100_001)
                + "accept\n}\n}\n"));
  }

  private static String numbered(String line, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(String.format(line, i));
    }
    return text.toString();
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("settings")
  void settingsBehindTheBoundLeaveAllUnknown(String kind, String fact, String path, String text) {
    Inspection inspection = Tree.ofASystem().file(path, text).inspected();
    assertThat(problems(inspection, path)).contains("limit.read");
    List<Described> found = of(kind, inspection);
    assertThat(found).isNotEmpty();
    assertThat(found).allSatisfy(each -> assertThat(each.unknown()).isNotEmpty());
    Optional.of(fact)
        .filter(name -> !name.isEmpty())
        .ifPresent(
            name ->
                assertThat(found).allSatisfy(each -> assertThat(each.unknown()).containsKey(name)));
  }

  private static List<Described> of(String kind, Inspection inspection) {
    return inspection.components().stream()
        .filter(each -> each.component().kind().equals(kind))
        .toList();
  }

  private static List<String> problems(Inspection inspection, String path) {
    return inspection.artifacts().stream()
        .filter(artifact -> artifact.path().equals("fw!/" + path))
        .map(Artifact::problems)
        .flatMap(List::stream)
        .map(Problem::code)
        .toList();
  }
}
