package dev.assay.feed.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feed.Range;
import dev.assay.feed.Samples;
import dev.assay.feed.SourceKind;
import dev.assay.feed.Statement;
import dev.assay.feed.Status;
import dev.assay.feed.Vulnerability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  @TempDir Path folder = Path.of("");
  private final Collected collected = new Collected();

  @Test
  void readsPagesOfNvd() throws Exception {
    Tally tally = read(Samples.NVD).tallies().get(SourceKind.NVD);
    assertThat(tally.accepted()).isEqualTo(2);
    assertThat(tally.withdrawn()).isEqualTo(1);
    assertThat(tally.refused()).isZero();
    assertThat(tally.newest()).isEqualTo("2026-11-20");
    Vulnerability terrapin = collected.flaws.getFirst();
    assertThat(terrapin.summary())
        .isEqualTo("The SSH transport protocol allows a prefix truncation.");
    assertThat(terrapin.scores().getFirst().base()).isEqualTo(5.9);
    assertThat(terrapin.references()).containsExactly("https://www.openssh.com/txt/release-9.6");
    Statement regression = collected.statements.get(1);
    assertThat(regression.subject()).isEqualTo("cpe:a:openbsd:openssh");
    assertThat(regression.ranges())
        .containsExactly(Range.before("4.4"), new Range("8.6", "", "9.8", ""));
    assertThat(regression.versions()).containsExactly("8.5p1");
  }

  @Test
  void readsOsvWithFunctionsAndAScoreFromItsVector() throws Exception {
    read(Samples.OSV);
    Statement lodash = collected.statements.getFirst();
    assertThat(lodash.subject()).isEqualTo("pkg:npm/lodash");
    assertThat(lodash.vulnerability()).isEqualTo("CVE-2021-23337");
    assertThat(lodash.advisory()).isEqualTo("GHSA-35jh-r3h4-6jhm");
    assertThat(lodash.conditions().functions()).containsExactly("template");
    assertThat(collected.flaws.getFirst().scores().getFirst().base()).isEqualTo(7.2);
    assertThat(collected.flaws.getFirst().aliases()).containsExactly("GHSA-35jh-r3h4-6jhm");
  }

  @Test
  void readsTheDebianTracker() throws Exception {
    read(Samples.DEBIAN);
    assertThat(collected.statements)
        .filteredOn(s -> s.vulnerability().equals("CVE-2024-6387"))
        .extracting(Statement::release, Statement::status)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("12", Status.AFFECTED),
            org.assertj.core.groups.Tuple.tuple("11", Status.NOT_AFFECTED));
  }

  @Test
  void readsAlpineKevEpssAndCsaf() throws Exception {
    Sources sources = read(Samples.ALPINE, Samples.KEV, Samples.EPSS, Samples.CSAF);
    assertThat(sources.tallies().keySet())
        .containsExactly(SourceKind.ALPINE, SourceKind.CSAF, SourceKind.KEV, SourceKind.EPSS);
    assertThat(sources.tallies().get(SourceKind.EPSS).accepted()).isEqualTo(2);
    assertThat(sources.tallies().get(SourceKind.EPSS).newest()).isEqualTo("2025-08-25");
    assertThat(collected.flaws)
        .filteredOn(flaw -> flaw.id().equals("CVE-2024-0727"))
        .first()
        .extracting(Vulnerability::aliases)
        .isEqualTo(List.of("GHSA-xxxx"));
    Tally csaf = sources.tallies().get(SourceKind.CSAF);
    assertThat(csaf.partial()).isEqualTo(1);
    assertThat(csaf.refused()).isEqualTo(1);
    assertThat(csaf.refusals().getFirst().reason())
        .isEqualTo(
            "taken without 1 of its products: expected package URL or CPE of a product, found none");
    assertThat(csaf.refusals().getLast())
        .extracting(Refusal::id, Refusal::record)
        .containsExactly("CVE-2022-0779", 2L);
    assertThat(collected.statements)
        .filteredOn(s -> s.subject().equals("pkg:rpm/redhat/openssl"))
        .first()
        .satisfies(
            s -> {
              assertThat(s.release()).isEqualTo("8");
              assertThat(s.ranges()).containsExactly(Range.before("1:1.1.1k-9.el8_6"));
            });
  }

  @Test
  void takesWhatItKnowsOfAnOsvRecordAndSaysWhatItLeftOut() throws Exception {
    String record =
        """
        {"id":"CVE-2024-20001","modified":"2024-01-01T00:00:00Z","affected":[
          {"ranges":[{"type":"GIT","repo":"https://example.org/a","events":[{"introduced":"0"}]}]},
          {"package":{"ecosystem":"Unheard Of","name":"a"},"versions":["1"]},
          {"package":{"ecosystem":"PyPI","name":"A_b"},"versions":["1.0"]}]}
        """;
    Tally osv = read(record).tallies().get(SourceKind.OSV);
    assertThat(osv.accepted()).isEqualTo(1);
    assertThat(osv.partial()).isEqualTo(1);
    assertThat(osv.refused()).isZero();
    assertThat(osv.refusals().getFirst().reason())
        .isEqualTo(
            "taken without 2 of its products: expected versions, found only ranges of commits");
    assertThat(collected.statements)
        .singleElement()
        .extracting(Statement::subject)
        .isEqualTo("pkg:pypi/a-b");
  }

  /** Package URLs of Go have no capital letters, whatever the module's path has. */
  @Test
  void filesGoModulesAsTheirPackageUrlsNameThem() throws Exception {
    read(
        """
        {"id":"GO-2024-0001","modified":"2024-01-01T00:00:00Z","affected":[
          {"package":{"ecosystem":"Go","name":"github.com/BurntSushi/toml"},"versions":["1.0.0"]}]}
        """);
    assertThat(collected.statements)
        .singleElement()
        .extracting(Statement::subject)
        .isEqualTo("pkg:golang/github.com/burntsushi/toml");
  }

  @Test
  void takesListedVersionsOfAnOsvRecordBesideItsRanges() throws Exception {
    read(
        """
        {"id":"CVE-2024-20002","modified":"2024-01-01T00:00:00Z","affected":[
          {"package":{"ecosystem":"PyPI","name":"a"},
           "ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"1.0"},{"fixed":"1.2"}]}],
           "versions":["0.9","1.0","1.1.post1","1.2","dev-trunk"]}]}
        """);
    Statement both = collected.statements.getFirst();
    assertThat(both.ranges()).containsExactly(new Range("1.0", "", "1.2", ""));
    assertThat(both.versions()).containsExactly("0.9", "1.2", "dev-trunk");
  }

  @Test
  void readsGzipZipAndFolders() throws Exception {
    Files.createDirectories(folder.resolve("all/sub"));
    Files.write(folder.resolve("all/nvd.json.gz"), Samples.gzip(Samples.NVD));
    Files.write(
        folder.resolve("all/sub/osv.zip"),
        Samples.zip("a.json", Samples.OSV, "b.json", Samples.OSV));
    Sources sources = new Sources(collected);
    sources.read(folder.resolve("all"));
    assertThat(sources.tallies().get(SourceKind.NVD).accepted()).isEqualTo(2);
    assertThat(sources.tallies().get(SourceKind.OSV).accepted()).isEqualTo(2);
  }

  @Test
  void leavesOutWhatLiesBesideTheDataAndTellsIt() throws Exception {
    Files.createDirectories(folder.resolve("csaf/2024"));
    Files.write(folder.resolve("csaf/2024/nvd.json.gz"), Samples.gzip(Samples.NVD));
    Files.writeString(folder.resolve("csaf/2024/nvd.json.sha256"), "00  nvd.json\n");
    Files.writeString(
        folder.resolve("csaf/provider-metadata.json"), "{\"metadata_version\":\"2.0\"}");
    Files.write(
        folder.resolve("csaf/osv.zip"), Samples.zip("a.json", Samples.OSV, "README.md", "# OSV\n"));
    Sources sources = new Sources(collected);
    sources.read(folder.resolve("csaf"));
    assertThat(sources.tallies().keySet()).containsExactly(SourceKind.NVD, SourceKind.OSV);
    assertThat(sources.leftOut())
        .isEqualTo(
            new LeftOut(
                3,
                List.of(
                    "csaf/2024/nvd.json.sha256",
                    "csaf/osv.zip!/README.md",
                    "csaf/provider-metadata.json")));
  }

  @Test
  void countsWhatItLeavesOutBeyondTheListedNames() throws Exception {
    Path many = Files.createDirectories(folder.resolve("many"));
    for (int i = 0; i <= LeftOut.MOST_LISTED; i++) {
      Files.writeString(many.resolve(i + ".txt"), "text");
    }
    Sources sources = new Sources(collected);
    sources.read(many);
    assertThat(sources.leftOut().count()).isEqualTo(LeftOut.MOST_LISTED + 1);
    assertThat(sources.leftOut().names()).hasSize(LeftOut.MOST_LISTED);
  }

  private Sources read(String... texts) throws IOException, BadSource {
    return Samples.read(collected, folder, texts);
  }
}
