package dev.assay.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.expression.Decision;
import dev.assay.model.Evidence;
import dev.assay.model.Outcome;
import dev.assay.model.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Failures name the facts that decided, their values and places. */
class ExplanationTest {
  private static Decision decide(String expect) {
    return Sample.decide(expect, Sample.described());
  }

  private static List<Long> lines(Decision decision) {
    return decision.evidence().stream()
        .map(Evidence::place)
        .map(place -> ((Place.Line) place).number())
        .toList();
  }

  @Test
  void namesTheFactAndShowsItsLine() {
    Decision decision = decide("login in ['no']");
    assertThat(decision.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(decision.why()).isEqualTo("login is \"yes\" (expected: login in ['no'])");
    assertThat(lines(decision)).containsExactly(3L);
  }

  @Test
  void namesOnlyTheElementsThatBrokeAnAll() {
    Decision decision = decide("accounts.all(a, a.uid != 0 || a.name == 'root')");
    assertThat(decision.why())
        .isEqualTo(
            "accounts[2] (toor).uid is 0, accounts[2] (toor).name is \"toor\""
                + " (expected: accounts.all(a, a.uid != 0 || a.name == 'root'))");
    assertThat(lines(decision)).containsExactly(12L);
  }

  @Test
  void namesTheElementsThatShouldNotExist() {
    assertThat(lines(decide("!accounts.exists(a, a.scheme == 'MD5')"))).containsExactly(11L);
  }

  @Test
  void namesTheElementsThatWereCounted() {
    assertThat(lines(decide("size(accounts.filter(a, a.uid == 0)) <= 1")))
        .containsExactly(10L, 12L);
  }

  @Test
  void namesElementsSeenThroughAFilter() {
    assertThat(lines(decide("accounts.filter(a, a.uid == 0).all(a, a.scheme == 'SHA512')")))
        .containsExactly(12L);
  }

  @Test
  void showsTheElementsOfAListThatHasNoPlaceOfItsOwn() {
    assertThat(lines(decide("size(accounts) == 0"))).containsExactly(10L, 11L, 12L);
  }

  @Test
  void namesTheEntryOfAMap() {
    Decision decision = decide("config['CONFIG_A'] == 'n'");
    assertThat(decision.why()).startsWith("config[CONFIG_A] is \"y\" (expected");
    assertThat(lines(decision)).containsExactly(21L);
  }

  @Test
  void showsTheValueOfAnEntryThatShouldNotBeThereAsAnyOther() {
    assertThat(decide("!('CONFIG_A' in config)").why()).startsWith("config[CONFIG_A] is \"y\" (");
    assertThat(decide("!('memory' in {'memory': limits})").why()).doesNotContain("Limits[");
  }

  @Test
  void fallsBackToTheFactWhereAnEntryIsMissing() {
    assertThat(lines(decide("'CONFIG_X' in config"))).containsExactly(20L);
  }

  @Test
  void showsTheValueOfAnEntryThatALoopFound() {
    assertThat(decide("config.all(k, config[k] == 'y')").why())
        .startsWith("config[CONFIG_B] is \"n\" (");
    assertThat(decide("!config.exists(k, k == 'CONFIG_A')").why())
        .startsWith("config[CONFIG_A] is \"CONFIG_A\" (");
  }

  @Test
  void blamesOnlyTheSideOfAnAndThatFailed() {
    assertThat(decide("tries == 6 && login == 'no'").why()).startsWith("login is \"yes\" (");
  }

  @Test
  void saysWhatIsUnknown() {
    Decision decision =
        Sample.decide(
            "login == 'no'",
            Sample.described(Sample.FACTS, Map.of("login", "the file is encrypted")));
    assertThat(decision.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(decision.why())
        .isEqualTo("cannot be decided: login is unknown: the file is encrypted");
    assertThat(lines(decision)).containsExactly(3L);
  }

  @Test
  void anUnknownElementLeavesTheOthersKnown() {
    var described = Sample.described(Sample.FACTS, Map.of("accounts[1]", "its line is cut"));
    assertThat(Sample.decide("accounts[2].name == 'toor'", described).outcome())
        .isEqualTo(Outcome.PASS);
    assertThat(Sample.decide("accounts.all(a, a.uid != 7)", described).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(Sample.decide("accounts.all(a, a.name != 'toor')", described).outcome())
        .isEqualTo(Outcome.FAIL);
    assertThat(Sample.decide("accounts.exists(a, a.name == 'toor')", described).outcome())
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void cutsLongValuesAndListsOfEvidence() {
    List<String> many = IntStream.range(0, 500).mapToObj(i -> "x".repeat(200) + i).toList();
    Sample.Facts facts =
        new Sample.Facts(
            true,
            1,
            1,
            1,
            "",
            Sample.Scheme.NONE,
            many,
            Set.of(),
            Map.of(),
            List.of(),
            Sample.FACTS.limits());
    Decision all = Sample.decide("ciphers.all(c, c == '')", Sample.described(facts, Map.of()));
    assertThat(all.why()).contains("and 494 more").hasSizeLessThan(1000);
    Decision list = Sample.decide("size(ciphers) == 0", Sample.described(facts, Map.of()));
    assertThat(list.why()).contains("…495 more").hasSizeLessThan(1000);
  }
}
