package dev.assay.inspect.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.Tree;
import dev.assay.inspect.ecosystem.go.GoReader;
import dev.assay.inspect.ecosystem.note.PackageNoteReader;
import dev.assay.inspect.ecosystem.npm.NpmReader;
import dev.assay.inspect.ecosystem.php.ComposerReader;
import dev.assay.inspect.ecosystem.python.PythonReader;
import dev.assay.inspect.ecosystem.ruby.GemReader;
import dev.assay.inspect.ecosystem.rust.RustReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any bytes in the files that tell of packages of one ecosystem. */
class DependencyFuzzTest {
  private static void namesPackagesOrNone(
      byte[] content, List<DependencyReader> readers, String... paths) {
    Tree tree = Tree.ofASystem();
    for (String path : paths) {
      tree.file(path, content);
    }
    Inspector[] inspectors =
        readers.stream().map(DependencyInspector::new).toArray(Inspector[]::new);
    assertThat(tree.inspectedBy(inspectors).components())
        .allSatisfy(each -> assertThat(each.component().name()).isNotBlank());
  }

  @FuzzTest
  void node(byte[] content) {
    namesPackagesOrNone(
        content,
        List.of(new NpmReader()),
        "a/package-lock.json",
        "a/yarn.lock",
        "a/pnpm-lock.yaml");
  }

  @FuzzTest
  void rust(byte[] content) {
    namesPackagesOrNone(content, List.of(new RustReader()), "a/Cargo.lock");
  }

  @FuzzTest
  void go(byte[] content) {
    namesPackagesOrNone(
        content, List.of(new GoReader()), "a/go.mod", "a/go.sum", "a/vendor/modules.txt");
  }

  @FuzzTest
  void python(byte[] content) {
    namesPackagesOrNone(
        content,
        List.of(new PythonReader()),
        "a/requirements.txt",
        "a/Pipfile.lock",
        "a/poetry.lock",
        "a/uv.lock");
  }

  @FuzzTest
  void phpAndRuby(byte[] content) {
    namesPackagesOrNone(
        content,
        List.of(new ComposerReader(), new GemReader()),
        "a/composer.lock",
        "a/Gemfile.lock");
  }

  @FuzzTest
  void notesOfPrograms(byte[] content) {
    List<DependencyReader> readers = List.of(new PackageNoteReader());
    namesPackagesOrNone(ElfWithNotes.ofSegment(content), readers, "a/program");
    namesPackagesOrNone(
        ElfWithNotes.of(new String(content, StandardCharsets.ISO_8859_1)), readers, "a/program");
  }
}
