package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a module of Haskell declares is written down as GHC shows it. */
class HaskellDeclarationsTest {
  private static final byte[] SHORT = ForgedBuilt.haskellCalls(1, 1);

  @Test
  void whatIsKnownOfAValueIsALineEach() {
    assertThat(lines(ForgedBuilt.haskellValue(1, SHORT), ForgedBuilt.haskellValue(2, SHORT)))
        .containsExactly(
            Aspect.change("interface line", "run Arity: 1", ""),
            Aspect.change("interface line", "", "run Arity: 2"));
  }

  @Test
  void aNumberInWhatAValueIsComputedFromIsTold() {
    byte[] other = ForgedBuilt.haskellCalls(2, 1);
    assertThat(lines(ForgedBuilt.haskellValue(1, SHORT), ForgedBuilt.haskellValue(1, other)))
        .containsExactly(
            Aspect.change("interface line", "run Unfolding: Module 1#", ""),
            Aspect.change("interface line", "", "run Unfolding: Module 2#"));
  }

  @Test
  void whatIsNestedTooDeepIsToldByItsBytes() {
    byte[] left = ForgedBuilt.haskellValue(1, ForgedBuilt.haskellCalls(1, 2000));
    byte[] right = ForgedBuilt.haskellValue(1, ForgedBuilt.haskellCalls(2, 2000));
    List<Aspect> lines = lines(left, right);
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst().before()).matches("run \\d+ bytes, CRC-32 [0-9a-f]{8}");
  }

  /** Where fields do not add up, nothing is made of them. */
  @ParameterizedTest
  @ValueSource(ints = {-1, 1, 1000, Integer.MIN_VALUE})
  void declarationsThatEndElsewhereThanTheySayAreTheirBytes(int lie) {
    Compared found = Compared.bytes(ForgedBuilt.haskellLie(1, lie), ForgedBuilt.haskellLie(2, lie));
    assertThat(found.isDifferent().aspects())
        .contains("interface declarations")
        .doesNotContain("interface line");
  }

  private static List<Aspect> lines(byte[] left, byte[] right) {
    return Compared.bytes(left, right).isDifferent().comparison().findings().stream()
        .flatMap(finding -> finding.aspects().stream())
        .filter(aspect -> aspect.what().equals("interface line"))
        .toList();
  }
}
