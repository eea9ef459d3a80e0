package dev.assay.inspect.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every hostile product is scanned to its end with a small heap, and its trick is reported. */
class HostileCorpusTest {
  private static final String HEAP = "-Xmx192m";
  private static final int LEAST = 380;

  @Test
  void theCorpusIsLargeAndNamesAreUnique() {
    List<String> titles = all().map(HostileProduct::title).toList();
    assertThat(titles).hasSizeGreaterThanOrEqualTo(LEAST).doesNotHaveDuplicates();
  }

  @TestFactory
  Stream<DynamicTest> reportsTheTrickOf() throws Exception {
    Map<String, List<String>> found = scanned();
    return all()
        .map(product -> DynamicTest.dynamicTest(product.title(), () -> check(product, found)));
  }

  private static Stream<HostileProduct> all() {
    return Stream.concat(HostileProducts.all().stream(), HostileContents.all().stream());
  }

  private static void check(HostileProduct product, Map<String, List<String>> found) {
    assertThat(found).as("scanned to its end").containsKey(product.title());
    List<String> codes = found.get(product.title());
    if (product.problem().isEmpty()) {
      assertThat(codes).isEmpty();
    } else {
      assertThat(codes).contains(product.problem());
    }
  }

  private static Map<String, List<String>> scanned() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                HostileRun.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Map<String, List<String>> codes = new HashMap<>();
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] parts = line.split("\t", 2);
        codes.put(
            parts[0], Arrays.stream(parts[1].split(" ")).filter(code -> !code.isEmpty()).toList());
      }
    }
    assertThat(process.waitFor()).isZero();
    return codes;
  }
}
