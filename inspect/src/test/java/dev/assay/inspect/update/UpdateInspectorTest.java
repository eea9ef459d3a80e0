package dev.assay.inspect.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.inspect.update.UpdateClientFacts.Source;
import dev.assay.model.Described;
import org.junit.jupiter.api.Test;

class UpdateInspectorTest {
  private static UpdateClientFacts facts(Tree tree) {
    return (UpdateClientFacts) tree.only("update-client").facts();
  }

  @Test
  void readsOptionsOfTheCommandLineOfSwupdate() {
    UpdateClientFacts facts =
        facts(
            Tree.ofASystem()
                .file(
                    "etc/swupdate.cfg",
                    "suricatta : { url = \"http://h\"; nocheckcert = true; };\n")
                .file(
                    "etc/swupdate/conf.d/10",
                    "SWUPDATE_ARGS=\"-v -k /etc/k.pem --document-root /www\"\n"));
    assertThat(facts.signed()).isTrue();
    assertThat(facts.checksServer()).isFalse();
    assertThat(facts.webPort()).isEqualTo(8080);
    assertThat(facts.sources()).containsExactly(new Source("http://h", false, true));
  }

  @Test
  void readsSourcesOfAptInBothForms() {
    UpdateClientFacts facts =
        facts(
            Tree.ofASystem()
                .file(
                    "etc/apt/sources.list",
                    "# deb http://no x y\ndeb [arch=arm64 trusted=yes] http://a s m\n")
                .file("etc/apt/sources.list.d/b.sources", "Types: deb\nURIs: https://b file:/c\n")
                .file("etc/apt/apt.conf.d/9", "Acquire::https::Verify-Peer \"false\";\n"));
    assertThat(facts.sources())
        .containsExactly(
            new Source("http://a", false, false),
            new Source("https://b", true, true),
            new Source("file:/c", true, true));
    assertThat(facts.signed()).isFalse();
    assertThat(facts.checksServer()).isFalse();
  }

  @Test
  void aRemoteOfOstreeIsVerifiedUnlessItSaysOtherwise() {
    UpdateClientFacts facts =
        facts(
            Tree.ofASystem()
                .file("etc/ostree/remotes.d/a.conf", "[remote \"a\"]\nurl=https://a\n")
                .file(
                    "etc/ostree/remotes.d/b.conf",
                    "[remote \"b\"]\nurl=metalink=http://b\ngpg-verify=false\n"));
    assertThat(facts.sources())
        .containsExactly(new Source("https://a", true, true), new Source("http://b", false, false));
    assertThat(facts.signed()).isFalse();
  }

  @Test
  void showsNoToken() {
    Described described =
        Tree.ofASystem()
            .file(
                "etc/mender/mender.conf",
                "{\"TenantToken\": \"Zaq1xsw2\", \"Servers\": [{\"ServerURL\": \"https://m\"}]}")
            .only("update-client");
    assertThat(((UpdateClientFacts) described.facts()).signed()).isFalse();
    assertThat(((UpdateClientFacts) described.facts()).readableSecrets()).hasSize(1);
    assertThat(described.evidence())
        .noneMatch(each -> each.evidence().excerpt().contains("Zaq1xsw2"));
  }

  @Test
  void bundleFormatsOfRaucAddOrReplace() {
    assertThat(rauc("").wholeBundles()).isTrue();
    assertThat(rauc("bundle-formats=-plain\n").wholeBundles()).isFalse();
    assertThat(rauc("bundle-formats=verity crypt\n").wholeBundles()).isFalse();
    assertThat(rauc("bundle-formats=plain verity\n").wholeBundles()).isTrue();
  }

  private static UpdateClientFacts rauc(String line) {
    return facts(Tree.ofASystem().file("etc/rauc/system.conf", "[system]\ncompatible=a\n" + line));
  }
}
