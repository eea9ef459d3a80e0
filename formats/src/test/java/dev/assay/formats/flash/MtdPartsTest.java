package dev.assay.formats.flash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MtdPartsTest {
  private static final long SIZE = 8 << 20;

  @Test
  void readsSizesOffsetsNamesAndWhatRemains() {
    assertThat(
            MtdParts.read(
                "spi0.0:256k(u-boot)ro,0x10000(env),1m@0x80000(kernel)lk,-(rootfs) init=/x", SIZE))
        .containsExactly(
            List.of(
                new Partition("u-boot", 0, 0x40000),
                new Partition("env", 0x40000, 0x10000),
                new Partition("kernel", 0x80000, 0x100000),
                new Partition("rootfs", 0x180000, SIZE - 0x180000)));
  }

  @Test
  void readsEachDeviceOfSeveral() {
    assertThat(MtdParts.read("nand0:1m(a);1c68000.spi:2m(b:c),512(d)", SIZE))
        .containsExactly(
            List.of(new Partition("a", 0, 1 << 20)),
            List.of(new Partition("b_c", 0, 2 << 20), new Partition("d", 2 << 20, 512)));
  }

  @Test
  void anEnvironmentsVariableMayHaveTheMarkTwice() {
    assertThat(MtdParts.read("mtdparts=nor:1m(a)\0bootcmd=b", SIZE))
        .containsExactly(List.of(new Partition("a", 0, 1 << 20)));
  }

  @Test
  void whatDoesNotFitTheChipIsNoDivision() {
    assertThat(MtdParts.read("nor:9m(a)", SIZE)).isEmpty();
    assertThat(MtdParts.read("nor:8m(a),-(b)", SIZE)).isEmpty();
    assertThat(MtdParts.read("nor:999999999999999g(a)", SIZE)).isEmpty();
    assertThat(MtdParts.read("nor:1m@0x7fffffffffffffff(a)", SIZE)).isEmpty();
    assertThat(MtdParts.read("nor:lots(a)", SIZE)).isEmpty();
    assertThat(MtdParts.read("", SIZE)).isEmpty();
  }

  @Test
  void namesAreFitForPaths() {
    assertThat(MtdParts.read("nor:1m(../../etc/\u00e9)", SIZE).getFirst().getFirst().name())
        .isEqualTo("_.._etc__");
  }
}
