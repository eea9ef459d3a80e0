package dev.assay.inspect.diameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.diameter.DiameterNodeFacts.Peer;
import dev.assay.inspect.starts.Products;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiameterNodeInspectorTest {
  @TempDir Path directory;

  private DiameterNodeFacts facts(String text) {
    return (DiameterNodeFacts)
        new Products(directory)
            .file("etc/freeDiameter/freeDiameter.conf", text)
            .components("diameter-node")
            .getFirst()
            .facts();
  }

  @Test
  void aBareNodeHasTheLibrarysDefaults() {
    DiameterNodeFacts facts = facts("identity = \"a.example\"; # Port = 0;\n");
    assertThat(facts.identity()).isEqualTo("a.example");
    assertThat(facts.listeners()).hasSize(2).allMatch(each -> each.everywhere());
    assertThat(facts.listeners().getFirst().port()).isEqualTo(3868);
    assertThat(facts.dhBits()).isEqualTo(1024);
    assertThat(facts.relays()).isTrue();
    assertThat(facts.priority()).isEqualTo("NORMAL");
  }

  @Test
  void optionsInBracesBelongToThePeer() {
    DiameterNodeFacts facts =
        facts(
            """
            Identity = "a.example";
            ConnectPeer = "b.example" { ConnectTo = "127.0.0.1"; No_TLS; port = 30868; };
            ConnectPeer = "c.example" { ConnectTo = "192.0.2.1";
              No_TLS; };
            ConnectPeer = "d.example";
            NoRelay;
            """);
    assertThat(facts.peers())
        .containsExactly(
            new Peer("b.example", false, true),
            new Peer("c.example", false, false),
            new Peer("d.example", true, false));
    assertThat(facts.relays()).isFalse();
    assertThat(facts.listeners()).hasSize(2);
  }

  @Test
  void aCredentialWithoutFilesHasNoKeyToRead() {
    assertThat(facts("Identity = \"a.example\";\nTLS_Cred ;\n").keyReadable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "NORMAL, false",
    "SECURE256:-VERS-ALL:+VERS-TLS1.3, false",
    "NORMAL:+VERS-TLS1.0, true",
    "NORMAL:-VERS-TLS1.0, false",
    "LEGACY, true",
    "NORMAL:+ARCFOUR-128, true"
  })
  void weakPriorities(String priority, boolean weak) {
    assertThat(facts("Identity = \"a\";\nTLS_Prio = \"" + priority + "\";\n").weakPriority())
        .isEqualTo(weak);
  }
}
