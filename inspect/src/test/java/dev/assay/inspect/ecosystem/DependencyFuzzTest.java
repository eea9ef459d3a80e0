package dev.assay.inspect.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.inspect.Tree;
import java.nio.charset.StandardCharsets;

/** Any bytes in the files that tell of packages of one ecosystem. */
class DependencyFuzzTest {
  private static void namesPackagesOrNone(byte[] content, String... paths) {
    Tree tree = Tree.ofASystem();
    for (String path : paths) {
      tree.file(path, content);
    }
    assertThat(tree.all("dependency"))
        .allSatisfy(each -> assertThat(each.component().name()).isNotBlank());
  }

  @FuzzTest
  void node(byte[] content) {
    namesPackagesOrNone(content, "a/package-lock.json", "a/yarn.lock", "a/pnpm-lock.yaml");
  }

  @FuzzTest
  void rust(byte[] content) {
    namesPackagesOrNone(content, "a/Cargo.lock");
  }

  @FuzzTest
  void go(byte[] content) {
    namesPackagesOrNone(content, "a/go.mod", "a/go.sum", "a/vendor/modules.txt");
  }

  @FuzzTest
  void python(byte[] content) {
    namesPackagesOrNone(
        content, "a/requirements.txt", "a/Pipfile.lock", "a/poetry.lock", "a/uv.lock");
  }

  @FuzzTest
  void phpAndRuby(byte[] content) {
    namesPackagesOrNone(content, "a/composer.lock", "a/Gemfile.lock");
  }

  @FuzzTest
  void notesOfPrograms(byte[] content) {
    namesPackagesOrNone(ElfWithNotes.ofSegment(content), "a/program");
    namesPackagesOrNone(
        ElfWithNotes.of(new String(content, StandardCharsets.ISO_8859_1)), "a/program");
  }
}
