package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.SplicedBytes.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplicedBytesTest {
  private static final Bytes SOURCE = Bytes.of("abcdefghij");

  @Test
  void readsAcrossPiecesAndHoles() {
    Bytes spliced =
        SplicedBytes.of(
            List.of(
                new Piece(SOURCE, 7, 3),
                Piece.hole(2),
                new Piece(SOURCE, 4, 0),
                new Piece(Bytes.of("xyz"), 0, 3),
                new Piece(SOURCE, 0, 4)));
    assertThat(spliced.text(100)).isEqualTo("hij\0\0xyzabcd");
    assertThat(spliced.slice(2, 5).text(100)).isEqualTo("j\0\0xy");
    assertThat(spliced.slice(2, 5).slice(3, 1).text(100)).isEqualTo("x");
    assertThat(spliced.block(4, 3).latin1(0, 3)).isEqualTo("\0xy");
    assertThat(spliced.from(12).size()).isZero();
    assertThat(SplicedBytes.of(List.of()).size()).isZero();
  }

  @Test
  void onePieceIsAWindowOnItsSource() {
    Bytes spliced = SplicedBytes.of(List.of(new Piece(SOURCE, 3, 0), new Piece(SOURCE, 2, 5)));
    assertThat(spliced.text(100)).isEqualTo("cdefg");
    assertThat(spliced.offsetIn(SOURCE)).hasValue(2);
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThatThrownBy(() -> SplicedBytes.of(List.of(new Piece(SOURCE, 8, 3))))
        .isInstanceOf(Malformed.class);
    assertThatThrownBy(
            () -> SplicedBytes.of(List.of(Piece.hole(Long.MAX_VALUE), Piece.hole(Long.MAX_VALUE))))
        .isInstanceOf(Malformed.class);
    Bytes spliced = SplicedBytes.of(List.of(new Piece(SOURCE, 0, 2), Piece.hole(1)));
    assertThatThrownBy(() -> spliced.block(2, 2)).isInstanceOf(Malformed.class);
  }
}
