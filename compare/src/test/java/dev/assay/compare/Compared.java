package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares and reads what came out. */
record Compared(Comparison comparison) {
  static Compared files(Path left, Path right) {
    return new Compared(Comparer.compare(onHost(left), onHost(right), Limits.DEFAULT, 2));
  }

  static Compared bytes(byte[] left, byte[] right) {
    return bytes(left, right, Limits.DEFAULT);
  }

  static Compared bytes(byte[] left, byte[] right, Limits limits) {
    return new Compared(Comparer.compare(inMemory(Seeds.plant(left)), inMemory(right), limits, 2));
  }

  static Compared texts(String left, String right) {
    return bytes(left.getBytes(), right.getBytes());
  }

  private static Product onHost(Path path) {
    return new Product("p", List.of(new Source.OnHost("p", path)));
  }

  private static Product inMemory(byte[] bytes) {
    return new Product("p", List.of(new Source.InMemory("p", Bytes.of(bytes))));
  }

  Compared isEquivalentExcept(Equivalence... kinds) {
    assertThat(comparison.verdict())
        .as(comparison.findings().toString())
        .isEqualTo(Verdict.EQUIVALENT_EXCEPT);
    assertThat(comparison.exceptions()).containsExactlyInAnyOrder(kinds);
    return this;
  }

  Compared isDifferent() {
    assertThat(comparison.verdict())
        .as(comparison.findings().toString())
        .isEqualTo(Verdict.DIFFERENT);
    return this;
  }

  Map<String, Outcome> outcomes() {
    Map<String, Outcome> outcomes = new TreeMap<>();
    comparison.findings().forEach(finding -> outcomes.put(finding.path(), finding.outcome()));
    return outcomes;
  }

  /** What differs but sizes, which follow. */
  List<String> aspects() {
    return comparison.findings().stream()
        .flatMap(finding -> finding.aspects().stream())
        .map(Aspect::what)
        .filter(what -> !what.equals("size"))
        .toList();
  }
}
