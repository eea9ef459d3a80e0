package dev.assay.inspect.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import dev.assay.model.FactEvidence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which versions of a package could take the place of another. */
class SuccessionTest {
  private static Described described(String version, Tree tree) {
    return tree.all("dependency").stream()
        .filter(each -> ((DependencyFacts) each.facts()).version().equals(version))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> newer(String version, Tree tree) {
    return ((DependencyFacts) described(version, tree).facts()).newerVersions();
  }

  private static Tree npm(String one, String other) {
    return Tree.ofASystem()
        .file(
            "a/node_modules/p/package.json",
            "{'name':'p','version':'%s'}".formatted(one).replace('\'', '"'))
        .file(
            "b/node_modules/p/package.json",
            "{'name':'p','version':'%s'}".formatted(other).replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource({
    "4.17.9, 4.17.21",
    "1.2.3, 1.10.0",
    "0.3.1, 0.3.2",
    "1.0.0-beta.2, 1.0.0",
    "1.0.0-beta.2, 1.0.0-beta.11",
    "1.0.0-beta.2, 1.0.0-rc.1",
    "1.2, 1.2.1"
  })
  void aNewerCompatibleVersionCould(String old, String recent) {
    assertThat(newer(old, npm(old, recent))).containsExactly(recent);
    assertThat(newer(recent, npm(old, recent))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3.10.1, 4.17.21", "0.2.9, 0.3.0", "0.0.4, 0.0.5", "0.9.0, 1.0.0", "1.0.0, 1.0.0+b"})
  void anIncompatibleOneOrTheSameCouldNot(String old, String recent) {
    assertThat(newer(old, npm(old, recent))).isEmpty();
    assertThat(newer(recent, npm(old, recent))).isEmpty();
  }

  @Test
  void whereProgramsShareOneVersionAnyNewerOneCould() {
    Tree tree =
        Tree.ofASystem()
            .file("a/p-1.9.dist-info/METADATA", "Metadata-Version: 2.1\nName: p\nVersion: 1.9\n")
            .file("b/p-2.10.dist-info/METADATA", "Metadata-Version: 2.1\nName: p\nVersion: 2.10\n");
    assertThat(newer("1.9", tree)).containsExactly("2.10");
    assertThat(newer("2.10", tree)).isEmpty();
  }

  @Test
  void itIsShownWhereTheNewerOneLies() {
    assertThat(described("1.0.0", npm("1.0.0", "1.1.0")).evidence())
        .filteredOn(each -> each.fact().equals("newerVersions"))
        .extracting(FactEvidence::evidence)
        .extracting(each -> each.artifact())
        .containsExactly("fw!/a/node_modules/p/package.json", "fw!/b/node_modules/p/package.json");
  }
}
