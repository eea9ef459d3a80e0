package dev.assay.inspect.snmp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.EntryType;
import dev.assay.inspect.Gathered;
import dev.assay.inspect.tree.Analysis;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Owner;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SnmpFuzzTest {
  @FuzzTest
  void readsAnyConfiguration(byte[] content) {
    describe("etc/snmp/snmpd.conf", content);
  }

  @FuzzTest
  void readsAnyOpenWrtConfiguration(byte[] content) {
    describe("etc/config/snmpd", content);
  }

  @FuzzTest
  void readsAnyConfigurationOfMiniSnmpd(byte[] content) {
    describe("etc/mini-snmpd.conf", content);
  }

  private static void describe(String path, byte[] content) {
    Root root =
        new Root(
            "fw",
            List.of(
                node(path, content),
                node("usr/sbin/snmpd", new byte[1]),
                node("usr/sbin/mini_snmpd", new byte[1])));
    Gathered.by(new SnmpAgentInspector(), root);
  }

  private static Node node(String path, byte[] content) {
    return new Node(
        "fw/" + path,
        path,
        EntryType.FILE,
        0755,
        Owner.ROOT,
        0,
        Map.of(),
        "",
        Analysis.none("text/plain"),
        List.of(),
        Optional.of(content));
  }
}
