package dev.assay.feed.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feed.Samples;
import dev.assay.feed.Score;
import dev.assay.feed.source.Sources;
import dev.assay.feed.source.Tally;
import dev.assay.feed.store.Feed;
import dev.assay.feed.store.FeedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import us.springett.cvss.Cvss;

/** The small feed of the repository, and what it must say of versions whose state is on record. */
class KnownFlawsTest {
  private static final Path KNOWN = Path.of("known-flaws");
  @TempDir static Path folder = Path.of("");
  private static Feed feed;

  @BeforeAll
  static void load() throws Exception {
    try (FeedWriter writer = new FeedWriter(folder.resolve("known.feed"))) {
      Sources sources = new Sources(writer);
      for (String part : List.of("upstream.json", "debian.json", "kev.json", "packages")) {
        sources.read(KNOWN.resolve(part));
      }
      assertThat(sources.tallies().values()).allMatch(tally -> tally.refused() == 0);
      assertThat(sources.tallies().values().stream().mapToLong(Tally::accepted).sum())
          .isGreaterThan(80);
      writer.write("", sources.tallies().values(), sources.leftOut());
    }
    feed = Feed.open(folder.resolve("known.feed"));
  }

  @AfterAll
  static void close() {
    feed.close();
  }

  /** Software that was recognised by its content has a generic package URL and a CPE name. */
  @ParameterizedTest
  @CsvSource({
    "openssh, 9.7p1,  a:openbsd:openssh:9.7:p1,                          CVE-2024-6387,  true",
    "openssh, 9.8p1,  a:openbsd:openssh:9.8:p1,                          CVE-2024-6387,  false",
    "busybox, 1.30.1, a:busybox:busybox:1.30.1:*,                        CVE-2021-28831, true",
    "busybox, 1.36.1, a:busybox:busybox:1.36.1:*,                        CVE-2021-28831, false",
    "curl,    8.3.0,  a:haxx:curl:8.3.0:*,                               CVE-2023-38545, true",
    "dropbear,2018.76,a:dropbear_ssh_project:dropbear_ssh:2018.76:*,     CVE-2018-15599, true",
    "openssl, 1.1.1m, a:openssl:openssl:1.1.1m:*,                        CVE-2022-0778,  true",
    "openssl, 1.1.1n, a:openssl:openssl:1.1.1n:*,                        CVE-2022-0778,  false",
  })
  void knowsTheFlawsOfRecognisedSoftware(
      String name, String version, String cpe, String id, boolean affected) {
    Identity identity =
        Identity.of(
            name,
            version,
            "pkg:generic/" + name + "@" + version,
            "cpe:2.3:" + cpe + ":*:*:*:*:*:*");
    List<Match> matches = new dev.assay.feed.match.Matcher(feed).match(identity);
    assertThat(
            matches.stream().anyMatch(m -> m.id().equals(id) && m.decision() == Decision.AFFECTED))
        .isEqualTo(affected);
  }

