package dev.assay.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every inspector is reached by a fuzz target; one that is not fails here. */
class FuzzTargetsTest {
  private static final Path TESTS = Path.of("src/test/java");
  private static final Path SEEDS =
      Path.of("src/test/resources/dev/assay/inspect/SourceFileFuzzTestInputs");

  /**
   * Like each {@link FactsInspector} they describe what inspectors of contents have read, which
   * {@link ContentFuzzTest} runs; a support period is a day.
   */
  private static final Set<String> OF_CONTENTS =
      Set.of(
          "AndroidCodeInspector",
          "AndroidPackageInspector",
          "CertificateInspector",
          "ManifestInspector",
          "OpaqueInspector",
          "SecretInspector",
          "SoftwareInspector",
          "SupportPeriodInspector");

  @Test
  void everyInspectorOfRootsFindsSomethingInASeedOrHasATargetBesideIt() throws Exception {
    Set<String> found = kindsInSeeds();
    List<String> without =
        Inspectors.ofRoots().stream()
            .filter(each -> !(each instanceof FactsInspector))
            .filter(each -> each.kinds().stream().noneMatch(kind -> found.contains(kind.name())))
            .map(Object::getClass)
            .filter(type -> !hasTarget(type.getPackageName()))
            .map(Class::getSimpleName)
            .filter(name -> !OF_CONTENTS.contains(name))
            .sorted()
            .toList();
    assertThat(without).isEmpty();
  }

  private static Set<String> kindsInSeeds() throws Exception {
    Set<String> found = new TreeSet<>();
    for (Path folder : in(SEEDS)) {
      String target = folder.getFileName().toString();
      for (Path seed : in(folder)) {
        SourceFileFuzzTest test = new SourceFileFuzzTest();
        SourceFileFuzzTest.class
            .getDeclaredMethod(target, byte[].class)
            .invoke(test, (Object) Files.readAllBytes(seed));
        found.addAll(test.found);
      }
    }
    return found;
  }

  private static boolean hasTarget(String name) {
    Path folder = TESTS.resolve(name.replace('.', '/'));
    return Files.isDirectory(folder)
        && in(folder).stream()
            .filter(file -> file.toString().endsWith(".java"))
            .anyMatch(FuzzTargetsTest::isTarget);
  }

  private static boolean isTarget(Path file) {
    try {
      return Files.readString(file).contains("  @FuzzTest\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
