package dev.assay.compare;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparerTest {
  @TempDir Path dir;

  @Test
  void addedRemovedAndRenamedMembersAreTold() throws IOException {
    write("1/gone", "gone");
    write("1/old-name", "the same content");
    write("2/fresh", "fresh");
    write("2/another", "the same content");
    Compared found = Compared.files(dir.resolve("1"), dir.resolve("2")).isDifferent();
    assertThat(found.outcomes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "p/another", Outcome.CHANGED, "p/fresh", Outcome.ADDED, "p/gone", Outcome.REMOVED));
  }

  @Test
  void aMemberOfAnotherNameIsKnownByWhatIsAlikeInIt() throws IOException {
    String lines =
        IntStream.range(0, 100).mapToObj(i -> i + " bottles of beer\n").collect(joining());
    String further =
        IntStream.range(0, 100).mapToObj(i -> "green " + i * i + "\n").collect(joining());
    write("1/wall", lines);
    write("1/field", further);
    write("2/song", "first\n" + lines.replace("50 bottles", "fifty bottles"));
    write("2/other", lines.replaceAll("[0-9]+ b", "b"));
    Compared found = Compared.files(dir.resolve("1"), dir.resolve("2")).isDifferent();
    assertThat(found.outcomes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "p/song", Outcome.CHANGED, "p/other", Outcome.ADDED, "p/field", Outcome.REMOVED));
    assertThat(found.comparison().findings())
        .flatExtracting(Finding::aspects)
        .contains(
            Aspect.change("path", "p/wall", "p/song"),
            Aspect.change("line", "", "first"),
            Aspect.change("line", "50 bottles of beer", ""));
  }

  @Test
  void tooShortAContentIsNotKnownByWhatIsAlike() throws IOException {
    write("1/a", "A short text of few words.\n");
    write("2/b", "A short text of few words!\n");
    assertThat(Compared.files(dir.resolve("1"), dir.resolve("2")).outcomes().values())
        .containsExactlyInAnyOrder(Outcome.ADDED, Outcome.REMOVED);
  }

  @Test
  void theOnlyFilesOfTwoContainersAreCompared() {
    Compared found =
        Compared.bytes(
            Forged.tar("draft", "first words\n", 0644, "root", 1),
            Forged.tar("report", "other ones\n", 0644, "root", 1));
    assertThat(found.outcomes().values()).doesNotContain(Outcome.ADDED, Outcome.REMOVED);
    assertThat(found.comparison().findings())
        .flatExtracting(Finding::aspects)
        .contains(
            Aspect.change("path", "p!/draft", "p!/report"),
            Aspect.change("line", "first words", ""),
            Aspect.change("line", "", "other ones"));
  }

  @Test
  void aNewVersionOfALibraryIsPairedWithTheOld() throws IOException {
    write("1/libx.so.1.2.3", "x=1\n");
    write("2/libx.so.1.2.4", "x=2\n");
    Compared found = Compared.files(dir.resolve("1"), dir.resolve("2"));
    assertThat(found.aspects()).contains("path", "key x");
  }

  @Test
  void packagesAreNamedWithTheirVersions() throws IOException {
    write(
        "1/var/lib/dpkg/status", "Package: openssl\nVersion: 3.0.1\n\nPackage: zlib\nVersion: 1\n");
    write(
        "2/var/lib/dpkg/status", "Package: openssl\nVersion: 3.0.2\n\nPackage: zlib\nVersion: 1\n");
    Compared found = Compared.files(dir.resolve("1"), dir.resolve("2"));
    assertThat(found.comparison().findings().getFirst().aspects())
        .containsExactly(Aspect.change("package openssl", "3.0.1", "3.0.2"));
  }

  /** In a folder there may be thousands such files. */
  @Test
  void everyDifferenceOfTwoSmallFilesIsNamed() throws IOException {
    String lines = IntStream.range(0, 100).mapToObj(i -> "line " + i + "\n").collect(joining());
    write("1/text", "");
    write("2/text", lines);
    assertThat(Compared.texts("", lines).aspects()).hasSize(100).containsOnly("line");
    assertThat(Compared.files(dir.resolve("1"), dir.resolve("2")).comparison().findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.aspects())
                    .hasSize(42)
                    .contains(Aspect.change("line", "", "60 more not shown"))
                    .endsWith(Aspect.change("size", "0 bytes", lines.length() + " bytes")));
  }

  @Test
  void momentsOfABuildInTextAreEquivalent() {
    Compared.texts(
            "NAME=x\nBUILT=2026-11-27T10:00:00Z\n# Fri Nov 27 15:54:42 UTC 2026\n",
            "NAME=x\nBUILT=2025-01-02 11:12:13 +0100\n# Mon Jan  5 05:04:02 UTC 2026\n")
        .isEquivalentExcept(Equivalence.BUILD_TIME);
  }

  @Test
  void aMomentThatDecidesSomethingIsAChange() {
    Compared.texts("expires: 2026-11-27T10:00:00Z\n", "expires: 2036-11-27T10:00:00Z\n")
        .isDifferent();
  }

  @Test
  void opaqueContentThatDiffersIsNeverEquivalent() {
    byte[] left = new byte[5000];
    new java.util.Random(1).nextBytes(left);
    byte[] right = left.clone();
    right[4000] ^= 1;
    Compared found = Compared.bytes(left, right).isDifferent();
    assertThat(found.outcomes()).containsValue(Outcome.OPAQUE);
    assertThat(found.comparison().findings().getFirst().reason()).isNotEmpty();
  }

  @Test
  void signatureFilesOfAJarAreSignatures() throws IOException {
    Map<String, String> unsigned =
        Map.of("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n", "a/A.class", "class");
    Map<String, String> signed = new java.util.TreeMap<>(unsigned);
    signed.put("META-INF/KEY.RSA", "signature");
    signed.put("META-INF/KEY.SF", "Signature-Version: 1.0\n");
    Compared found = Compared.bytes(zip(unsigned), zip(signed));
    assertThat(found.comparison().verdict())
        .as(found.comparison().toString())
        .isEqualTo(Verdict.EQUIVALENT_EXCEPT);
    assertThat(found.comparison().exceptions()).contains(Equivalence.SIGNATURE);
  }

  @Property(tries = 60)
  void aProductIsTheSameAsItself(
      @ForAll @Size(max = 5) Map<@AlphaChars @StringLength(min = 1, max = 6) String, String> files)
      throws IOException {
    byte[] archive = zip(files);
    Comparison found = Compared.bytes(archive, archive.clone()).comparison();
    assertThat(found.verdict()).isEqualTo(Verdict.EQUIVALENT);
    assertThat(found.findings()).isEmpty();
  }

  @Property(tries = 100)
  void comparingIsSymmetricUpToAddedAndRemoved(
      @ForAll @Size(max = 4) Map<@AlphaChars @StringLength(min = 1, max = 2) String, String> left,
      @ForAll @Size(max = 4) Map<@AlphaChars @StringLength(min = 1, max = 2) String, String> right)
      throws IOException {
    Comparison there = Compared.bytes(zip(left), zip(right)).comparison();
    Comparison back = Compared.bytes(zip(right), zip(left)).comparison();
    assertThat(back.verdict()).isEqualTo(there.verdict());
    assertThat(back.identical()).isEqualTo(there.identical());
    assertThat(turned(back)).isEqualTo(plain(there));
  }

  @Test
  void oneThreadFindsTheSameAsMany() throws IOException {
    for (int i = 0; i < 50; i++) {
      write("1/d" + i + "/f", "x=" + i + "\n");
      write("2/d" + i + "/f", "x=" + i % 7 + "\n");
    }
    Product left = new Product("p", List.of(new Source.OnHost("p", dir.resolve("1"))));
    Product right = new Product("p", List.of(new Source.OnHost("p", dir.resolve("2"))));
    assertThat(Comparer.compare(left, right, Limits.DEFAULT, 1))
        .isEqualTo(Comparer.compare(left, right, Limits.DEFAULT, 4));
  }

  private static List<String> plain(Comparison comparison) {
    return comparison.findings().stream().map(f -> name(f) + " " + f.outcome()).sorted().toList();
  }

  private static List<String> turned(Comparison comparison) {
    return comparison.findings().stream()
        .map(
            f ->
                (f.before().isEmpty() ? f.path() : f.path() + " " + f.before())
                    + " "
                    + switch (f.outcome()) {
                      case ADDED -> Outcome.REMOVED;
                      case REMOVED -> Outcome.ADDED;
                      default -> f.outcome();
                    })
        .sorted()
        .collect(Collectors.toList());
  }

  private static String name(Finding finding) {
    return finding.before().isEmpty() ? finding.path() : finding.before() + " " + finding.path();
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : new java.util.TreeMap<>(files).entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(1_000_000_000_000L);
        zip.putNextEntry(entry);
        zip.write(file.getValue().getBytes());
      }
    }
    return bytes.toByteArray();
  }

  private void write(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
