package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bills of materials out and in, from outside. */
class SbomTest {
  @TempDir Path directory;

  private Path product = Path.of("");

  @BeforeEach
  void product() throws IOException {
    product = directory.resolve("product");
    write(
        "var/lib/dpkg/status",
        """
        Package: curl
        Status: install ok installed
        Version: 7.88.1-10
        Architecture: arm64
        Maintainer: M <m@example.org>
        Depends: libssl3

        Package: libssl3
        Status: install ok installed
        Source: openssl
        Version: 3.0.15-1
        Architecture: arm64
        Maintainer: M <m@example.org>
        """);
    write("srv/node_modules/lodash/package.json", "{\"name\":\"lodash\",\"version\":\"4.17.21\"}");
  }

  private void write(String path, String text) throws IOException {
    Path file = product.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void evaluate(String bundle, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("evaluate", product.toString(), "--out", directory.resolve(bundle).toString()));
    arguments.addAll(List.of("--cache", "off", "--as-of", "2026-11-23"));
    arguments.addAll(List.of(more));
    Ran ran = CommandLine.run(arguments.toArray(String[]::new));
    assertThat(ran.status()).as(ran.err()).isIn(0, 1);
  }

  /** The outcomes of the cases that hold the list against the product. */
  private String outcomes(String bundle) throws IOException {
    return outcomes(bundle, "sbom-comparison");
  }

  private String outcomes(String bundle, String kind) throws IOException {
    return String.join(
        " ",
        Files.readAllLines(directory.resolve(bundle).resolve("verdicts.jsonl")).stream()
            .filter(line -> line.contains("\"component\":\"" + kind + ":"))
            .map(
                line ->
                    line.replaceFirst(".*\"test\":\"([A-Z-]+)\".*", "$1")
                        + "="
                        + line.replaceFirst(".*\"verdict\":\"([A-Z]+)\".*", "$1"))
            .sorted()
            .toList());
  }

  @Test
  void whatGoesOutIsTrueWhenItComesInAgain() throws IOException {
    evaluate("out", "--report", "cyclonedx", "--report", "spdx");
    for (String name : List.of("sbom.cdx.json", "sbom.spdx.json")) {
      String sbom = directory.resolve("out").resolve(name).toString();
      evaluate("in", "--sbom", sbom);
      assertThat(outcomes("in"))
          .as(name)
          .isEqualTo(
              "SBOM-COMPLETE=PASS SBOM-HASHES-TRUE=PASS SBOM-NOTHING-EXTRA=PASS SBOM-VERSIONS-TRUE=PASS");
      String bundle = directory.resolve("in").toString();
      Ran same = CommandLine.run("verify", bundle, product.toString(), "--sbom", sbom);
      assertThat(same.status()).as(same.out() + same.err()).isZero();
    }
  }

  /** NTIA's minimum elements and BSI TR-03183-2, by the cases that a maker's list has to meet. */
  @Test
  void whatGoesOutHasTheMinimumElementsAsFarAsTheyCanBeKnown() throws IOException {
    write("product.yaml", "name: box\nversion: \"1.0\"\nimages:\n  - { name: root, path: root }\n");
    write("root/bin/tool", "no program\n");
    write("root/etc/hostname", "box\n");
    for (String name : List.of("curl", "libssl3")) {
      write(
          "root/usr/share/doc/" + name + "/copyright",
          "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\nFiles: *\nCopyright: M\nLicense: curl\n");
    }
    Path status = product.resolve("var/lib/dpkg/status");
    write("root/var/lib/dpkg/status", Files.readString(status));
    product = product.resolve("product.yaml");
    evaluate("out", "--report", "cyclonedx", "--report", "spdx");
    evaluate("again", "--report", "cyclonedx", "--report", "spdx");
    for (String name : List.of("sbom.cdx.json", "sbom.spdx.json")) {
      Path sbom = directory.resolve("out").resolve(name);
      assertThat(sbom).hasSameBinaryContentAs(directory.resolve("again").resolve(name));
      evaluate("in", "--sbom", sbom.toString());
      assertThat(outcomes("in", "sbom"))
          .as(name)
          .isEqualTo(
              "SBOM-AUTHOR=FAIL SBOM-COMPONENT-HASHES=FAIL SBOM-COMPONENT-IDENTIFIED=PASS"
                  + " SBOM-COMPONENT-LICENSES=PASS SBOM-COMPONENT-RELATIONS=PASS"
                  + " SBOM-COMPONENT-SUPPLIERS=PASS SBOM-COMPONENT-VERSIONS=PASS"
                  + " SBOM-READABLE=PASS SBOM-SUBJECT=PASS SBOM-TIMESTAMP=PASS");
    }
  }

  @Test
  void aListThatIsOutOfDateIsFoundOut() throws IOException {
    evaluate("out", "--report", "cyclonedx");
    Path old = directory.resolve("out").resolve("sbom.cdx.json");
    write(
        "var/lib/dpkg/status",
        """
        Package: curl
        Status: install ok installed
        Version: 7.88.1-11
        Architecture: arm64

        Package: zlib1g
        Status: install ok installed
        Version: 1.2.13-1
        Architecture: arm64
        """);
    evaluate("in", "--sbom", old.toString());
    assertThat(outcomes("in"))
        .isEqualTo(
            "SBOM-COMPLETE=FAIL SBOM-HASHES-TRUE=PASS SBOM-NOTHING-EXTRA=FAIL SBOM-VERSIONS-TRUE=FAIL");
  }

  @Test
  void aBillOfMaterialsThatIsNotThereEndsTheRun() {
    Ran ran = CommandLine.run("evaluate", product.toString(), "--sbom", "no-such-file.json");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("no-such-file.json");
  }
}
