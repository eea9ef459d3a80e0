package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of a bundle that exists. */
class ReportCommandTest {
  @TempDir Path directory;

  @BeforeEach
  void bundle() throws IOException {
    Path config = directory.resolve("product/etc/ssh/sshd_config");
    Files.createDirectories(config.getParent());
    Files.writeString(config, "PermitRootLogin yes\n");
    CommandLine.run("keygen", "--out", at("maker"));
    Files.createDirectories(directory.resolve("keys"));
    Files.copy(directory.resolve("maker.pub"), directory.resolve("keys/maker.pub"));
    Ran ran =
        CommandLine.run(
            "evaluate",
            at("product"),
            "--out",
            at("bundle"),
            "--as-of",
            "2026-11-23",
            "--cache",
            "off",
            "--quiet",
            "--sign",
            at("maker.key"),
            "--report",
            "sarif",
            "--report",
            "cyclonedx",
            "--report",
            "junit");
    assertThat(ran.err()).isEmpty();
  }

  private String at(String name) {
    return directory.resolve(name).toString();
  }

  @Test
  void aReportIsTheSameAsWhenItWasEvaluated() throws IOException {
    Ran ran = CommandLine.run("report", at("bundle"), "--report", "sarif=" + at("report.sarif"));
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(directory.resolve("report.sarif"))
        .hasSameBinaryContentAs(directory.resolve("bundle").resolve(sarif()));
  }

  private String sarif() throws IOException {
    try (var files = Files.list(directory.resolve("bundle"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".sarif"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void aSchemeSaysWhatIsMissingAndLeavesTheBundleAsItWas() {
    Ran ran = CommandLine.run("report", at("bundle"), "--scheme", "us-nist", "--keys", at("keys"));
    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains(
            "us-nist: oversight.html, oversight.pdf, assessment-plan.json, assessment-results.json",
            "in part: The product is identified by name, version and digest",
            "missing: Components were held against known vulnerabilities: no feed was asked",
            "missing: An assessor has signed: no trusted key of evaluator has signed")
        .doesNotContain("The maker has signed");
    assertThat(directory.resolve("bundle.us-nist/assessment-plan.json")).exists();
    assertThat(CommandLine.run("verify", at("bundle"), "--keys", at("keys")).status()).isZero();
  }

  @Test
  void evaluatingForASchemeWritesTheSameDocuments() {
    Ran ran =
        CommandLine.run(
            "evaluate",
            at("product"),
            "--out",
            at("again"),
            "--as-of",
            "2026-11-23",
            "--cache",
            "off",
            "--quiet",
            "--scheme",
            "eu-cra");
    assertThat(ran.err()).contains("missing: The EU declaration of conformity is there");
    CommandLine.run("report", at("bundle"), "--scheme", "eu-cra", "--out", at("later"));
    for (String file :
        new String[] {"technical-documentation.md", "bom.cdx.json", "oversight.pdf"}) {
      assertThat(directory.resolve("later").resolve(file))
          .hasSameBinaryContentAs(directory.resolve("again.eu-cra").resolve(file));
    }
  }

  @Test
  void aChangedBundleIsNotReported() throws IOException {
    Path verdicts = directory.resolve("bundle/verdicts.jsonl");
    Files.writeString(verdicts, Files.readString(verdicts).replace("\"FAIL\"", "\"PASS\""));
    Ran ran = CommandLine.run("report", at("bundle"), "--scheme", "us-nist");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).contains("NOT VERIFIED");
    assertThat(directory.resolve("bundle.us-nist")).doesNotExist();
  }

  @Test
  void whatCannotBeDoneIsRefused() {
    assertThat(CommandLine.run("report", at("bundle")).err()).contains("name a --scheme");
    assertThat(CommandLine.run("report", at("bundle"), "--scheme", "x").err())
        .contains("no scheme `x`; there are uk-evaluation-centre, de-nesas, us-nist, eu-cra");
    assertThat(CommandLine.run("report", at("bundle"), "--report", "sarif").err())
        .contains("FORMAT=FILE");
    assertThat(
            CommandLine.run(
                    "report", at("bundle"), "--scheme", "us-nist", "--out", at("bundle/inside"))
                .err())
        .contains("inside the bundle");
  }
}
