package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** VEX documents in and out, from outside. */
class VexTest {
  private static final Path KNOWN = Path.of("../feed/known-flaws");
  private static final String CURL = "pkg:deb/debian/curl@7.88.1-10+deb12u3";

  @TempDir Path directory;

  private String product = "";
  private String feed = "";

  @BeforeEach
  void productAndFeed() throws IOException {
    Path status = directory.resolve("product/var/lib/dpkg/status");
    Files.createDirectories(status.getParent());
    Files.writeString(
        status,
        """
        Package: curl
        Status: install ok installed
        Version: 7.88.1-10+deb12u3
        Architecture: arm64
        Maintainer: M <m@example.org>
        """);
    product = directory.resolve("product").toString();
    feed = directory.resolve("known.feed").toString();
    Ran ran =
        CommandLine.run(
            "feed",
            "import",
            "--out",
            feed,
            KNOWN.resolve("debian.json").toString(),
            KNOWN.resolve("upstream.json").toString());
    assertThat(ran.status()).as(ran.err()).isZero();
  }

  private Ran evaluate(String bundle, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("evaluate", product, "--out", directory.resolve(bundle).toString()));
    arguments.addAll(List.of("--cache", "off", "--as-of", "2026-11-23", "--feed", feed));
    arguments.addAll(List.of(more));
    Ran ran = CommandLine.run(arguments.toArray(String[]::new));
    assertThat(ran.status()).as(ran.err()).isIn(0, 1);
    return ran;
  }

  private String file(String bundle, String name) throws IOException {
    return Files.readString(directory.resolve(bundle).resolve(name));
  }

  /** Tests on known flaws that fail and block. */
  private List<String> blocking(String bundle) throws IOException {
    String summary = file(bundle, "evaluation.json");
    String reasons = summary.substring(summary.indexOf("\"reasons\":"));
    return Pattern.compile("PACKAGE-KNOWN-[A-Z]+ FAIL")
        .matcher(reasons)
        .results()
        .map(each -> each.group())
        .toList();
  }

  /** Ids of the flaws that the verdicts of a bundle fail for, in order. */
  private List<String> flaws(String bundle) throws IOException {
    return Pattern.compile("\"excerpt\":\"(CVE-[0-9-]+) in curl")
        .matcher(file(bundle, "verdicts.jsonl"))
        .results()
        .map(each -> each.group(1))
        .distinct()
        .sorted()
        .toList();
  }

  /** Tests that fail for a flaw. */
  private List<String> failingFor(String bundle, String flaw) throws IOException {
    return file(bundle, "verdicts.jsonl")
        .lines()
        .filter(line -> line.contains("\"excerpt\":\"" + flaw + " in curl"))
        .map(line -> line.replaceFirst(".*\"test\":\"([A-Z-]+)\".*", "$1"))
        .toList();
  }

  private List<String> waived(String bundle) throws IOException {
    String summary = file(bundle, "evaluation.json");
    return Pattern.compile("\"test\":\"(PACKAGE-KNOWN-[A-Z]+)\",\"component\"")
        .matcher(summary)
        .results()
        .map(each -> each.group(1))
        .toList();
  }

  private String openVex(String name, List<String> flaws, String purl) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "{\"@context\":\"https://openvex.dev/ns/v0.2.0\",\"@id\":\"https://example.org/v\","
                + "\"author\":\"Box Works\",\"timestamp\":\"2026-11-01T00:00:00Z\",\"version\":1,"
                + "\"statements\":[");
    for (String flaw : flaws) {
      text.append(text.charAt(text.length() - 1) == '[' ? "" : ",")
          .append("{\"vulnerability\":{\"name\":\"")
          .append(flaw)
          .append("\"},\"products\":[{\"@id\":\"")
          .append(purl)
          .append("\"}],\"status\":\"not_affected\",")
          .append("\"justification\":\"vulnerable_code_not_in_execute_path\"}");
    }
    return Files.writeString(directory.resolve(name), text + "]}").toString();
  }

  @Test
  void statementsOnAllFlawsOfAVerdictWaiveItAndTheBundleRepeats() throws IOException {
    evaluate("plain");
    assertThat(blocking("plain")).isNotEmpty();
    String vex = openVex("vex.json", flaws("plain"), CURL);
    evaluate("stated", "--vex", vex);
    assertThat(blocking("stated")).isEmpty();
    assertThat(file("stated", "evaluation.json"))
        .contains(
            "\"vexDigests\":\"", "vulnerable_code_not_in_execute_path", "\"by\":\"Box Works\"");
    assertThat(file("stated", "verdicts.jsonl")).isEqualTo(file("plain", "verdicts.jsonl"));

    String bundle = directory.resolve("stated").toString();
    Ran same = CommandLine.run("verify", bundle, product, "--feed", feed, "--vex", vex);
    assertThat(same.status()).as(same.out() + same.err()).isZero();
    Ran without = CommandLine.run("verify", bundle, product, "--feed", feed);
    assertThat(without.status()).isEqualTo(1);
    assertThat(without.out()).contains("NOT VERIFIED: the bundle was made with VEX");
  }

  @Test
  void aFlawThatIsNotStatedKeepsItsVerdict() throws IOException {
    evaluate("plain");
    List<String> all = flaws("plain");
    assertThat(all).hasSizeGreaterThan(1);
    for (String left : all) {
      List<String> some = all.stream().filter(each -> !each.equals(left)).toList();
      evaluate("some", "--vex", openVex("some.json", some, CURL));
      assertThat(failingFor("some", left)).as(left).isNotEmpty();
      assertThat(waived("some")).as(left).doesNotContainAnyElementsOf(failingFor("some", left));
    }
  }

  @Test
  void aStatementOnAnotherVersionOrPackageChangesNothing() throws IOException {
    evaluate("plain");
    for (String purl :
        List.of(
            "pkg:deb/debian/curl@7.88.1-10+deb12u9", "pkg:deb/debian/wget", "pkg:generic/curl")) {
      evaluate("other", "--vex", openVex("other.json", flaws("plain"), purl));
      assertThat(blocking("other")).as(purl).isEqualTo(blocking("plain"));
      assertThat(file("other", "evaluation.json")).contains("\"waived\":[]");
    }
  }

  @Test
  void whatGoesOutComesInAgainInEveryFormat() throws IOException {
    evaluate("plain");
    String vex = openVex("vex.json", flaws("plain"), CURL);
    evaluate(
        "stated",
        "--vex",
        vex,
        "--report",
        "openvex",
        "--report",
        "csaf",
        "--report",
        "cyclonedx-vex");
    for (String name : List.of("vex.openvex.json", "vex.csaf.json", "vex.cdx.json")) {
      Ran again = evaluate("again", "--vex", directory.resolve("stated").resolve(name).toString());
      assertThat(again.err()).as(name).doesNotContain("refused");
      assertThat(blocking("again")).as(name).isEmpty();
      assertThat(waived("again")).as(name).isNotEmpty().isEqualTo(waived("stated"));
    }
  }

  @Test
  void whatIsRefusedIsCountedEvenIfQuietAndABrokenFileEndsTheRun() throws IOException {
    String vex = openVex("vex.json", List.of("CVE-2023-38545", "not an id"), CURL);
    Ran ran = evaluate("quiet", "--quiet", "--vex", vex);
    assertThat(ran.err())
        .contains("1 statement refused, wholly or in part, of 2", "vex.json: record 2");
    Path broken = Files.writeString(directory.resolve("broken.json"), "{\"@context\":");
    Ran failed = CommandLine.run("evaluate", product, "--cache", "off", "--vex", broken.toString());
    assertThat(failed.status()).isEqualTo(2);
    assertThat(failed.err()).contains("broken.json: byte ", "expected JSON");
  }
}
