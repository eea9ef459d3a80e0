package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Interfaces of OCaml are told as ocamlobjinfo shows them. */
class CamlPairsTest {
  /** What ocamlc 4.14 makes of an empty interface {@code test1.mli}. */
  private static final String EMPTY =
      "43616d6c31393939493033308495a6be00000008000000020000000600000005a02554657374"
          + "31408495a6be000000630000000f000000380000002da0a02554657374319030605070d38b13"
          + "5b920997a99ca17b8a60a0a0265374646c696290302d082666be7fc2ba916e7233397491dfa0"
          + "a03843616d6c696e7465726e616c466f726d61744261736963739030c4b583a727ec28f5bc9b"
          + "a36adc64cfc7408495a6be00000004000000020000000500000005a0904040";

  /** The same of {@code open A val y : string} in {@code b.mli}. */
  private static final String IMPORTING =
      "43616d6c31393939493033308495a6be0000003c000000120000003e0000003ca02142a0b0a0"
          + "21790052d0c0b390a326737472696e674f4090400205f5e1004000fe40b0c025622e6d6c6942"
          + "4747c004024247554040a104114040408495a6be0000007500000014000000470000003ba0a0"
          + "21429030707055825bdc4f67b562689fd86a8c76a0a0265374646c696290302d082666be7fc2"
          + "ba916e7233397491dfa0a03843616d6c696e7465726e616c466f726d61744261736963739030"
          + "c4b583a727ec28f5bc9ba36adc64cfc7a0a0214190308f29ac71b8ff93ede183dd3515268504"
          + "408495a6be00000004000000020000000500000005a0904040";

  @Test
  void nameAndImportsAreTold() {
    assertThat(aspects(EMPTY, IMPORTING))
        .contains(
            Aspect.change("interface unit name", "Test1", "B"),
            Aspect.change("interface imports `Test1`", "605070d38b135b920997a99ca17b8a60", ""),
            Aspect.change("interface imports `B`", "", "707055825bdc4f67b562689fd86a8c76"),
            Aspect.change("interface imports `A`", "", "8f29ac71b8ff93ede183dd3515268504"))
        .extracting(Aspect::what)
        .contains("interface signature")
        .doesNotContain("interface imports `Stdlib`");
  }

  @Test
  void aNameAloneIsToldAsOne() {
    assertThat(aspects(EMPTY, EMPTY.replace("5465737431", "5465737432")))
        .contains(Aspect.change("interface unit name", "Test1", "Test2"));
  }

  @Test
  void whereverItIsCutTheBytesAreTold() {
    byte[] whole = HexFormat.of().parseHex(IMPORTING);
    for (int length = 12; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThat(Compared.bytes(whole, cut).isDifferent().comparison().findings()).isNotEmpty();
    }
  }

  private static List<Aspect> aspects(String left, String right) {
    return Compared.bytes(HexFormat.of().parseHex(left), HexFormat.of().parseHex(right))
        .isDifferent()
        .comparison()
        .findings()
        .getFirst()
        .aspects();
  }
}
