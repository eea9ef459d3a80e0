package dev.assay.feed.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feed.Samples;
import dev.assay.feed.store.Feed;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackportsTest {
  private static final String OPENSSH_CPE = "cpe:2.3:a:openbsd:openssh:9.2:p1:*:*:*:*:*:*";

  @TempDir Path folder = Path.of("");

  @Test
  void aFixCarriedBackByDebianIsNotReported() {
    try (Feed feed = Samples.feed(folder, Samples.NVD, Samples.DEBIAN)) {
      Identity openssh =
          deb("openssh-server", "1:9.2p1-2+deb12u10", "bookworm", "openssh", OPENSSH_CPE);
      assertThat(decision(feed, openssh, "CVE-2023-48795")).contains(Decision.FIXED);
      assertThat(decision(feed, openssh, "CVE-2024-6387")).contains(Decision.FIXED);
      assertThat(match(feed, openssh, "CVE-2024-6387").orElseThrow().reason())
          .contains("fixed it in 1:9.2p1-2+deb12u3")
          .contains("≥ 8.6, < 9.8");
    }
  }

  @Test
  void aNameThatAPackageHasInNvdAddsNothingToWhatItsSourceSays() {
    try (Feed feed = Samples.feed(folder, Samples.NVD, Samples.DEBIAN)) {
      String version = "1:9.2p1-2+deb12u2";
      Matcher matcher = new Matcher(feed);
      Identity plain = deb("openssh-server", version, "bookworm", "openssh", "");
      Identity named = deb("openssh-server", version, "bookworm", "openssh", OPENSSH_CPE);
      assertThat(matcher.match(plain)).isNotEmpty().isEqualTo(matcher.match(named));
      assertThat(matcher.match(deb("agent", version, "bookworm", "agent", OPENSSH_CPE))).isEmpty();
    }
  }

  @Test
  void anOlderBuildOfTheSameUpstreamVersionIsReported() {
    try (Feed feed = Samples.feed(folder, Samples.NVD, Samples.DEBIAN, Samples.KEV, Samples.EPSS)) {
      Identity openssh = deb("openssh-server", "1:9.2p1-2+deb12u2", "12", "openssh", OPENSSH_CPE);
      assertThat(decision(feed, openssh, "CVE-2023-48795")).contains(Decision.FIXED);
      Match match = match(feed, openssh, "CVE-2024-6387").orElseThrow();
      assertThat(match.decision()).isEqualTo(Decision.AFFECTED);
      assertThat(match.basis()).isEqualTo(Basis.DISTRIBUTION);
      assertThat(match.fixedVersion()).isEqualTo("1:9.2p1-2+deb12u3");
      assertThat(match.flaw().kevDate()).isEqualTo("2025-01-02");
      assertThat(match.flaw().epss()).isEqualTo(0.485);
      assertThat(match.flaw().score().orElseThrow().base()).isEqualTo(8.1);
    }
  }

  @Test
  void aBullseyeOpensslIsReportedForWhatItsSecuritySuiteFixedLater() {
    try (Feed feed = Samples.feed(folder, Samples.DEBIAN)) {
      Identity old = deb("libssl1.1", "1.1.1w-0+deb11u1", "bullseye", "openssl", "");
      assertThat(decision(feed, old, "CVE-2023-5678")).contains(Decision.AFFECTED);
      Identity updated = deb("libssl1.1", "1.1.1w-0+deb11u2", "bullseye", "openssl", "");
      assertThat(decision(feed, updated, "CVE-2023-5678")).isEmpty();
    }
  }

  @Test
  void anOpenIssueIsReportedWithTheDistributionsOwnWord() {
    try (Feed feed = Samples.feed(folder, Samples.DEBIAN)) {
      Match open =
          match(
                  feed,
                  deb("openssl", "1.1.1w-0+deb11u4", "bullseye", "openssl", ""),
                  "CVE-2026-0001")
              .orElseThrow();
      assertThat(open.decision()).isEqualTo(Decision.AFFECTED);
      assertThat(open.reason())
          .isEqualTo("Debian security tracker: debian 11 has not fixed it (postponed)");
      assertThat(
              decision(
                  feed,
                  deb("openssl", "3.0.15-1~deb12u1", "bookworm", "openssl", ""),
                  "CVE-2026-0001"))
          .contains(Decision.UNDECIDED);
    }
  }

  @Test
  void aReleaseThatWasNeverAffectedIsExcusedFromTheUpstreamRange() {
    try (Feed feed = Samples.feed(folder, Samples.NVD, Samples.DEBIAN)) {
      Identity openssh =
          deb(
              "openssh-server",
              "1:8.6p1-1",
              "bullseye",
              "openssh",
              "cpe:2.3:a:openbsd:openssh:8.6:p1:*:*:*:*:*:*");
      assertThat(decision(feed, openssh, "CVE-2024-6387")).contains(Decision.NOT_AFFECTED);
    }
  }

  @Test
  void anUnknownReleaseIsReadFromTheVersionOfItsUpdate() {
    try (Feed feed = Samples.feed(folder, Samples.NVD, Samples.DEBIAN)) {
      assertThat(
              decision(
                  feed,
                  deb("x", "1:9.2p1-2+deb12u10", "", "openssh", OPENSSH_CPE),
                  "CVE-2024-6387"))
          .contains(Decision.FIXED);
      assertThat(decision(feed, deb("x", "1:9.2p1-2", "", "openssh", OPENSSH_CPE), "CVE-2024-6387"))
          .contains(Decision.UNDECIDED);
    }
  }

  @Test
  void withoutTheDistributionsDataAnUpstreamRangeOnlyRaisesADoubt() {
    try (Feed feed = Samples.feed(folder, Samples.NVD)) {
      Match match =
          match(
                  feed,
                  deb("openssh-server", "1:9.2p1-2+deb12u10", "bookworm", "openssh", OPENSSH_CPE),
                  "CVE-2024-6387")
              .orElseThrow();
      assertThat(match.decision()).isEqualTo(Decision.UNDECIDED);
      assertThat(match.reason()).contains("no data of debian 12");
    }
  }

  @Test
  void anUnpackagedProgramIsJudgedByItsUpstreamVersion() {
    try (Feed feed = Samples.feed(folder, Samples.NVD, Samples.DEBIAN)) {
      Identity own = Identity.of("openssh", "9.2p1", "", OPENSSH_CPE);
      Match match = match(feed, own, "CVE-2024-6387").orElseThrow();
      assertThat(match.decision()).isEqualTo(Decision.AFFECTED);
      assertThat(match.fixedVersion()).isEqualTo("9.8");
      assertThat(
              decision(
                  feed,
                  Identity.of(
                      "openssh", "9.8p1", "", "cpe:2.3:a:openbsd:openssh:9.8:p1:*:*:*:*:*:*"),
                  "CVE-2024-6387"))
          .isEmpty();
      assertThat(
              decision(
                  feed,
                  Identity.of(
                      "openssh", "8.5p1", "", "cpe:2.3:a:openbsd:openssh:8.5:p1:*:*:*:*:*:*"),
                  "CVE-2024-6387"))
          .contains(Decision.AFFECTED);
    }
  }

  @Test
  void anUpdateOfAVersionIsTheVersionOnlyWhereTheRecordSaysAny() {
    String record =
        """
        {"resultsPerPage":1,"vulnerabilities":[{"cve":{"id":"CVE-2023-38408","configurations":[{"nodes":[{"cpeMatch":[
          {"vulnerable":true,"criteria":"cpe:2.3:a:openbsd:openssh:9.3:-:*:*:*:*:*:*"},
          {"vulnerable":true,"criteria":"cpe:2.3:a:openbsd:openssh:9.3:p1:*:*:*:*:*:*"},
          {"vulnerable":true,"criteria":"cpe:2.3:a:openbsd:openssh:7.2:*:*:*:*:*:*:*"}]}]}]}}]}
        """;
    try (Feed feed = Samples.feed(folder, record)) {
      assertThat(decision(feed, openssh("9.3p1"), "CVE-2023-38408")).contains(Decision.AFFECTED);
      assertThat(decision(feed, openssh("9.3p2"), "CVE-2023-38408")).isEmpty();
      assertThat(decision(feed, openssh("7.2p2"), "CVE-2023-38408")).contains(Decision.AFFECTED);
      assertThat(decision(feed, openssh("7.20"), "CVE-2023-38408")).isEmpty();
    }
  }

  private static Identity openssh(String version) {
    return Identity.of(
        "openssh", version, "", "cpe:2.3:a:openbsd:openssh:" + version + ":*:*:*:*:*:*:*");
  }

  @Test
  void anUnknownVersionIsUndecided() {
    try (Feed feed = Samples.feed(folder, Samples.NVD)) {
      assertThat(
              decision(
                  feed,
                  Identity.of("openssh", "", "", "cpe:2.3:a:openbsd:openssh:*:*:*:*:*:*:*:*"),
                  "CVE-2024-6387"))
          .contains(Decision.UNDECIDED);
    }
  }

  @Test
  void alpineIsJudgedByItsBranch() {
    try (Feed feed = Samples.feed(folder, Samples.ALPINE)) {
      Identity old =
          Identity.of("libssl3", "", "pkg:apk/alpine/libssl3@3.1.4-r0?arch=x86_64", "")
              .inRelease("3.18.4")
              .fromSource("openssl");
      assertThat(decision(feed, old, "CVE-2023-5678")).contains(Decision.AFFECTED);
      assertThat(decision(feed, old, "CVE-2022-1292")).isEmpty();
      Identity fixed =
          Identity.of("libssl3", "", "pkg:apk/alpine/libssl3@3.1.4-r1", "")
              .inRelease("v3.18")
              .fromSource("openssl");
      assertThat(decision(feed, fixed, "CVE-2023-5678")).isEmpty();
    }
  }

  @Test
  void aMakersAdvisoryIsHeard() {
    try (Feed feed = Samples.feed(folder, Samples.CSAF)) {
      Identity rpm =
          Identity.of(
                  "openssl", "", "pkg:rpm/redhat/openssl@1.1.1k-5.el8_6?epoch=1&distro=rhel-8", "")
              .inRelease("8.6");
      assertThat(decision(feed, rpm, "CVE-2022-0778")).contains(Decision.AFFECTED);
      Identity gateway =
          Identity.of("gateway", "2.4", "", "cpe:2.3:o:example:gateway:2.4:*:*:*:*:*:*:*");
      assertThat(decision(feed, gateway, "CVE-2022-0778")).contains(Decision.AFFECTED);
      Match excused =
          match(
                  feed,
                  Identity.of("gateway", "3.0", "", "cpe:2.3:o:example:gateway:3.0:*:*:*:*:*:*:*"),
                  "CVE-2022-0778")
              .orElseThrow();
      assertThat(excused.decision()).isEqualTo(Decision.NOT_AFFECTED);
      assertThat(excused.justification()).isEqualTo(Justification.VULNERABLE_CODE_NOT_PRESENT);
    }
  }

  static Identity deb(String name, String version, String release, String source, String cpe) {
    return Identity.of(
            name, version, "pkg:deb/debian/" + name + "@" + version.replace("+", "%2B"), cpe)
        .inRelease(release)
        .fromSource(source);
  }

  static Optional<Match> match(Feed feed, Identity identity, String id) {
    return new Matcher(feed).match(identity).stream().filter(m -> m.id().equals(id)).findFirst();
  }

  static Optional<Decision> decision(Feed feed, Identity identity, String id) {
    return match(feed, identity, id).map(Match::decision);
  }
}
