package dev.assay.inspect.starts;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.EntryType;
import dev.assay.inspect.tree.Analysis;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Owner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class StartsFuzzTest {
  @FuzzTest
  void readsAnyLineOfShell(byte[] content) {
    ShellLine.read(new String(content, StandardCharsets.UTF_8), name -> "a b");
  }

  @FuzzTest
  void readsAnyScript(byte[] content) {
    SourceFile file = file("etc/init.d/S1d", content);
    Script.read(new Root("fw", List.of(file.node())), file, new Assignments());
  }

  @FuzzTest
  void readsAnyUciFile(byte[] content) {
    Uci.read(file("etc/config/d", content));
  }

  @FuzzTest
  void readsAnyProductOfStarts(byte[] content) {
    Starts.of(
        new Root(
            "fw",
            List.of(
                file("etc/inittab", content).node(),
                file("etc/inetd.conf", content).node(),
                file("etc/xinetd.d/d", content).node(),
                file("etc/init.d/S1d", content).node(),
                file("etc/systemd/system/d.service", content).node())));
  }

  static SourceFile file(String path, byte[] content) {
    return new SourceFile(node(path, content), content);
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
