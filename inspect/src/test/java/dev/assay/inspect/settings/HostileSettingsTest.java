package dev.assay.inspect.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.inspect.netconf.NetconfServerFacts;
import dev.assay.model.Described;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a file that means harm costs, seen through an inspector that reads it. */
class HostileSettingsTest {
  private static final String PATH = "etc/netopeer2/a.xml";

  private static List<Described> servers(String xml) {
    return Tree.ofASystem()
        .file("usr/bin/netopeer2-server", "")
        .file(PATH, xml)
        .all("netconf-server");
  }

  @Test
  void namesOfHostileLengthAreNotCopiedForEachValue() {
    String name = "a".repeat(100_000);
    String many = "<b>1</b>".repeat(50_000);
    assertThat(servers("<" + name + ">" + many + "</" + name + ">")).hasSize(1);
  }

  @Test
  void entitiesAreNotFollowed() {
    List<Described> servers =
        servers(
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n"
                + "<netconf-server><listen><idle-timeout>&e;</idle-timeout></listen></netconf-server>");
    assertThat(servers.toString()).doesNotContain("root:");
  }

  @Test
  void rulesByTheThousandEnd() {
    String rules = "<rule><action>permit</action></rule>".repeat(15_000);
    NetconfServerFacts facts =
        (NetconfServerFacts)
            servers(
                    "<config><netconf-server><x>1</x></netconf-server><nacm><rule-list><group>*</group>"
                        + rules
                        + "</rule-list></nacm></config>")
                .getFirst()
                .facts();
    assertThat(facts.everybodyMay()).hasSize(15_000);
  }
}
