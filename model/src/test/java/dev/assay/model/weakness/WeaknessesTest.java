package dev.assay.model.weakness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WeaknessesTest {
  @Test
  void knowsTheEnumerationByItsNumbers() {
    assertThat(Weaknesses.find("CWE-798"))
        .contains(new Weakness("CWE-798", "Use of Hard-coded Credentials"));
    assertThat(Weaknesses.title("CWE-798")).isEqualTo("CWE-798 Use of Hard-coded Credentials");
  }

  @Test
  void whatTheEnumerationDoesNotHaveIsNone() {
    assertThat(Weaknesses.find("CWE-0")).isEmpty();
    assertThat(Weaknesses.find("798")).isEmpty();
    assertThat(Weaknesses.title("CWE-0")).isEqualTo("CWE-0");
  }

  @Test
  void everyIdIsANumberWithAName() {
    assertThat(Weaknesses.all())
        .hasSizeGreaterThan(900)
        .allSatisfy(
            weakness -> {
              assertThat(weakness.id()).matches("CWE-[1-9][0-9]{0,3}");
              assertThat(weakness.name()).isNotBlank();
            });
  }
}
