package dev.assay.inspect.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.EntryType;
import dev.assay.inspect.tree.Analysis;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Owner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NestedTest {
  private static List<String> read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Node node =
        new Node(
            "fw/a",
            "a",
            EntryType.FILE,
            0644,
            Owner.ROOT,
            0,
            Map.of(),
            "",
            Analysis.none("text/plain"),
            List.of(),
            Optional.of(bytes));
    return Nested.read(new SourceFile(node, bytes)).stream()
        .map(each -> each.key() + "=" + each.value())
        .toList();
  }

  @Test
  void flattensJson() {
    assertThat(read("{\"a\": {\"b\": [1, {\"c\": \"x\\\"y\"}, true]}, /* no */ \"d\": null}"))
        .containsExactly("a.b[0]=1", "a.b[1].c=x\"y", "a.b[2]=true", "d=null");
  }

  @Test
  void flattensLibconfig() {
    assertThat(
            read("globals :\n{ key = \"/k\"; # no\n on = true; };\nlist = ( \"a\", { b = 2; } );"))
        .containsExactly("globals.key=/k", "globals.on=true", "list[0]=a", "list[1].b=2");
  }

  @Test
  void endsInsideBrokenText() {
    assertThat(read("{\"a\": \"b")).containsExactly("a=b");
    assertThat(read("}]){{{[[[" + "[".repeat(5_000))).isEmpty();
    assertThat(read("a = {" + "b = 1;".repeat(30_000))).hasSize(20_000);
  }
}
