package dev.assay.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assay.formats.EntryType;
import dev.assay.inspect.bytecode.ClassContent;
import dev.assay.inspect.bytecode.JavaCodeInspector;
import dev.assay.inspect.fault.Unexamined;
import dev.assay.inspect.script.ScriptContent;
import dev.assay.inspect.script.ScriptInspector;
import dev.assay.inspect.tree.Analysis;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where there are more components than are described, one stands for the rest. */
class MoreComponentsThanAreToldTest {
  private static final String INETD = "%s stream tcp nowait root /usr/sbin/%s %s\n";

  private static String numbered(String line, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> line.replace("%d", Integer.toString(i)))
        .collect(Collectors.joining());
  }

  static Stream<Arguments> files() {
    String inetd =
        INETD.formatted("a", "a", "a").repeat(1_000) + INETD.formatted("telnet", "t", "t");
    return Stream.of(
        arguments("web-server", "etc/config/uhttpd", numbered("config uhttpd a%d\n", 51)),
        arguments(
            "web-server",
            "opt/tomcat/conf/server.xml",
            "<Server>"
                + "<a>1</a>".repeat(20_000)
                + "<Service><Connector port='80'/></Service></Server>"),
        arguments(
            "web-server",
            "etc/config/uhttpd",
            "config a b\n".repeat(1_000) + "config uhttpd main\n"),
        arguments(
            "web-server", "opt/jetty/start.ini", numbered("a%d=b\n", 10_001) + "--module=http\n"),
        arguments(
            "dropbear-server",
            "etc/config/dropbear",
            "config a b\n".repeat(512) + "config dropbear\n"),
        arguments(
            "update-client",
            "etc/ostree/remotes.d/a.conf",
            "[a]\n" + "a=b\n".repeat(20_000) + "[remote \"a\"]\nurl=http://a/\n"),
        arguments("ipsec-connection", "etc/ipsec.conf", numbered("conn a%d\n left=1\n", 2_001)),
        arguments("verified-volume", "etc/veritytab", numbered("a%d /dev/a /dev/b 00\n", 65)),
        arguments("cleartext-service", "etc/inetd.conf", inetd),
        arguments("dropbear-server", "etc/inetd.conf", inetd),
        arguments("snmp-agent", "etc/inetd.conf", inetd),
        arguments(
            "cleartext-service",
            "etc/inetd.conf",
            INETD.formatted("telnet", "telnetd", "telnetd").repeat(501)),
        arguments(
            "radio-node",
            "etc/srsran/enb.conf",
            numbered("k%d=1\n", 5_000) + "[enb]\na=1\n[rf]\nb=1\n"),
        arguments(
            "core-function",
            "etc/srsran/epc.conf",
            numbered("k%d=1\n", 5_000) + "[mme]\na=1\n[hss]\nb=1\n"),
        arguments(
            "dhcp-server",
            "etc/kea/kea-dhcp4.conf",
            "{\"x\":[" + "1,".repeat(10_000) + "1],\"Dhcp4\":{}}"),
        arguments(
            "dependency",
            "srv/node_modules/a/package.json",
            "{\"name\":\"a\",\"version\":\"1.0.0+" + "a".repeat(400) + "\"}"),
        arguments("dependency", "srv/requirements.txt", numbered("a%d==1.0\n", 20_001)),
        arguments("secret", "etc/a.conf", "AKIA\n".repeat(100_001) + "AKIAQ3FGHZXWNB4TPLKC\n"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("files")
  void oneStandsForTheRest(String kind, String path, String text) {
    assertThat(Tree.ofASystem().file(path, text).all(kind)).anyMatch(Unexamined::is);
  }

  private static Node file(String path, String type, Record fact) {
    return new Node(
        "fw/" + path,
        path,
        EntryType.FILE,
        0755,
        Owner.ROOT,
        0,
        Map.of(),
        "",
        new Analysis("", 1, type, false, List.of(), List.of(fact), List.of()),
        List.of(),
        Optional.empty());
  }

  @Test
  void moreProgramsThanAreDescribedAreNotForgotten() {
    ScriptContent script =
        new ScriptContent(List.of("shell"), "/bin/sh", true, List.of(), List.of());
    ClassContent type = new ClassContent("a/B", 52, List.of(), List.of());
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i <= 20_000; i++) {
      nodes.add(file("bin/s" + i, "text/x-shellscript", script));
      nodes.add(file("opt/j" + i + ".jar!/a/B.class", "application/java-vm", type));
    }
    Root root = new Root("fw", nodes);
    for (Inspector each : List.of(new ScriptInspector(), new JavaCodeInspector())) {
      assertThat(Gathered.by(each, root).components())
          .hasSize(20_001)
          .filteredOn(Unexamined::is)
          .hasSize(1);
    }
  }

  @Test
  void oneStandsForTheRestWhateverBoundsAreReached() {
    String telnet = INETD.formatted("telnet", "telnetd", "telnetd");
    assertThat(
            Tree.ofASystem().file("etc/inetd.conf", telnet.repeat(1_001)).all("cleartext-service"))
        .filteredOn(Unexamined::is)
        .hasSize(1);
  }

  @Test
  void moreServersThanAreReadAreNotForgotten() {
    Tree tree = Tree.ofASystem();
    for (int i = 0; i < 101; i++) {
      tree.file("srv/" + i + "/nginx.conf", "http { server { listen 80; } }");
    }
    assertThat(tree.all("web-server")).hasSize(101).filteredOn(Unexamined::is).hasSize(1);
  }
}
