package dev.assay.inspect.cellular;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.EntryType;
import dev.assay.inspect.cellular.Settings.Scalar;
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
    return LibConfig.read(file(text)).find(path).map(Scalar::value).orElse("(none)");
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
    assertThat(LibConfig.read(file(text)).all("security.ciphering").stream().map(Scalar::value))
        .containsExactly("nea2", "nea0");
    assertThat(LibConfig.read(file(text)).whole()).isTrue();
  }

  @Test
  void joinsStringsThatFollowEachOther() {
    assertThat(value("a = \"x\" \"y\";", "a")).isEqualTo("xy");
  }

  @Test
  void depthHasAnEnd() {
    Settings settings = LibConfig.read(file("a = " + "(".repeat(100_000)));
    assertThat(settings.whole()).isFalse();
    assertThat(LibConfig.read(file("a={".repeat(50_000))).whole()).isFalse();
  }
}
