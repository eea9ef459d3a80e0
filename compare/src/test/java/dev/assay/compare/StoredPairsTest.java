package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What containers and directories say of their members. */
class StoredPairsTest {
  @TempDir private Path dir;

  @Test
  void aMemberOfAnotherKindIsToldByBothKinds() throws IOException {
    write("1/x/inner", "text");
    write("2/x", "text");
    assertThat(aspects("1", "2")).contains(Aspect.change("type", "directory", "file"));
    assertThat(aspects("2", "1")).contains(Aspect.change("type", "file", "directory"));

    Files.createDirectories(dir.resolve("3"));
    Files.createSymbolicLink(dir.resolve("3/x"), Path.of("target"));
    assertThat(aspects("1", "3")).contains(Aspect.change("type", "directory", "symlink"));
    assertThat(aspects("2", "3")).contains(Aspect.change("type", "file", "symlink"));
  }

  @Test
  void productsOfTwoKindsAreToldByBothKinds() throws IOException {
    write("1/x", "text");
    assertThat(aspects("1", "1/x")).contains(Aspect.change("type", "directory", "file"));
  }

  @Test
  void aMemberWithoutCounterpartIsToldWithItsSize() throws IOException {
    write("1/same", "text");
    write("2/same", "text");
    write("2/new", "four");
    Files.createSymbolicLink(dir.resolve("2/link"), Path.of("target"));

    assertThat(aspects("1", "2"))
        .containsExactlyInAnyOrder(
            Aspect.change("size", "", "4 bytes"),
            Aspect.change("type", "", "symlink"),
            Aspect.change("link target", "", "target"));
  }

  private List<Aspect> aspects(String left, String right) {
    return all(Compared.files(dir.resolve(left), dir.resolve(right)).isDifferent());
  }

  private static List<Aspect> all(Compared found) {
    return found.comparison().findings().stream()
        .flatMap(finding -> finding.aspects().stream())
        .toList();
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(dir.resolve(name).getParent());
    Files.writeString(dir.resolve(name), text);
  }
}
