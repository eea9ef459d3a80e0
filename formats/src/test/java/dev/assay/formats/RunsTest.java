package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Runs.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunsTest {
  private static final Bytes SOURCE = Bytes.of("abcdefghij");

  @Test
  void readsAcrossRunsAndHoles() {
    Bytes runs =
        Runs.of(SOURCE, List.of(new Run(7, 3), Run.zeros(2), new Run(4, 0), new Run(0, 4)));
    assertThat(runs.text(100)).isEqualTo("hij\0\0abcd");
    assertThat(runs.slice(2, 5).text(100)).isEqualTo("j\0\0ab");
    assertThat(runs.slice(2, 5).slice(3, 1).text(100)).isEqualTo("a");
    assertThat(runs.block(4, 3).latin1(0, 3)).isEqualTo("\0ab");
    assertThat(Runs.of(SOURCE, List.of()).size()).isZero();
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThatThrownBy(() -> Runs.of(SOURCE, List.of(new Run(8, 3)))).isInstanceOf(Malformed.class);
    Bytes runs = Runs.of(SOURCE, List.of(new Run(0, 2)));
    assertThatThrownBy(() -> runs.block(1, 2)).isInstanceOf(Malformed.class);
  }
}
