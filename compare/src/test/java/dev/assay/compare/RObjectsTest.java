package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What objects of R hold is written down as R has it. */
class RObjectsTest {
  @Test
  void whatAFunctionOfRDoesIsWrittenDown() {
    Compared found =
        Compared.bytes(ForgedBuilt.rFunction("+", 1.5), ForgedBuilt.rFunction("-", 1.5));
    assertThat(found.comparison().findings().getFirst().aspects())
        .containsExactly(
            Aspect.change("R object", "function(x): x + 1.5", ""),
            Aspect.change("R object", "", "function(x): x - 1.5"));
  }

  @Test
  void aStatementInALoopIsALineOfItsOwn() {
    Compared found = Compared.bytes(ForgedBuilt.rLoop("+", 2), ForgedBuilt.rLoop("-", 2));
    assertThat(found.comparison().findings().getFirst().aspects())
        .containsExactly(
            Aspect.change("R object", "function(x): x + 2", ""),
            Aspect.change("R object", "", "function(x): x - 2"));
  }

  @Test
  void anElementOfALongVectorIsALineOfItsOwn() {
    Compared found =
        Compared.bytes(
            ForgedBuilt.rVector(1, 2, 3, 4, 5, 6, 7, 8, 9),
            ForgedBuilt.rVector(1, 2, 3, 4, 5, 6, 7, 8, 10));
    assertThat(found.comparison().findings().getFirst().aspects())
        .containsExactly(
            Aspect.change("R object", "object[9] = 9", ""),
            Aspect.change("R object", "", "object[9] = 10"));
  }

  @Test
  void codeOfRIsWrittenDownAsItWasBeforeItWasCompiled() {
    Compared found = Compared.bytes(ForgedBuilt.rCode(1, 12), ForgedBuilt.rCode(2, 12));
    assertThat(found.comparison().findings().getFirst().aspects())
        .contains(
            Aspect.change("R object", "function(): -(1)", ""),
            Aspect.change("R object", "", "function(): -(2)"));
  }

  @Test
  void whatRSharesIsWrittenDownWhereverItStands() {
    Compared found = Compared.bytes(ForgedBuilt.rShared(1, 2), ForgedBuilt.rShared(2, 2));
    assertThat(found.comparison().findings().getFirst().aspects())
        .contains(Aspect.change("R object", "function(): -(1) + -(1) + -(1) + -(1)", ""));
  }

  @Test
  void whatWouldBeWrittenWithoutEndIsOpaque() {
    Compared.bytes(ForgedBuilt.rShared(1, 60), ForgedBuilt.rShared(2, 60))
        .isDifferent()
        .outcomes()
        .forEach((path, outcome) -> assertThat(outcome).isEqualTo(Outcome.OPAQUE));
  }
}
