package dev.assay.evidence.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.evidence.BundleContent;
import dev.assay.evidence.BundleException;
import dev.assay.verify.bundle.BundleFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleasesTest {
  @Test
  void everyStandingIsTold() throws BundleException {
    Releases releases =
        Releases.of(
            List.of(
                release("v1.img", "1", "returned FAIL", "open FAIL", "fixed FAIL", "gone FAIL"),
                release("v2.img", "1", "returned PASS", "open FAIL", "fixed FAIL", "fresh PASS"),
                release("v3.img", "1", "returned FAIL", "open FAIL", "fixed PASS", "fresh FAIL")),
            CaseMapping.byId());
    assertThat(standings(releases))
        .isEqualTo(
            Map.of(
                "returned", Standing.RETURNED,
                "open", Standing.STILL_OPEN,
                "fixed", Standing.FIXED,
                "fresh", Standing.NEW,
                "gone", Standing.UNDECIDED));
    assertThat(releases.isWorse()).isTrue();
    assertThat(releases.sameCatalogue()).isTrue();
  }

  @Test
  void whatWasNotDecidedInBetweenWasNotFixed() throws BundleException {
    Releases releases =
        Releases.of(
            List.of(
                release("p", "1", "x FAIL"),
                release("p", "1", "x INCONCLUSIVE"),
                release("p", "1", "x FAIL")),
            CaseMapping.byId());
    assertThat(standings(releases)).containsEntry("x", Standing.STILL_OPEN);
    assertThat(releases.isWorse()).isFalse();
  }

  @Test
  void anotherCatalogueIsSaid() throws BundleException {
    assertThat(
            Releases.of(
                    List.of(release("p", "1", "x PASS"), release("p", "2", "x PASS")),
                    CaseMapping.byId())
                .sameCatalogue())
        .isFalse();
  }

  @Test
  void aCaseOfAnotherCatalogueIsFoundByTheMappingThatIsStated() throws BundleException {
    List<BundleContent> releases =
        List.of(
            release("p", "1", "old FAIL", "gone FAIL", "new PASS"),
            release("p", "2", "fresh PASS", "new FAIL"),
            release("p", "2", "fresh FAIL", "new FAIL"));
    CaseMapping mapping = CaseMapping.read("# renamed\nold fresh # as it was\n\n", "map");
    assertThat(standings(Releases.of(releases, mapping)))
        .isEqualTo(
            Map.of(
                "fresh", Standing.RETURNED,
                "gone", Standing.UNDECIDED,
                "new", Standing.STILL_OPEN));
    assertThat(standings(Releases.of(releases, CaseMapping.byId())))
        .containsEntry("old", Standing.UNDECIDED)
        .containsEntry("fresh", Standing.NEW);
  }

  @Test
  void aMappingOntoACaseThatWasThereIsRefused() throws BundleException {
    CaseMapping mapping = CaseMapping.read("a b", "map");
    assertThatThrownBy(
            () ->
                Releases.of(
                    List.of(release("p", "1", "a FAIL", "b PASS"), release("p", "2", "b PASS")),
                    mapping))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("two verdicts of b");
  }

  @ParameterizedTest
  @CsvSource({
    "'a b c', line 1: expected an old and a new",
    "'a b\na c', line 2: `a` is mapped twice",
    "'a c\nb c', line 2: `a` and `b` cannot both become `c`"
  })
  void refusesAMappingThatIsNone(String text, String why) {
    assertThatThrownBy(() -> CaseMapping.read(text, "map"))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("map " + why);
  }

  @Test
  void failuresAreCountedByTheirClassOfWeakness() throws BundleException {
    Releases releases =
        Releases.of(
            List.of(
                release("p", "1", "one:CWE-20 FAIL", "two:CWE-20 FAIL", "old FAIL"),
                release("p", "1", "one:CWE-20 PASS", "two:CWE-20 FAIL", "old FAIL"),
                release("p", "1", "one:CWE-20 FAIL", "two:CWE-20 PASS", "old PASS")),
            CaseMapping.byId());
    assertThat(releases.byWeakness())
        .isEqualTo(
            Map.of(
                "CWE-20", Map.of(Standing.RETURNED, 1L, Standing.FIXED, 1L),
                "", Map.of(Standing.FIXED, 1L)));
  }

  @Test
  void classesOfWeaknessStandInTheOrderOfTheirNumbers() throws BundleException {
    Releases releases =
        Releases.of(
            List.of(
                release("p", "1", "a:CWE-1125 FAIL", "b:CWE-94 FAIL", "c:CWE-201 FAIL", "d FAIL"),
                release("p", "1", "a:CWE-1125 FAIL", "b:CWE-94 FAIL", "c:CWE-201 FAIL", "d FAIL")),
            CaseMapping.byId());
    assertThat(releases.byWeakness().keySet()).containsExactly("", "CWE-94", "CWE-201", "CWE-1125");
  }

  @Test
  void aMendedFailureThatCameBackAsAnotherOfItsClassIsNamed() throws BundleException {
    Releases releases =
        Releases.of(
            List.of(
                release("p", "1", "first:CWE-20 FAIL", "next:CWE-20 PASS", "other:CWE-59 PASS"),
                release("p", "1", "first:CWE-20 PASS", "next:CWE-20 FAIL", "other:CWE-59 FAIL")),
            CaseMapping.byId());
    assertThat(releases.variants()).extracting(History::test).containsExactly("next");
  }

  /** Components of the whole product have its name before a hash. */
  @Test
  void softwareOfAProductOfAnotherNameIsTheSame() throws BundleException {
    Releases releases =
        Releases.of(List.of(ofSoftware("v1.img"), ofSoftware("v2.img")), CaseMapping.byId());
    assertThat(standings(releases)).isEqualTo(Map.of("x", Standing.STILL_OPEN));
  }

  private static BundleContent ofSoftware(String product) {
    SequencedMap<String, List<byte[]>> files = new LinkedHashMap<>();
    files.put(
        BundleFiles.VERDICTS,
        List.of(
            "{\"test\":\"x\",\"component\":\"software:%s#zlib@1.2.11\",\"verdict\":\"FAIL\"}"
                .formatted(product)
                .getBytes()));
    return new BundleContent(
        files,
        "{\"product\":{\"name\":\"%s\",\"version\":\"\"},\"catalogue\":{\"profile\":\"p\",\"digest\":\"1\"},\"tests\":[],\"asOf\":\"2026-11-27\"}"
            .formatted(product)
            .getBytes(),
        "root");
  }

  @Test
  void aLineThatIsNoVerdictIsRefused() {
    assertThatThrownBy(
            () ->
                Releases.of(
                    List.of(release("p", "1", "x PERHAPS"), release("p", "1", "x PASS")),
                    CaseMapping.byId()))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("PERHAPS");
  }

  private static Map<String, Standing> standings(Releases releases) {
    return releases.histories().stream()
        .collect(Collectors.toMap(History::test, each -> each.standing().orElseThrow()));
  }

  private static BundleContent release(String product, String catalogue, String... verdicts) {
    SequencedMap<String, List<byte[]>> files = new LinkedHashMap<>();
    String tests =
        Stream.of(verdicts)
            .map(verdict -> verdict.split(" ")[0].split(":"))
            .filter(test -> test.length == 2)
            .map(test -> "{\"test\":\"%s\",\"weakness\":\"%s\"}".formatted(test[0], test[1]))
            .collect(Collectors.joining(",", "[", "]"));
    files.put(
        BundleFiles.VERDICTS,
        Stream.of(verdicts)
            .map(verdict -> verdict.split(" "))
            .map(
                each ->
                    "{\"test\":\"%s\",\"component\":\"program:%s!/bin/x\",\"verdict\":\"%s\",\"evidence\":[{\"a\":1}]}"
                        .formatted(each[0].split(":")[0], product, each[1])
                        .getBytes())
            .toList());
    String summary =
        "{\"product\":{\"name\":\"%s\",\"version\":\"\"},\"catalogue\":{\"profile\":\"p\",\"digest\":\"%s\"},\"tests\":%s,\"asOf\":\"2026-11-27\"}"
            .formatted(product, catalogue, tests);
    return new BundleContent(files, summary.getBytes(), "root");
  }
}
