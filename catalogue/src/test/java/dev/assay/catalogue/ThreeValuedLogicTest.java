package dev.assay.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.cel.CelEnvironment;
import dev.assay.catalogue.cel.CelEvaluator;
import dev.assay.model.Described;
import dev.assay.model.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Kleene's logic: what is decided with something unknown stays decided so, whatever the unknown
 * turns out to be.
 */
class ThreeValuedLogicTest {
  @Provide
  Arbitrary<String> conditions() {
    Arbitrary<String> atoms =
        Arbitraries.of(
            "true",
            "false",
            "enabled",
            "tries == 1",
            "login == 'a'",
            "size(login) > 1",
            "ciphers.all(c, c == login)",
            "ciphers.exists(c, c == login)",
            "login in ciphers",
            "config['k'] == login");
    return combined(combined(combined(atoms)));
  }

  private static Arbitrary<String> combined(Arbitrary<String> parts) {
    return Combinators.combine(Arbitraries.integers().between(0, 4), parts, parts)
        .as(
            (how, a, b) ->
                switch (how) {
                  case 0 -> a;
                  case 1 -> "!(" + a + ")";
                  case 2 -> "(" + a + ") && (" + b + ")";
                  case 3 -> "(" + a + ") || (" + b + ")";
                  default -> "(" + a + ") ? (" + b + ") : tries == 2";
                });
  }

  @Property(tries = 400)
  void theUnknownNeverOverturnsADecision(
      @ForAll("conditions") String condition, @ForAll boolean enabled, @ForAll boolean same) {
    Described known = described(enabled, same ? "a" : "bb", Map.of());
    CompiledCase test = Sample.compile(condition);
    Outcome full = test.expect().decide(known).outcome();
    for (String unknown : List.of("enabled", "login", "tries", "ciphers", "config[k]")) {
      Described partly =
          new Described(
              known.component(),
              known.facts(),
              known.evidence(),
              Map.of(unknown, "not seen"),
              known.signs());
      Outcome outcome = test.expect().decide(partly).outcome();
      assertThat(outcome).isIn(full, Outcome.INCONCLUSIVE);
    }
  }

  @Property(tries = 400)
  void bothEvaluatorsAgreeOnRandomConditions(
      @ForAll("conditions") String condition, @ForAll boolean enabled, @ForAll boolean key)
      throws Exception {
    Described described = described(enabled, "a", key ? Map.of("k", "a") : Map.of());
    Outcome theirs =
        CelEvaluator.evaluate(CelEnvironment.of(Sample.KIND, Set.of()).check(condition), described);
    assertThat(Sample.decide(condition, described).outcome()).isEqualTo(theirs);
  }

  @Property(tries = 200)
  void aConditionAndItsNegationAreOpposite(
      @ForAll("conditions") String condition, @ForAll boolean enabled) {
    Described described = described(enabled, "a", Map.of());
    Outcome positive = Sample.decide(condition, described).outcome();
    Outcome negative = Sample.decide("!(" + condition + ")", described).outcome();
    assertThat(negative)
        .isEqualTo(
            switch (positive) {
              case PASS -> Outcome.FAIL;
              case FAIL -> Outcome.PASS;
              case INCONCLUSIVE -> Outcome.INCONCLUSIVE;
            });
  }

  private static Described described(boolean enabled, String login, Map<String, String> config) {
    Sample.Facts facts =
        new Sample.Facts(
            enabled,
            1,
            1,
            1,
            login,
            Sample.Scheme.NONE,
            List.of("a", "b"),
            Set.of(),
            config,
            List.of(),
            Sample.FACTS.limits());
    return Sample.described(facts, Map.of());
  }
}
