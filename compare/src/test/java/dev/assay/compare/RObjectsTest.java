package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void aStatementOfAFunctionInAFunctionIsALineOfItsOwn() {
    Compared found = Compared.bytes(ForgedBuilt.rLocal("+", 2), ForgedBuilt.rLocal("-", 2));
    assertThat(found.comparison().findings().getFirst().aspects())
        .containsExactly(
            Aspect.change("R object", "function(x), f: x + 2", ""),
            Aspect.change("R object", "", "function(x), f: x - 2"));
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

  /** What R's own deparse() shows of these. */
  @ParameterizedTest
  @CsvSource({
    "100000, 1e+05",
    "123456, 123456",
    "-0.00001, -1e-05",
    "0.0001, 1e-04",
    "0.25, 0.25",
    "1.5e300, 1.5e+300",
    "12345678.9, 12345678.9",
    "Infinity, Inf"
  })
  void numbersStandAsRWritesThem(double value, String written) {
    Compared found =
        Compared.bytes(ForgedBuilt.rFunction("+", value), ForgedBuilt.rFunction("+", 7));
    assertThat(found.comparison().findings().getFirst().aspects())
        .contains(Aspect.change("R object", "function(x): x + " + written, ""));
  }

  @Test
  void operatorsStandAsRWritesThem() {
    assertThat(shown("/")).isEqualTo("function(x): x/3");
    assertThat(shown("%in%")).isEqualTo("function(x): x %in% 3");
    assertThat(shown("[")).isEqualTo("function(x): x[3]");
    assertThat(shown("[[")).isEqualTo("function(x): x[[3]]");
    assertThat(shown("max")).isEqualTo("function(x): max(x, 3)");
  }

  private static String shown(String function) {
    return Compared.bytes(ForgedBuilt.rFunction(function, 3), ForgedBuilt.rFunction(function, 4))
        .comparison()
        .findings()
        .getFirst()
        .aspects()
        .getFirst()
        .before();
  }

  @Test
  void codeOfRIsWrittenDownAsItWasBeforeItWasCompiled() {
    Compared found = Compared.bytes(ForgedBuilt.rCode(1, 12), ForgedBuilt.rCode(2, 12));
    assertThat(found.comparison().findings().getFirst().aspects())
        .contains(
            Aspect.change("R object", "function(): -1", ""),
            Aspect.change("R object", "", "function(): -2"));
  }

  @Test
  void whatRSharesIsWrittenDownWhereverItStands() {
    Compared found = Compared.bytes(ForgedBuilt.rShared(1, 2), ForgedBuilt.rShared(2, 2));
    assertThat(found.comparison().findings().getFirst().aspects())
        .contains(Aspect.change("R object", "function(): -1 + -1 + -1 + -1", ""));
  }

  @Test
  void whatWouldBeWrittenWithoutEndIsOpaque() {
    Compared.bytes(ForgedBuilt.rShared(1, 60), ForgedBuilt.rShared(2, 60))
        .isDifferent()
        .outcomes()
        .forEach((path, outcome) -> assertThat(outcome).isEqualTo(Outcome.OPAQUE));
  }
}
