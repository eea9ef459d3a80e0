package dev.assay.catalogue.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.Sample;
import dev.assay.catalogue.expression.Expr;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutantsTest {
  private static List<String> told(String expect) {
    return Mutants.of(expr(expect)).stream().map(Mutant::told).toList();
  }

  private static Expr expr(String expect) {
    String yaml =
        """
        - id: A
          title: A title
          component: server
          expect: '%s'
          severity: low
          weakness: CWE-20
          because: A reason.
          mitigate: A way.
          requirements: [nist:800-53r5:AC-6]
          controls: { fails: { a: b }, passes: { a: c } }
        """
            .formatted(expect);
    return Sample.definitions("cases/a.yaml", yaml).getFirst().expect();
  }

  @Test
  void negatesEveryConditionAndDropsEverySide() {
    assertThat(told("enabled && tries < 3"))
        .containsExactly(
            "negated: (enabled && (tries < 3)) -> !(enabled && (tries < 3))",
            "widened: (enabled && (tries < 3)) -> enabled",
            "widened: (enabled && (tries < 3)) -> (tries < 3)",
            "negated: enabled -> !enabled",
            "negated: (tries < 3) -> !(tries < 3)",
            "widened: (tries < 3) -> (tries <= 3)");
  }

  @Test
  void belowANegationWiderIsNarrower() {
    assertThat(told("!(tries >= 3)"))
        .containsExactly(
            "negated: !(tries >= 3) -> (tries >= 3)",
            "negated: (tries >= 3) -> !(tries >= 3)",
            "widened: (tries >= 3) -> (tries > 3)");
  }

  @Test
  void leavesOutOneElementOfAListAtATime() {
    assertThat(told("login in [\"a\", \"b\"]"))
        .contains(
            "narrowed: (login in [\"a\", \"b\"]) -> (login in [\"b\"])",
            "narrowed: (login in [\"a\", \"b\"]) -> (login in [\"a\"])");
    assertThat(told("login in [\"a\"]")).hasSize(1);
  }

  @Test
  void leavesAloneWhatARowDecided() {
    assertThat(told("\"a\" == \"b\" ? enabled : tries < 3"))
        .containsExactly(
            "negated: (tries < 3) -> !(tries < 3)", "widened: (tries < 3) -> (tries <= 3)");
  }

  @Test
  void leavesOutWhatARowMadeIdle() {
    assertThat(told("\"a\" == \"b\" || tries == 3 && \"a\" != \"b\""))
        .containsExactly("negated: (tries == 3) -> !(tries == 3)");
    assertThat(told("!(\"a\" == \"b\") && tries == 3"))
        .containsExactly("negated: (tries == 3) -> !(tries == 3)");
    assertThat(told("accounts.all(a, \"a\" == \"b\" || a.uid == 3)"))
        .contains("widened: accounts.all(a, (a.uid == 3)) -> accounts.exists(a, (a.uid == 3))");
  }

  @Test
  void turnsAllIntoSome() {
    assertThat(told("accounts.all(a, a.name != \"x\")"))
        .contains(
            "widened: accounts.all(a, (a.name != \"x\")) -> accounts.exists(a, (a.name != \"x\"))",
            "negated: (a.name != \"x\") -> !(a.name != \"x\")");
  }
}
