package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramFileTest {
  @Test
  void readsRowsWithoutTheHead() {
    assertThat(ProgramFile.rows(ProgramFileTest.class, "even.tsv"))
        .containsExactly(List.of("one", "1"), List.of("two", ""));
  }

  @Test
  void namesTheRowThatLacksAColumn() {
    assertThatThrownBy(() -> ProgramFile.rows(ProgramFileTest.class, "uneven.tsv"))
        .hasMessage("uneven.tsv: the first row has 2 columns, this one 1: two");
  }

  @Test
  void namesTheFileThatIsMissing() {
    assertThatThrownBy(() -> ProgramFile.text(ProgramFileTest.class, "none.tsv"))
        .hasMessageContaining("none.tsv");
  }
}
