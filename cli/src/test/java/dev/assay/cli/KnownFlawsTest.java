package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Evaluations with a vulnerability feed. */
class KnownFlawsTest extends FeedTestProduct {
  private static final String OPENSSH =
      installed("openssh-server", "openssh", "1:9.2p1-2+deb12u10");

  private static final String OPENSSL = installed("libssl1.1", "openssl", "1.1.1w-0+deb11u1");

  @Test
  void withoutAFeedNothingIsKnownAndThatIsSaid() throws IOException {
    write("var/lib/dpkg/status", OPENSSH + OPENSSL);
    evaluate("b");
    assertThat(verdicts("b", "PASS")).isEmpty();
    assertThat(verdicts("b", "FAIL")).isEmpty();
    assertThat(verdicts("b", "INCONCLUSIVE"))
        .hasSize(2 * 6)
        .allSatisfy(line -> assertThat(line).contains("no feed given"));
    assertThat(file("b", "evaluation.json")).contains("\"feed\":null");
  }

  @Test
  void aFixThatDebianCarriedBackIsNotReported() throws IOException {
    write("etc/os-release", "ID=debian\nVERSION_ID=\"12\"\nVERSION_CODENAME=bookworm\n");
    write("var/lib/dpkg/status", OPENSSH);
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "PASS")).hasSize(6);
    assertThat(file("b", "verdicts.jsonl")).doesNotContain("CVE-2023-48795", "CVE-2024-6387");
  }

  @Test
  void anOpensslOfBullseyeIsReportedForWhatItsSecuritySuiteFixedLater() throws IOException {
    write("etc/os-release", "ID=debian\nVERSION_ID=\"11\"\nVERSION_CODENAME=bullseye\n");
    write("var/lib/dpkg/status", OPENSSL);
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "FAIL"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "\"test\":\"PACKAGE-KNOWN-MEDIUM\"",
                        "product/var/lib/dpkg/status\",\"line\":1",
                        "CVE-2023-5678 in libssl1.1 1.1.1w-0+deb11u1, fixed in 1.1.1w-0+deb11u2: ",
                        "Debian security tracker: ",
                        "CVSS 5.3 CVSS:3.1/"));
    write("var/lib/dpkg/status", installed("libssl1.1", "openssl", "1.1.1w-0+deb11u2"));
    evaluate("fixed", "--feed", feed());
    assertThat(verdicts("fixed", "FAIL")).isEmpty();
  }

  @Test
  void aFirmwareWithoutPackagesIsMatchedByWhatItsProgramsAre() throws IOException {
    write("bin/busybox", "\0\1BusyBox v1.30.1 (2019-06-12 17:51:55 UTC)\0");
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "FAIL"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "software:product#busybox@1.30.1", "CVE-2022-28391 in busybox 1.30.1"));
    write("bin/busybox", "\0\1BusyBox v1.36.1 (2024-06-12 17:51:55 UTC)\0");
    evaluate("newer", "--feed", feed());
    assertThat(file("newer", "verdicts.jsonl")).doesNotContain("CVE-2022-28391");
  }

  @Test
  void theReportNamesTheFeedOrItsAbsence() throws IOException {
    write("var/lib/dpkg/status", OPENSSL);
    evaluate("without");
    assertThat(file("without", "report.html")).contains("none: known flaws were not looked up");
    evaluate("b", "--feed", feed());
    String digest =
        file("b", "evaluation.json")
            .replaceFirst("(?s).*\"feed\":\\{\"digest\":\"([0-9a-f]{64})\".*", "$1");
    assertThat(digest).hasSize(64);
    assertThat(file("b", "report.html"))
        .contains("sha256 " + digest, "PRODUCT --feed FEED", "CVE-2023-5678")
        .doesNotContain("not looked up");
  }

  @Test
  void aFlawKnownToBeExploitedRejectsTheLaunch() throws IOException {
    write("var/lib/dpkg/status", installed("sudo", "sudo", "1.8.27-1+deb10u2"));
    Ran ran = evaluate("b", "--feed", feed());
    assertThat(ran.status()).isEqualTo(ExitStatus.REJECTED);
    assertThat(file("b", "evaluation.json"))
        .containsPattern("\"reasons\":\\[[^]]*PACKAGE-KNOWN-EXPLOITED FAIL \\(critical, tier");
    assertThat(verdicts("b", "FAIL"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("CVE-2021-3156", "known to be exploited since 2022-04-06"));
    write("var/lib/dpkg/status", installed("sudo", "sudo", "1.8.27-1+deb10u3"));
    assertThat(evaluate("fixed", "--feed", feed()).status()).isEqualTo(ExitStatus.APPROVED);
  }

  @Test
  void theChanceOfExploitationStandsBesideTheScore() throws IOException {
    Path epss =
        Files.writeString(
            directory.resolve("epss.csv"),
            """
            #model_version:v2025.03.14,score_date:2025-08-25T00:00:00+0000
            cve,epss,percentile
            CVE-2021-3156,0.92312,0.99700
            """);
    write("var/lib/dpkg/status", installed("sudo", "sudo", "1.8.27-1+deb10u2"));
    List<String> sources =
        Stream.of("debian.json", "upstream.json", "kev.json")
            .map(name -> KNOWN.resolve(name).toString())
            .toList();
    List<String> all = new ArrayList<>(sources);
    all.add(epss.toString());
    evaluate("b", "--feed", feed("epss.feed", all));
    assertThat(file("b", "verdicts.jsonl")).contains("; EPSS 0.92312; known to be exploited");
  }

  @Test
  void anRpmIsHeldAgainstWhatIsSaidOfItsDistribution() throws IOException {
    Path advisory =
        Files.writeString(
            directory.resolve("RLSA-2026-0001.json"),
            """
            {"schema_version":"1.6.0","id":"RLSA-2026:0001","modified":"2026-01-02T00:00:00Z","upstream":["CVE-2026-0001"],
             "affected":[{"package":{"ecosystem":"Rocky Linux:9","name":"tiny"},
              "ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"1:1.2-4"}]}]}]}
            """);
    write("etc/os-release", "ID=rocky\nVERSION_ID=9.3\n");
    Path database = product.resolve("var/lib/rpm/rpmdb.sqlite");
    Files.createDirectories(product.resolve("var/lib/rpm"));
    try (InputStream in =
        new GZIPInputStream(
            Files.newInputStream(
                Path.of(
                    "../inspect/src/test/resources/dev/assay/inspect/packages/rpmdb.sqlite.gz")))) {
      Files.copy(in, database);
    }
    evaluate("b", "--feed", feed("rocky.feed", List.of(advisory.toString())));
    assertThat(verdicts("b", "FAIL"))
        .singleElement()
        .asString()
        .contains("in tiny 1:1.2-3, fixed in 1:1.2-4");
    assertThat(verdicts("b", "INCONCLUSIVE"))
        .hasSize(6)
        .allSatisfy(line -> assertThat(line).contains("the feed has no data on plain of rocky"));
  }

  @Test
  void namesAndVersionsAreTheProductsToChoose() throws IOException {
    write("etc/os-release", "ID=a/b%zz?#\nVERSION_ID=../%\nVERSION_CODENAME=&=@\n");
    write(
        "var/lib/dpkg/status",
        installed("a b%c/../@?#é", "x (((", ":::")
            + installed("openssh", "openssh (%)", "99999999999999999999:~~--")
            + installed("%", "%25@%", "%"));
    write("usr/lib/opkg/status", installed("openssl", "@", "1.0.1f\u0000-1"));
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "INCONCLUSIVE")).isNotEmpty();
  }

  @Test
  void alpineSpeaksForItsBranch() throws IOException {
    Path secdb =
        Files.writeString(
            directory.resolve("main.json"),
            """
            {"apkurl":"{{urlprefix}}/{{distroversion}}/{{reponame}}/{{arch}}/{{pkg.name}}-{{pkg.ver}}.apk",
             "archs":["x86_64"],"reponame":"main","urlprefix":"https://dl-cdn.alpinelinux.org/alpine","distroversion":"v3.19",
             "packages":[{"pkg":{"name":"busybox","secfixes":{"1.36.1-r16":["CVE-2023-42364"]}}}]}
            """);
    write("etc/os-release", "ID=alpine\nVERSION_ID=3.19.1\n");
    write("lib/apk/db/installed", "P:ssl_client\nV:1.36.1-r15\nA:x86_64\no:busybox\n\n");
    evaluate("b", "--feed", feed("alpine.feed", List.of(secdb.toString())));
    assertThat(verdicts("b", "FAIL"))
        .singleElement()
        .asString()
        .contains(
            "PACKAGE-KNOWN-UNRATED",
            "CVE-2023-42364 in ssl_client 1.36.1-r15, fixed in 1.36.1-r16",
            "alpine 3.19");
  }

  @Test
  void aDistributionTheFeedDoesNotKnowIsNotTakenForSound() throws IOException {
    write("etc/os-release", "ID=ubuntu\nVERSION_CODENAME=jammy\n");
    write(
        "var/lib/dpkg/status",
        installed("nothing-known", "nothing-known", "1.0-1")
            + installed("openssh-server", "openssh", "1:8.9p1-3ubuntu0.10"));
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "FAIL")).isEmpty();
    assertThat(verdicts("b", "INCONCLUSIVE"))
        .anySatisfy(
            line -> assertThat(line).contains("the feed has no data on nothing-known of ubuntu"))
        .anySatisfy(
            line ->
                assertThat(line).contains("PACKAGE-KNOWN-HIGH", "CVE-2024-6387", "ubuntu 22.04"));
  }

  @Test
  void aReleaseThatTheTrackerNoLongerFollowsIsNotTakenForSound() throws IOException {
    write("etc/os-release", "ID=debian\nVERSION_CODENAME=buster\n");
    write("var/lib/dpkg/status", installed("libssl1.1", "openssl", "1.1.1d-0+deb10u3"));
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "PASS")).isEmpty();
    assertThat(verdicts("b", "INCONCLUSIVE"))
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("the feed speaks of openssl in other releases of debian, not in 10"))
        .anySatisfy(line -> assertThat(line).contains("PACKAGE-KNOWN-HIGH", "CVE-2023-0286"));
  }

  @Test
  void theFeedChangesVerdictsOnlyAndTwoRunsGiveTheSameBytes() throws IOException {
    write("var/lib/dpkg/status", OPENSSH + OPENSSL);
    String feed = feed();
    evaluate("without");
    evaluate("one", "--feed", feed, "--jobs", "1", "--report", "sarif");
    evaluate("two", "--feed", feed(), "--jobs", "5", "--report", "sarif");
    assertThat(files("two")).isEqualTo(files("one"));
    for (String left :
        List.of(
            "artifacts.jsonl", "components.jsonl", "facts.jsonl", "risks.jsonl", "plan.jsonl")) {
      assertThat(file("one", left)).as(left).isEqualTo(file("without", left));
    }
    assertThat(file("one", "verdicts.jsonl")).isNotEqualTo(file("without", "verdicts.jsonl"));
  }

  private TreeMap<String, String> files(String bundle) throws IOException {
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> listed = Files.list(directory.resolve(bundle))) {
      for (Path file : listed.filter(file -> !file.endsWith("run.json")).toList()) {
        files.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    return files;
  }

  @Test
  void aReplayTakesTheSameFeedAndRefusesAnother() throws IOException {
    write("var/lib/dpkg/status", OPENSSH + OPENSSL);
    String feed = feed();
    evaluate("b", "--feed", feed);
    Ran same = verify("b", "--feed", feed);
    assertThat(same.out()).contains("VERIFIED: ");
    assertThat(same.status()).as(same.out()).isZero();

    String other = feed("other.feed", List.of(KNOWN.resolve("kev.json").toString()));
    Ran refused = verify("b", "--feed", other);
    assertThat(refused.status()).isEqualTo(ExitStatus.REJECTED);
    assertThat(refused.out()).containsPattern("NOT VERIFIED: .* with feed [0-9a-f]{64}, --feed");

    Ran missing = verify("b");
    assertThat(missing.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(missing.err().lines()).singleElement().asString().contains("--feed");

    evaluate("without");
    Ran tooMuch = verify("without", "--feed", feed);
    assertThat(tooMuch.status()).isEqualTo(ExitStatus.REJECTED);
    assertThat(tooMuch.out()).contains("made without a feed");
    assertThat(verify("without").status()).isZero();
  }

  @Test
  void whatIsNoFeedIsWrongUsage() throws IOException {
    Path odd = Files.writeString(directory.resolve("odd.feed"), "no feed ".repeat(50));
    for (String wrong : List.of(odd.toString(), directory.resolve("missing").toString())) {
      Ran ran = CommandLine.run("evaluate", product.toString(), "--feed", wrong);
      assertThat(ran.status()).isEqualTo(ExitStatus.USAGE);
      assertThat(ran.err().lines()).singleElement().asString().startsWith("assay: ");
    }
  }

  @Test
  void theSilenceOfAFeedOlderThanThePolicyAllowsIsNoPass() throws IOException {
    write("etc/os-release", "ID=debian\nVERSION_ID=\"12\"\nVERSION_CODENAME=bookworm\n");
    write("var/lib/dpkg/status", OPENSSH + installed("sudo", "sudo", "1.8.27-1"));
    String feed = feed();
    Path policy = directory.resolve("policy.yaml");
    Files.writeString(policy, "policy: fresh\nfeed: { max-age-days: 30 }\n");
    evaluate("old", "--feed", feed, "--policy", policy.toString(), "--as-of", "2027-03-01");
    assertThat(verdicts("old", "PASS")).isEmpty();
    assertThat(verdicts("old", "INCONCLUSIVE"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("days old; the policy demands"));
    assertThat(verdicts("old", "FAIL")).anySatisfy(line -> assertThat(line).contains("sudo"));
    Files.writeString(policy, "policy: fresh\nfeed: { max-age-days: 3650 }\n");
    evaluate("young", "--feed", feed, "--policy", policy.toString(), "--as-of", "2027-03-01");
    assertThat(verdicts("young", "PASS")).isNotEmpty();
  }
}