  @ParameterizedTest
  @CsvSource({
    "a:openssl:openssl:1.0.1f,     CVE-2014-0160, AFFECTED",
    "a:openssl:openssl:1.0.1g,     CVE-2014-0160, ''",
    "a:openssl:openssl:1.1.1m,     CVE-2022-0778, AFFECTED",
    "a:openssl:openssl:1.1.1n,     CVE-2022-0778, ''",
    "a:openssl:openssl:1.0.2zc,    CVE-2022-0778, AFFECTED",
    "a:openbsd:openssh:9.7p1,      CVE-2024-6387, AFFECTED",
    "a:openbsd:openssh:9.8p1,      CVE-2024-6387, ''",
    "a:openbsd:openssh:8.4p1,      CVE-2024-6387, ''",
    "a:openbsd:openssh:9.5p1,      CVE-2023-48795, AFFECTED",
    "a:openbsd:openssh:9.6p1,      CVE-2023-48795, ''",
    "a:busybox:busybox:1.35.0,     CVE-2022-28391, AFFECTED",
    "a:busybox:busybox:1.36.1,     CVE-2022-28391, ''",
    "a:thekelleys:dnsmasq:2.80,    CVE-2020-25681, AFFECTED",
    "a:thekelleys:dnsmasq:2.90,    CVE-2023-50387, ''",
    "a:sqlite:sqlite:3.50.1,       CVE-2025-6965, AFFECTED",
    "a:sqlite:sqlite:3.50.2,       CVE-2025-6965, ''",
    "a:sqlite:sqlite:3.39.1,       CVE-2022-35737, AFFECTED",
    "a:sqlite:sqlite:3.39.2,       CVE-2022-35737, ''",
    "a:sudo_project:sudo:1.9.5p1,  CVE-2021-3156, AFFECTED",
    "a:sudo_project:sudo:1.9.5p2,  CVE-2021-3156, ''",
    "a:tukaani:xz:5.6.1,           CVE-2024-3094, AFFECTED",
    "a:tukaani:xz:5.4.6,           CVE-2024-3094, ''",
    "o:linux:linux_kernel:5.10.100, CVE-2022-0847, AFFECTED",
    "o:linux:linux_kernel:5.10.102, CVE-2022-0847, ''",
    "o:linux:linux_kernel:4.19.50, CVE-2024-1086, AFFECTED",
    "a:denx:u-boot:2019.07,        CVE-2019-14192, AFFECTED",
    "a:denx:u-boot:2020.01,        CVE-2019-14192, ''"
  })
  void saysOfAnUpstreamVersion(String product, String flaw, String decision) {
    String version = product.substring(product.lastIndexOf(':') + 1);
    assertThat(
            decision(Identity.of("x", version, "", "cpe:2.3:" + product + ":*:*:*:*:*:*:*"), flaw))
        .isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({
    "openssh,     1:9.2p1-2+deb12u10,    12, CVE-2023-48795, FIXED",
    "openssh,     1:9.2p1-2+deb12u10,    12, CVE-2024-6387, FIXED",
    "openssh,     1:9.2p1-2+deb12u2,     12, CVE-2024-6387, AFFECTED",
    "openssh,     1:8.4p1-5+deb11u3,     11, CVE-2024-6387, ''",
    "sqlite3,     3.40.1-2+deb12u1,      12, CVE-2025-6965, AFFECTED",
    "sqlite3,     3.40.1-2+deb12u2,      12, CVE-2025-6965, FIXED",
    "sqlite3,     3.40.1-2+deb12u1,      12, CVE-2022-35737, ''",
    "sqlite3,     3.34.1-3+deb11u1,      11, CVE-2025-6965, UNDECIDED",
    "openssl,     1.1.1w-0+deb11u1,      11, CVE-2023-5678, AFFECTED",
    "openssl,     1.1.1w-0+deb11u1,      11, CVE-2024-5535, AFFECTED",
    "openssl,     1.1.1w-0+deb11u2,      11, CVE-2023-5678, FIXED",
    "openssl,     1.1.1w-0+deb11u2,      11, CVE-2024-0727, ''",
    "zlib,        1:1.2.11.dfsg-2+deb11u2, 11, CVE-2022-37434, FIXED",
    "zlib,        1:1.2.11.dfsg-2+deb11u1, 11, CVE-2022-37434, AFFECTED",
    "sudo,        1.8.27-1+deb10u3,      10, CVE-2021-3156, FIXED",
    "curl,        7.88.1-10+deb12u1,     12, CVE-2023-38545, AFFECTED",
    "policykit-1, 0.105-31,              11, CVE-2021-4034, AFFECTED",
    "zlib,        1:1.2.11.dfsg-2+deb11u2, 11, CVE-2018-25032, UNDECIDED"
  })
  void saysOfADebianBuild(
      String source, String version, String release, String flaw, String decision) {
    Identity identity = BackportsTest.deb(source, version, release, source, "");
    assertThat(decision(identity, flaw)).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({
    "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1, CVE-2021-44228, AFFECTED",
    "pkg:maven/org.apache.logging.log4j/log4j-core@2.17.1, CVE-2021-44228, ''",
    "pkg:maven/org.apache.logging.log4j/log4j-core@2.12.2, CVE-2021-44228, ''",
    "pkg:npm/lodash@4.17.20,  CVE-2021-23337, AFFECTED",
    "pkg:npm/lodash@4.17.21,  CVE-2021-23337, ''",
    "pkg:npm/minimist@1.2.5,  CVE-2021-44906, AFFECTED",
    "pkg:npm/minimist@0.2.4,  CVE-2021-44906, ''",
    "pkg:opkg/openwrt/dnsmasq@2.80-1, CVE-2020-25681, AFFECTED",
    "pkg:opkg/openwrt/busybox@1.36.1-2, CVE-2022-28391, ''"
  })
  void saysOfAPackage(String purl, String flaw, String decision) {
    assertThat(decision(Identity.of("x", "", purl, ""), flaw)).isEqualTo(decision);
  }

  @Test
  void excusesAKernelThatDoesNotBuildOrHoldTheCode() {
    Identity kernel =
        Identity.of("linux", "5.15.10", "", "cpe:2.3:o:linux:linux_kernel:5.15.10:*:*:*:*:*:*:*");
    String flaw = "CVE-2024-1086";
    assertThat(decision(kernel, flaw)).isEqualTo("AFFECTED");
    assertThat(
            decision(
                kernel.in(Surroundings.ofKernel(whole(Map.of("CONFIG_NF_TABLES", "y")), Set.of())),
                flaw))
        .isEqualTo("AFFECTED");
    assertThat(
            decision(
                kernel.in(Surroundings.ofKernel(whole(Map.of("CONFIG_NET", "y")), Set.of())), flaw))
        .isEqualTo("NOT_AFFECTED");
    KernelOptions module = whole(Map.of("CONFIG_NF_TABLES", "m"));
    assertThat(decision(kernel.in(Surroundings.ofKernel(module, Set.of("nf_tables"))), flaw))
        .isEqualTo("AFFECTED");
    Match excused =
        new dev.assay.feed.match.Matcher(feed)
            .match(kernel.in(Surroundings.ofKernel(module, Set.of("ext4")))).stream()
                .filter(match -> match.id().equals(flaw))
                .findFirst()
                .orElseThrow();
    assertThat(excused.decision()).isEqualTo(Decision.NOT_AFFECTED);
    assertThat(excused.justification()).isEqualTo(Justification.VULNERABLE_CODE_NOT_PRESENT);
    assertThat(excused.reason())
        .isEqualTo("the code is in the module nf_tables, which the product does not hold");
  }

  private static KernelOptions whole(Map<String, String> values) {
    return new KernelOptions(values, true);
  }

  /** What is not in the part of a configuration that was seen may be in the rest of it. */
  @ParameterizedTest
  @CsvSource({
    "'',               false, AFFECTED",
    "CONFIG_NF_TABLES, false, NOT_AFFECTED",
    "'',               true,  NOT_AFFECTED"
  })
  void onlyAWholeConfigurationProvesByWhatItDoesNotName(
      String off, boolean whole, String decision) {
    Map<String, String> values =
        off.isEmpty() ? Map.of("CONFIG_NET", "y") : Map.of("CONFIG_NET", "y", off, "n");
    Identity kernel =
        Identity.of("linux", "5.15.10", "", "cpe:2.3:o:linux:linux_kernel:5.15.10:*:*:*:*:*:*:*")
            .in(Surroundings.ofKernel(new KernelOptions(values, whole), Set.of()));
    assertThat(decision(kernel, "CVE-2024-1086")).isEqualTo(decision);
  }

  /** Titles of kernel advisories name the part of the kernel; its configuration follows. */
  @ParameterizedTest
  @CsvSource({
    "netfilter: nf_tables: reject, CONFIG_NF_TABLES, n, NOT_AFFECTED",
    "netfilter: nf_tables: reject, CONFIG_NF_TABLES, y, AFFECTED",
    "'Bluetooth: L2CAP: check', CONFIG_BT, n, NOT_AFFECTED",
    "'s390/mm: check', CONFIG_S390, n, AFFECTED",
    "'s390: check', CONFIG_S390, n, NOT_AFFECTED",
    "'tcp: check', CONFIG_TCP, n, AFFECTED",
  })
  void excusesByThePartOfTheKernelThatATitleNames(
      String title, String option, String value, String decision, @TempDir Path folder) {
    String nvd =
        """
        {"resultsPerPage":1,"format":"NVD_CVE","version":"2.0","vulnerabilities":[{"cve":{"id":"CVE-2024-50000",
          "descriptions":[{"lang":"en","value":"In the Linux kernel, the following vulnerability has been resolved:\\n\\n%s"}],
          "configurations":[{"nodes":[{"operator":"OR","negate":false,"cpeMatch":[{"vulnerable":true,
            "criteria":"cpe:2.3:o:linux:linux_kernel:*:*:*:*:*:*:*:*","versionEndExcluding":"6.10"}]}]}]}}]}
        """
            .formatted(title);
    try (Feed own = Samples.feed(folder, nvd)) {
      Identity kernel =
          Identity.of("Linux", "6.9", "", "cpe:2.3:o:linux:linux_kernel:6.9:*:*:*:*:*:*:*")
              .in(Surroundings.ofKernel(whole(Map.of("CONFIG_MMU", "y", option, value)), Set.of()));
      assertThat(new dev.assay.feed.match.Matcher(own).match(kernel))
          .singleElement()
          .satisfies(match -> assertThat(match.decision().name()).isEqualTo(decision));
    }
  }

  /** Who holds the flaw may be called by others; only the way in from outside proves anything. */
  @Test
  void excusesALibraryWhoseEntryPointsNobodyCalls() {
    Identity zlib =
        Identity.of("zlib", "1.2.11", "", "cpe:2.3:a:zlib:zlib:1.2.11:*:*:*:*:*:*:*")
            .in(Surroundings.UNKNOWN.with(calling("inflate", "deflateInit_", "deflate")));
    assertThat(decision(zlib, "CVE-2018-25032")).isEqualTo("AFFECTED");
    Match excused =
        new dev.assay.feed.match.Matcher(feed)
            .match(zlib).stream()
                .filter(match -> match.id().equals("CVE-2022-37434"))
                .findFirst()
                .orElseThrow();
    assertThat(excused.decision()).isEqualTo(Decision.NOT_AFFECTED);
    assertThat(excused.justification())
        .isEqualTo(Justification.VULNERABLE_CODE_NOT_IN_EXECUTE_PATH);
    assertThat(excused.reason())
        .isEqualTo("the flaw is reached through inflateGetHeader only, and nobody calls it");
    Identity lodash = Identity.of("lodash", "", "pkg:npm/lodash@4.17.20", "");
    assertThat(decision(lodash.in(Surroundings.UNKNOWN.with(calling("merge"))), "CVE-2021-23337"))
        .isEqualTo("AFFECTED");
  }

  private static Functions calling(String... names) {
    return new Functions() {
      @Override
      public Optional<String> uncalled(List<String> entryPoints) {
        return Stream.of(names).anyMatch(entryPoints::contains)
            ? Optional.empty()
            : Optional.of("nobody calls it");
      }

      @Override
      public Optional<String> absent(List<String> functions) {
        return Optional.empty();
      }
    };
  }

  @Test
  void everyScoreFollowsFromItsVector() throws Exception {
    Pattern id = Pattern.compile("CVE-[0-9]{4}-[0-9]+");
    try (Stream<Path> files = Files.walk(KNOWN)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        Matcher ids = id.matcher(Files.readString(file));
        while (ids.find()) {
          for (Score score : feed.vulnerability(ids.group()).orElseThrow().scores()) {
            assertThat(Cvss.fromVector(score.vector()).calculateScore().getBaseScore())
                .as(ids.group())
                .isEqualTo(score.base());
          }
        }
      }
    }
  }

  private static String decision(Identity identity, String flaw) {
    return new dev.assay.feed.match.Matcher(feed)
        .match(identity).stream()
            .filter(match -> match.id().equals(flaw))
            .map(match -> match.decision().name())
            .findFirst()
            .orElse("");
  }
}
