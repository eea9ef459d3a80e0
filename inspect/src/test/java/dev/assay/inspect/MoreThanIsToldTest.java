package dev.assay.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assay.inspect.fault.Unexamined;
import dev.assay.inspect.names.NameServerFacts;
import dev.assay.inspect.radionode.RadioNodeFacts;
import dev.assay.model.Described;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A fact that is told in part only is in doubt. */
class MoreThanIsToldTest {
  private static final String FILTER = "*filter\n:INPUT DROP [0:0]\n";

  private static String numbered(String line, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> line.replace("%d", Integer.toString(i)))
        .collect(Collectors.joining());
  }

  private static Arguments cleartext(String fact, String command, String path, String text) {
    return arguments(
        "cleartext-service",
        fact,
        Map.of("etc/openwrt_release", "", "etc/rc.local", command + "\n", path, text));
  }

  private static Arguments row(String kind, String fact, String path, String text) {
    return arguments(kind, fact, Map.of(path, text));
  }

  static Stream<Arguments> facts() {
    return Stream.of(
        cleartext("modules", "rsync --daemon", "etc/rsyncd.conf", numbered("[a%d]\nx=1\n", 501)),
        cleartext(
            "modules", "rsync --daemon", "etc/rsyncd.conf", "[a]\n" + numbered("x%d=1\n", 501)),
        cleartext("exports", "rpc.nfsd 8", "etc/exports", numbered("/a%d b(ro)\n", 1_001)),
        cleartext(
            "exports",
            "rpc.nfsd 8",
            "etc/exports",
            "/a" + numbered(" b%d(ro)", 1_001) + " *(rw)\n"),
        cleartext("trustsHosts", "rlogind", "etc/hosts.equiv", numbered("a%d\n", 201)),
        cleartext(
            "anonymous",
            "proftpd",
            "etc/proftpd.conf",
            "<IfModule a>\n".repeat(32) + "<Anonymous ~ftp>\n"),
        cleartext("anonymous", "pure-ftpd", "etc/pure-ftpd.conf", numbered("X%d yes\n", 501)),
        cleartext(
            "anonymous", "vsftpd", "etc/vsftpd.conf", "anonymous_enable=YES" + " x".repeat(101)),
        arguments(
            "dropbear-server",
            "passwordLogin",
            Map.of(
                "etc/openwrt_release",
                "",
                "etc/rc.local",
                "/usr/sbin/dropbear" + " -p 1".repeat(100) + " -g".repeat(101) + "\n")),
        row(
            "packet-filter",
            "open",
            "etc/iptables/rules.v4",
            FILTER + numbered("-A INPUT -p tcp --dport %d -j ACCEPT\n", 1_001) + "COMMIT\n"),
        row(
            "packet-filter",
            "open",
            "etc/iptables/rules.v4",
            FILTER
                + numbered(":c%d - [0:0]\n", 20)
                + "-A INPUT -j c0\n"
                + IntStream.range(0, 19)
                    .mapToObj(i -> "-A c" + i + " -j c" + (i + 1) + "\n")
                    .collect(Collectors.joining())
                + "-A c19 -j ACCEPT\nCOMMIT\n"),
        arguments(
            "packet-filter",
            "open",
            Map.of(
                "etc/firewalld/firewalld.conf",
                "DefaultZone=a\n",
                "etc/firewalld/zones/a.xml",
                "<zone><service name=\"x\"/></zone>",
                "etc/firewalld/services/x.xml",
                "<service>"
                    + numbered("<port protocol=\"tcp\" port=\"%d\"/>", 257)
                    + "</service>")),
        row("update-client", "sources", "etc/apt/sources.list", "deb https://a/ b c\n".repeat(501)),
        row(
            "module-policy",
            "blocked",
            "etc/modprobe.d/a.conf",
            numbered("blacklist a%d\n", 2_001)),
        row("syslog", "keepsLogins", "etc/rsyslog.conf", numbered("*.* /var/log/%d\n", 501)),
        arguments(
            "pam-policy",
            "quality",
            Map.of(
                "etc/pam.d/passwd",
                "password requisite pam_pwquality.so\n",
                "etc/security/pwquality.conf",
                "x = 1\n".repeat(20_001))),
        arguments(
            "login-policy",
            "inactiveDays",
            Map.of("etc/login.defs", "", "etc/default/useradd", "X=1\n".repeat(20_001))),
        arguments(
            "audit-policy",
            "forwards",
            Map.of(
                "etc/audit/audit.rules",
                "-w /a -p wa\n",
                "etc/audit/plugins.d/syslog.conf",
                "x = 1\n".repeat(20_001))),
        row(
            "update-client",
            "sources",
            "etc/mender/mender.conf",
            "{\"a\": \"" + "x".repeat(5_000) + "\", \"ServerURL\": \"http://a/\"}"),
        row("ipsec-connection", "ikeAlgorithms", "etc/ipsec.conf", deepConnections()),
        row(
            "netconf-server",
            "listeners",
            "etc/ssh/sshd_config",
            "Subsystem netconf /usr/bin/x\n" + "Port 830\n".repeat(65)));
  }

  /** A connection that inherits over more others than are followed. */
  private static String deepConnections() {
    String others =
        IntStream.range(1, 20)
            .mapToObj(i -> "conn a" + i + "\n also=a" + (i - 1) + "\n")
            .collect(Collectors.joining());
    return "conn a0\n ike=des-md5-modp768!\n" + others + "conn b\n right=1.2.3.4\n also=a19\n";
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("facts")
  void aFactThatIsToldInPartIsInDoubt(String kind, String fact, Map<String, String> files) {
    Tree tree = Tree.ofASystem();
    files.forEach(tree::file);
    List<Described> found = tree.all(kind).stream().filter(each -> !Unexamined.is(each)).toList();
    assertThat(found).isNotEmpty();
    assertThat(found).anySatisfy(each -> assertThat(each.unknown()).containsKey(fact));
  }

  @Test
  void aLongListOfAddressesHidesNobody() {
    Described found =
        Tree.ofASystem()
            .file(
                "etc/bind/named.conf",
                "options { allow-transfer {" + " 10.0.0.1;".repeat(1_000) + " any; }; };")
            .only("name-server");
    assertThat(((NameServerFacts) found.facts()).transfersOpen()).isTrue();
  }

  @Test
  void aLongListOfAlgorithmsHidesNone() {
    Described found =
        Tree.ofASystem()
            .file(
                "etc/srsran/enb.conf",
                "[enb]\nmcc=262\n[rf]\na=1\n[security]\neea_pref_list = "
                    + "EEA2, ".repeat(30)
                    + "EEA0\n")
            .only("radio-node");
    assertThat(((RadioNodeFacts) found.facts()).ciphering()).contains("EEA0");
  }
}
