package dev.assay.feed.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.feed.Range;
import dev.assay.feed.Samples;
import dev.assay.feed.SourceKind;
import dev.assay.feed.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a source holds and cannot be relied on is refused and told. */
class RefusedRecordsTest {
  @TempDir Path folder = Path.of("");
  private final Collected collected = new Collected();

  @Test
  void refusesAPackageOfTheTrackerThatIsNoObject() throws Exception {
    Tally debian =
        read("{\"a\":{\"CVE-2024-0001\":{\"releases\":{\"sid\":{\"status\":\"open\"}}}},\"b\":[{}],\"c\":7,\"d\":{}}")
            .tallies()
            .get(SourceKind.DEBIAN);
    assertThat(debian.accepted()).isEqualTo(1);
    assertThat(debian.refused()).isEqualTo(2);
  }

  @Test
  void refusesAnOsvRecordWhoseVersionsBesideItsRangesAreNone() throws Exception {
    Tally osv =
        read("""
                {"id":"CVE-2024-20003","modified":"2024-01-01T00:00:00Z","affected":[
                  {"package":{"ecosystem":"PyPI","name":"a"},
                   "ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"1.0"},{"fixed":"1.2"}]}],
                   "versions":["0.9",{"b":1}]}]}
                """)
            .tallies()
            .get(SourceKind.OSV);
    assertThat(osv.refused()).isEqualTo(1);
    assertThat(collected.statements).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"cve\":{\"id\":\"CVE-2024-1\"}}",
        "{\"cve\":{\"id\":7}}",
        "{\"cve\":[]}",
        "[]",
        "7",
        "null",
        "{\"cve\":{\"id\":\"CVE-2024-10001\",\"id\":\"CVE-2024-10002\"}}",
        "{\"cve\":{\"id\":\"CVE-2024-10001\",\"published\":\"yesterday\"}}",
        "{\"cve\":{\"id\":\"CVE-2024-10001\",\"metrics\":{\"cvssMetricV31\":[{\"cvssData\":{\"vectorString\":\"x\",\"baseScore\":5}}]}}}",
        "{\"cve\":{\"id\":\"CVE-2024-10001\",\"metrics\":{\"cvssMetricV31\":[{\"cvssData\":{\"vectorString\":\"CVSS:3.1/x\",\"baseScore\":99}}]}}}",
        "{\"cve\":{\"id\":\"CVE-2024-10001\",\"configurations\":[{\"nodes\":[{\"negate\":true}]}]}}",
        "{\"cve\":{\"id\":\"CVE-2024-10001\",\"configurations\":[{\"nodes\":[{\"cpeMatch\":[{\"vulnerable\":true,\"criteria\":\"openssl\"}]}]}]}}",
        "{\"cve\":{\"id\":\"CVE-2024-10001\",\"configurations\":[{\"nodes\":[{\"cpeMatch\":[{\"vulnerable\":true,\"criteria\":\"cpe:2.3:a:a:b:*:*:*:*:*:*:*:*\",\"versionEndIncluding\":\"1\",\"versionEndExcluding\":\"2\"}]}]}]}}"
      })
  void refusesABadRecordWholeAndGoesOn(String bad) throws Exception {
    String good = "{\"cve\":{\"id\":\"CVE-2024-77777\"}}";
    Tally tally =
        read("{\"resultsPerPage\":3,\"vulnerabilities\":[" + good + "," + bad + "," + good + "]}")
            .tallies()
            .get(SourceKind.NVD);
    assertThat(tally.accepted()).isEqualTo(2);
    assertThat(tally.refusals())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.file()).isEqualTo("input-0");
              assertThat(refusal.record()).isEqualTo(2);
              assertThat(refusal.reason()).startsWith("expected");
            });
    assertThat(collected.flaws).hasSize(2);
    assertThat(collected.statements).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":\"resolved\"}",
        "{\"status\":\"resolved\",\"fixed_version\":\"1 2\"}",
        "{\"status\":\"odd\"}",
        "{}",
        "[]"
      })
  void refusesABadReleaseWithItsIssue(String release) throws Exception {
    Tally tally =
        read("{\"a\":{\"CVE-2024-0001\":{\"releases\":{\"sid\":{\"status\":\"open\"},\"bookworm\":"
                + release
                + "}}}}")
            .tallies()
            .get(SourceKind.DEBIAN);
    assertThat(tally.refusals())
        .singleElement()
        .extracting(Refusal::id)
        .isEqualTo("a CVE-2024-0001");
    assertThat(collected.statements).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CVE-2024-1,0.1,0.2",
        "CVE-2024-10001,NaN,0.2",
        "CVE-2024-10001,1.5,0.2",
        "CVE-2024-10001,0x1p3,0.2",
        "CVE-2024-10001,0.1",
        "CVE-2024-10001,-0.1,0.2",
        "<html>,,"
      })
  void refusesABadEpssLine(String line) throws Exception {
    Tally tally =
        read("cve,epss,percentile\nCVE-2024-77777,0.00043,0.1\n" + line + "\nCVE-2024-77778,1,1\n")
            .tallies()
            .get(SourceKind.EPSS);
    assertThat(tally.accepted()).isEqualTo(2);
    assertThat(tally.refusals()).singleElement().extracting(Refusal::record).isEqualTo(2L);
  }

  @Test
  void refusesAnAlpineVersionAndOsvRanges() throws Exception {
    Tally alpine =
        read("{\"distroversion\":\"v3.18\",\"packages\":[{\"pkg\":{\"name\":\"a\",\"secfixes\":{\"1.0-rc1\":[\"CVE-2024-1234\"]}}}]}")
            .tallies()
            .get(SourceKind.ALPINE);
    assertThat(alpine.refused()).isEqualTo(1);
    for (String ranges :
        List.of(
            "[{\"type\":\"GIT\",\"events\":[{\"introduced\":\"0\"}]}]",
            "[{\"type\":\"SEMVER\",\"events\":[{\"fixed\":\"1\"}]}]",
            "[{\"type\":\"SEMVER\",\"events\":[{\"introduced\":\"0\"},{\"introduced\":\"1\"}]}]",
            "[{\"type\":\"ODD\",\"events\":[]}]",
            "[]")) {
      Tally osv =
          read("{\"id\":\"GHSA-1\",\"modified\":\"2024-01-01\",\"affected\":[{\"package\":{\"ecosystem\":\"npm\",\"name\":\"a\"},\"ranges\":"
                  + ranges
                  + "}]}")
              .tallies()
              .get(SourceKind.OSV);
      assertThat(osv.refused()).as(ranges).isEqualTo(1);
    }
    assertThat(collected.statements).isEmpty();
  }

  @Test
  void tellsAPageThatHoldsFewerRecordsThanItSays() throws Exception {
    String nvd =
        "{\"resultsPerPage\":5,\"startIndex\":0,\"totalResults\":9,\"vulnerabilities\":[{\"cve\":{\"id\":\"CVE-2024-77777\"}}]}";
    assertThat(read(nvd).tallies().get(SourceKind.NVD).refusals().getFirst().reason())
        .isEqualTo("expected 5 records as the page says, found 1");
    String kev = Samples.KEV.replace("\"count\":1", "\"count\":2");
    assertThat(read(kev).tallies().get(SourceKind.KEV).refused()).isEqualTo(1);
  }

  @Test
  void tellsWhichPagesOfAListAreNotThere() throws Exception {
    String page =
        "{\"resultsPerPage\":1,\"startIndex\":%d,\"totalResults\":5,\"vulnerabilities\":[{\"cve\":{\"id\":\"CVE-2024-7777%d\"}}]}";
    Tally tally =
        read(page.formatted(3, 3), page.formatted(0, 0), page.formatted(1, 1))
            .tallies()
            .get(SourceKind.NVD);
    assertThat(tally.accepted()).isEqualTo(3);
    assertThat(tally.refused()).isEqualTo(2);
    assertThat(tally.refusals())
        .extracting(Refusal::reason)
        .containsExactly(
            "expected pages with all 5 records, found none with records 3 to 3",
            "expected pages with all 5 records, found none with records 5 to 5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "7",
        "{\"cveID\":\"CVE-2024-1\",\"dateAdded\":\"2024-01-01\"}",
        "{\"cveID\":\"CVE-2024-10001\"}",
        "{\"cveID\":\"CVE-2024-10001\",\"dateAdded\":\"soon\"}",
        "{\"cveID\":\"CVE-2024-10001\",\"dateAdded\":20240101}"
      })
  void refusesABadRecordOfKev(String bad) throws Exception {
    String good = "{\"cveID\":\"CVE-2024-77777\",\"dateAdded\":\"2024-01-01\"}";
    Tally tally =
        read("{\"catalogVersion\":\"1\",\"count\":2,\"vulnerabilities\":["
                + bad
                + ","
                + good
                + "]}")
            .tallies()
            .get(SourceKind.KEV);
    assertThat(tally.accepted()).isEqualTo(1);
    assertThat(tally.refusals()).singleElement().extracting(Refusal::record).isEqualTo(1L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "{}",
        "{\"pkg\":{}}",
        "{\"pkg\":{\"name\":\"a\\u0007b\",\"secfixes\":{\"1\":[\"CVE-2024-1234\"]}}}",
        "{\"pkg\":{\"name\":\"a\",\"secfixes\":{\"1\":\"CVE-2024-1234\"}}}",
        "{\"pkg\":{\"name\":\"a\",\"secfixes\":{\"1\":[7]}}}"
      })
  void refusesABadPackageOfAlpine(String bad) throws Exception {
    String good = "{\"pkg\":{\"name\":\"b\",\"secfixes\":{\"1\":[\"CVE-2024-1234\"]}}}";
    Tally tally =
        read("{\"distroversion\":\"v3.18\",\"packages\":[" + bad + "," + good + "]}")
            .tallies()
            .get(SourceKind.ALPINE);
    assertThat(tally.accepted()).isEqualTo(1);
    assertThat(tally.refusals()).singleElement().extracting(Refusal::record).isEqualTo(1L);
    assertThat(collected.statements)
        .extracting(Statement::subject)
        .containsExactly("pkg:apk/alpine/b");
  }

  /** One product's range in words costs that product, not the document or the import. */
  @Test
  void takesACsafDocumentWithoutTheProductsWhoseRangesAreWords() throws Exception {
    String text =
        """
        {"document":{"category":"csaf_security_advisory","csaf_version":"2.0","tracking":{"id":"E-1","current_release_date":"2026-02-03T00:00:00Z"}},
         "product_tree":{"branches":[{"category":"vendor","name":"E","branches":[
          {"category":"product_version_range","name":"all before spring","product":{"product_id":"a","name":"a","product_identification_helper":{"purl":"pkg:npm/a"}}},
          {"category":"product_version_range","name":"vers:npm/>=1.0.0|<1.2.0","product":{"product_id":"b","name":"b","product_identification_helper":{"purl":"pkg:npm/b"}}}]}]},
         "vulnerabilities":[{"cve":"CVE-2024-10001","product_status":{"known_affected":["a","b"]}},
          {"cve":"CVE-2024-1","product_status":{"known_affected":["b"]}},
          {"cve":"CVE-2024-10002","product_status":{"known_affected":["b"]},"scores":[{"cvss_v3":{"vectorString":"x","baseScore":5}}]},
          {"cve":"CVE-2024-10003","product_status":{"known_affected":"b"}}]}
        """;
    Tally csaf = read(text).tallies().get(SourceKind.CSAF);
    assertThat(csaf.accepted()).isEqualTo(1);
    assertThat(csaf.partial()).isEqualTo(1);
    assertThat(csaf.refused()).isEqualTo(3);
    assertThat(csaf.refusals().getFirst().reason())
        .contains("expected a version range, found `all before spring`");
    assertThat(csaf.refusals()).extracting(Refusal::record).containsExactly(1L, 2L, 3L, 4L);
    assertThat(collected.statements)
        .singleElement()
        .satisfies(
            statement -> {
              assertThat(statement.subject()).isEqualTo("pkg:npm/b");
              assertThat(statement.ranges()).containsExactly(new Range("1.0.0", "", "1.2.0", ""));
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30, 300, 900, 1500})
  void refusesAFileThatIsCutOff(int length) {
    assertThatThrownBy(() -> read(Samples.NVD.substring(0, length)))
        .isInstanceOf(BadSource.class)
        .hasMessageStartingWith("input-0: ");
    assertThatThrownBy(() -> read(Samples.DEBIAN.substring(0, Math.min(length, 1200))))
        .isInstanceOf(BadSource.class);
  }

  @Test
  void refusesWhatIsNoSource() {
    for (String text :
        List.of("", "hello", "{}", "[]", "{\"a\":1}", "<html></html>", "\u0000\u0000")) {
      assertThatThrownBy(() -> read(text)).isInstanceOf(BadSource.class);
    }
    assertThatThrownBy(() -> read(Samples.NVD + "{}")).isInstanceOf(BadSource.class);
    assertThatThrownBy(() -> read("cve,epss,percentile\nCVE-2024-77777,0.1,0.2"))
        .isInstanceOf(BadSource.class);
    assertThatThrownBy(() -> read("{\"resultsPerPage\":" + "[".repeat(100_000)))
        .isInstanceOf(BadSource.class);
  }

  @Test
  void refusesADamagedArchive() throws Exception {
    byte[] zip = Samples.zip("a.json", Samples.OSV);
    Path file = folder.resolve("all.zip");
    Files.write(file, Arrays.copyOf(zip, zip.length / 2));
    assertThatThrownBy(() -> new Sources(collected).read(file)).isInstanceOf(BadSource.class);
    byte[] gzip = Samples.gzip(Samples.NVD);
    Files.write(file, Arrays.copyOf(gzip, gzip.length / 2));
    assertThatThrownBy(() -> new Sources(collected).read(file)).isInstanceOf(BadSource.class);
    Files.createDirectories(folder.resolve("empty"));
    assertThatThrownBy(() -> new Sources(collected).read(folder.resolve("empty")))
        .isInstanceOf(BadSource.class);
  }

  private Sources read(String... texts) throws IOException, BadSource {
    return Samples.read(collected, folder, texts);
  }
}
