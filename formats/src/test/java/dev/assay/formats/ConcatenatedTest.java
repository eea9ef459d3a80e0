package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConcatenatedTest {
  private final Bytes both = new Concatenated(Bytes.of("abc"), Bytes.of("defg"));

  @Test
  void readsAcrossTheSeam() {
    assertThat(both.text(10)).isEqualTo("abcdefg");
    assertThat(both.slice(1, 4).text(10)).isEqualTo("bcde");
    assertThat(both.slice(0, 3).text(10)).isEqualTo("abc");
    assertThat(both.slice(3, 2).text(10)).isEqualTo("de");
    assertThat(both.block(2, 2).latin1(0, 2)).isEqualTo("cd");
    assertThat(both.from(7).size()).isZero();
  }
}
