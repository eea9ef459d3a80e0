package dev.assay.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.expression.Decision;
import dev.assay.model.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is unknown of one element leaves everything else decided. */
class UnknownPartsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "accounts[1].scheme; accounts.all(a, a.uid >= 0); PASS",
        "accounts[1].scheme; accounts.all(a, a.scheme != 'NONE'); FAIL",
        "accounts[1].scheme; accounts.all(a, a.scheme != 'SHA512' || a.uid == 0); INCONCLUSIVE",
        "accounts[1].scheme; accounts.exists(a, a.scheme == 'SHA512'); PASS",
        "accounts[1].scheme; accounts.exists(a, a.scheme == 'MD5'); INCONCLUSIVE",
        "accounts[1].scheme; size(accounts) == 3; PASS",
        "accounts[1]; accounts.all(a, a.scheme != 'NONE'); FAIL",
        "accounts[1]; accounts.all(a, a.uid >= 0); INCONCLUSIVE",
        "accounts[1].none; accounts.all(a, a.uid >= 0); INCONCLUSIVE",
        "accounts[9].scheme; accounts.all(a, a.uid >= 0); INCONCLUSIVE",
        "limits.memory; limits.share < 1.0; PASS",
        "limits.memory; limits.memory > 1; INCONCLUSIVE",
        "config[CONFIG_A]; config['CONFIG_B'] == 'n'; PASS",
        "config[CONFIG_A]; config['CONFIG_A'] == 'y'; INCONCLUSIVE"
      })
  void onlyWhatReadsItStaysOpen(String unknown, String expect, Outcome outcome) {
    assertThat(
            Sample.decide(expect, Sample.described(Sample.FACTS, Map.of(unknown, "not seen")))
                .outcome())
        .isEqualTo(outcome);
  }

  @Test
  void aFailureOfAnElementOfWhichAPartIsUnknownNamesItAndItsLine() {
    Decision decision =
        Sample.decide(
            "accounts.all(a, a.uid != 0 || a.name == 'root')",
            Sample.described(Sample.FACTS, Map.of("accounts[2].scheme", "not seen")));
    assertThat(decision.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(decision.why()).contains("accounts[2] (toor).uid is 0");
    assertThat(decision.evidence())
        .singleElement()
        .satisfies(e -> assertThat(e.excerpt()).isEqualTo("toor"));
  }

  @Test
  void twoUnknownPartsOfAnElementAreBothNamed() {
    Decision decision =
        Sample.decide(
            "accounts.all(a, a.scheme == 'SHA512' && a.uid < 10)",
            Sample.described(
                Sample.FACTS, Map.of("accounts[0].scheme", "one", "accounts[0].uid", "two")));
    assertThat(decision.outcome()).isEqualTo(Outcome.FAIL);
    decision =
        Sample.decide(
            "accounts.exists(a, a.scheme == 'X' && a.uid < 10)",
            Sample.described(
                Sample.FACTS, Map.of("accounts[0].scheme", "one", "accounts[0].uid", "two")));
    assertThat(decision.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(decision.why()).contains("one", "two");
  }
}
