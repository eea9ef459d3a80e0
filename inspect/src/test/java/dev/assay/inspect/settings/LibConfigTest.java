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

class LibConfigTest {
  static SourceFile file(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Node node =
        new Node(
            "fw/etc/a",
            "etc/a",
            EntryType.FILE,
            0644,
            Owner.ROOT,
            0,
            Map.of(),
            "",
            Analysis.none("text/plain"),
            List.of(),
            Optional.of(bytes));
    return new SourceFile(node, bytes);
  }

  private static String value(String text, String path) {
    return LibConfig.read(file(text)).find(path).map(Setting::value).orElse("(none)");
  }

  @Test
  void readsGroupsListsAndArrays() {
    String text =
        """
        # a comment
        name = "gNB"; // another
        gNBs = ( { id : 0xe00; plmn = ( { mcc = 208; }, { mcc = 262; } ); bands = [ 78, 79 ]; } );
        /* over
           lines */ security = { ciphering = ( "nea2", "nea0" ); };
        """;
    assertThat(value(text, "name")).isEqualTo("gNB");
    assertThat(value(text, "gNBs[0].id")).isEqualTo("0xe00");
    assertThat(value(text, "gNBs[0].plmn[1].mcc")).isEqualTo("262");
    assertThat(LibConfig.read(file(text)).all("gNBs[0].bands")).hasSize(2);
    assertThat(LibConfig.read(file(text)).all("security.ciphering").stream().map(Setting::value))
        .containsExactly("nea2", "nea0");
    assertThat(LibConfig.read(file(text)).whole()).isTrue();
  }

  @Test
  void joinsStringsThatFollowEachOther() {
    assertThat(value("a = \"x\" \"y\";", "a")).isEqualTo("xy");
  }

  @Test
  void readsJson() {
    String text = "{\"a\": {\"b\": [1, {\"c\": \"x\\\"y\"}, true]}, /* no */ \"d\": null}";
    assertThat(LibConfig.read(file(text)).scalars())
        .extracting(each -> each.key() + "=" + each.value())
        .containsExactly("a.b[0]=1", "a.b[1].c=x\"y", "a.b[2]=true", "d=null");
  }

  @Test
  void endsInsideBrokenText() {
    assertThat(LibConfig.read(file("{\"a\": \"b")).whole()).isFalse();
    assertThat(LibConfig.read(file("}]){{{[[[" + "[".repeat(5_000))).scalars()).isEmpty();
    FlatSettings many = LibConfig.read(file("a = {" + "b = 1;".repeat(30_000)));
    assertThat(many.scalars()).isNotEmpty();
    assertThat(many.whole()).isFalse();
  }

  @Test
  void depthHasAnEnd() {
    FlatSettings settings = LibConfig.read(file("a = " + "(".repeat(100_000)));
    assertThat(settings.whole()).isFalse();
    assertThat(LibConfig.read(file("a={".repeat(50_000))).whole()).isFalse();
  }
}
