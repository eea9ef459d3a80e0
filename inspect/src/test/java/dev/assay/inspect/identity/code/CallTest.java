package dev.assay.inspect.identity.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions of libraries as they stand in packages of Debian, followed on the paper. */
class CallTest {
  private static final int MIPS16 = 0x04000000;

  private static Optional<Call> call(String processor, String code) {
    byte[] bytes = HexFormat.of().parseHex(code.replace(" ", ""));
    return switch (processor) {
      case "i386" -> Call.of(CodeFile.of(3, false, true, bytes), CodeFile.CODE);
      case "amd64" -> Call.of(CodeFile.of(62, true, true, bytes), CodeFile.CODE);
      case "arm" -> Call.of(CodeFile.of(40, false, true, bytes), CodeFile.CODE);
      case "thumb" -> Call.of(CodeFile.of(40, false, true, bytes), CodeFile.CODE + 1);
      case "arm64" -> Call.of(CodeFile.of(183, true, true, bytes), CodeFile.CODE);
      case "riscv64" -> Call.of(CodeFile.of(243, true, true, bytes), CodeFile.CODE);
      case "riscv32" -> Call.of(CodeFile.of(243, false, true, bytes), CodeFile.CODE);
      case "loong64" -> Call.of(CodeFile.of(258, true, true, bytes), CodeFile.CODE);
      case "loong32" -> Call.of(CodeFile.of(258, false, true, bytes), CodeFile.CODE);
      case "mipsel" -> Call.of(CodeFile.of(8, false, true, bytes), CodeFile.CODE);
      case "mips" -> Call.of(CodeFile.of(8, false, false, bytes), CodeFile.CODE);
      case "mips16el" -> Call.of(CodeFile.of(8, false, true, MIPS16, bytes), CodeFile.CODE + 1);
      case "mips16" -> Call.of(CodeFile.of(8, false, false, MIPS16, bytes), CodeFile.CODE + 1);
      case "mips16 of 64" -> Call.of(CodeFile.of(8, true, true, MIPS16, bytes), CodeFile.CODE + 1);
      case "micromips" ->
          Call.of(CodeFile.of(8, false, false, 0x02000000, bytes), CodeFile.CODE + 1);
      case "armeb" -> Call.of(CodeFile.of(40, false, false, bytes), CodeFile.CODE);
      case "armeb, be8" -> Call.of(CodeFile.of(40, false, false, 0x00800000, bytes), CodeFile.CODE);
      case "ppc64, v2" -> Call.of(CodeFile.of(21, true, false, 2, bytes), CodeFile.CODE);
      case "ppc64el" -> Call.of(CodeFile.of(21, true, true, bytes), CodeFile.CODE);
      case "ppc64" -> Call.of(CodeFile.of(21, true, false, bytes), CodeFile.CODE);
      case "powerpc" -> Call.of(CodeFile.of(20, false, false, bytes), CodeFile.CODE);
      case "s390x" -> Call.of(CodeFile.of(22, true, false, bytes), CodeFile.CODE);
      default -> throw new IllegalArgumentException(processor);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "i386, b8 982a0000 c3, 10904",
    "i386, e80c000000 05bb990100 8d80a0fcffff c3 8b0424c3, 104288",
    "i386, e80d000000 81c1bb990100 8d81a0fcffff c3 8b0c24c3, 104288",
    "amd64, b8 982a0000 c3, 10904",
    "amd64, f30f1efa b8 982a0000 c3, 10904",
    "amd64, 31c0 c3, 0",
    "amd64, 48c7c0 982a0000 c3, 10904",
    "amd64, 48b8 982a0000 01000000 c3, 4294978200",
    "amd64, 41b8 01000000 b8 982a0000 f3c3, 10904",
    "amd64, 488d05 f9530100 c3, 87296",
    "arm, 00009fe5 1eff2fe1 982a0000, 10904",
    "arm, 980a02e3 1eff2fe1, 10904",
    "arm, 2a0ca0e3 980080e3 0ef0a0e1, 10904",
    "arm, 0000e0e3 1eff2fe1, 4294967295",
    "thumb, 42f69820 7047, 10904",
    "thumb, 4ff44070 c0f21c20 7047, 35390208",
    "thumb, 4ff40170 c0f20100 7047, 66052",
    "thumb, 5520 0002 9830 7047, 21912",
    "thumb, 0148 7844 7047 00bf 9edb0100, 122020",
    "arm64, 00538552 c0035fd6, 10904",
    "arm64, 5f2403d5 00a08052 2000a072 c0035fd6, 66816",
    "arm64, 20010090 00202591 c0035fd6, 149832",
    "riscv64, 0d65 130585af 8280, 11000",
    "riscv32, 0d65 130585af 8280, 11000",
    "riscv64, 4165 13050550 8280, 66816",
    "riscv64, 17250100 1305052e 8280, 74720",
    "loong64, 44000014 84e0ab03 2000004c, 11000",
    "loong64, a4000014 84149303 2000004c, 21701",
    "loong64, 0438a203 2000004c, 2190",
    "loong64, 04001500 2000004c, 0",
    "loong64, 04fcbf02 2000004c, -1",
    "loong64, 44641318 2000004c, 159112",
    "loong64, 0c02001a 8421c402 2000004c, 65800",
    "loong64, 0402001c 8480c002 2000004c, 65824",
    "loong64, 4c000014 8c61aa03 84011500 24000016 2000004c, 4294978200",
    "loong64, 04cf0a14 8400ac03 04ad6816 84fc0703 2000004c, 2302260147586042624",
    "loong64, 04088002 84c04100 2000004c, 562949953421312",
    "loong64, 04088002 84fc4000 2000004c, 0",
    "mipsel, 0800e003 982a0224, 10904",
    "mipsel, 1c02023c 0800e003 00034224, 35390208",
    "mipsel, 03001c3c c4ca9c27 21e09903 0800e003 982a0224, 10904",
    "mips, 03e00008 24022a98, 10904",
    "mips16el, 85f2186a a0e8, 10904",
    "mips16el, 01b2 a0e8 04020100, 66052",
    "mips16el, 20e8 d16a, 209",
    "mips16el, 1ff7006a a0e8, 65280",
    "mips16el, 036a 00f44032 a0e8, 196608",
    "mips16el, 036a 4032 20e8 0065, 768",
    "mips16el, 036a 5032 20e8 4c4a, 124",
    "mips16el, 076a 20e8 4bea, -7",
    "mips16el, 040a a0e8, 272",
    "mips16el, 85f2186a 9a65 5c67 a0e8, 10904",
    "mips16, f2856a18 e8a0, 10904",
    "mips16, b201 e8a0 00010204, 66052",
    "armeb, e59f0000 e12fff1e 00010204, 66052",
    "'ppc64, v2', 3c600001 60630204 4e800020, 66052",
    "ppc64el, 99536038 2000804e, 21401",
    "ppc64el, 0100603c 04026360 2000804e, 66052",
    "ppc64el, 04004c3c b0e84238 ffff623c d0796338 2000804e, 222080",
    "ppc64el, 00002039 2a002965 784b2a7d 7853437d 2000804e, 2752512",
    "powerpc, 3c600001 60630204 4e800020, 66052",
    "s390x, a72953fc 07fe, 21500",
    "s390x, a7280870 07fe, 2160",
    "s390x, c02100010500 07fe, 66816",
    "s390x, c02000000054 07fe, 424",
    "s390x, a53e0001 0707 47000000 b9040023 07fe, 65536",
  })
  void aFunctionReturnsItsNumber(String processor, String code, long number) {
    assertThat(call(processor, code))
        .hasValueSatisfying(call -> assertThat(call.returned()).hasValue(number));
  }

  @ParameterizedTest
  @CsvSource({
    "i386, 8b442404 c70004000000 8b442408 c70003000000 8b44240c c70005000000 c3",
    "amd64, c70704000000 c70603000000 c70205000000 c3",
    "arm, 0430a0e3 003080e5 0330a0e3 003081e5 0530a0e3 003082e5 1eff2fe1",
    "thumb, 10b4 0423 0324 0360 0c60 0523 5df8044b 1360 7047",
    "arm64, 5f2403d5 85008052 050000b9 64008052 240000b9 a3008052 430000b9 c0035fd6",
    "riscv64, 9147 1cc1 8d47 9cc1 9547 1cc2 8280",
    "loong64, 0c108002 8c000025 0d0c8002 0c148002 ad000025 cc000025 2000004c",
    "loong64, 0c108002 8c008029 0d0c8002 0c148002 ad008029 cc008029 2000004c",
    "loong64, 0c108002 8c004029 0d0c8002 ad000029 0c148002 cc008029 2000004c",
    "mipsel, 04000224 000082ac 03000224 0000a2ac 05000224 0800e003 0000c2ac",
    "mips, 24020004 ac820000 24020003 aca20000 24020005 03e00008 acc20000",
    "mips16el, 046a 40dc 036a 40dd 056a 20e8 40de",
    "mips16, 6a04 dc40 6a03 dd40 6a05 e820 de40",
    "mips16, 6a04 cc40 6a03 c540 6a05 e820 de40",
    "armeb, e3a03004 e5803000 e3a0c003 e3a03005 e581c000 e5823000 e12fff1e",
    "'ppc64, v2', 39000004 39400003 39200005 91030000 91440000 91250000 4e800020",
    "ppc64el, 04002039 03004039 00002391 00004491 05002039 00002591 2000804e",
    "powerpc, 39200004 39400003 91230000 91440000 39200005 91250000 4e800020",
    "s390x, e54c20000004 e54c30000003 e54c40000005 07fe",
    "s390x, a7180004 50102000 a7180003 50103000 e54c40000005 07fe",
  })
  void aFunctionStoresItsNumbersWhereItsArgumentsPoint(String processor, String code) {
    assertThat(call(processor, code))
        .hasValueSatisfying(
            call ->
                assertThat(call.stored())
                    .isEqualTo(
                        Map.of(new Place(0, 0), 4L, new Place(1, 0), 3L, new Place(2, 0), 5L)));
  }

  /** Whatever else a function does, nothing is known of it. */
  @ParameterizedTest
  @CsvSource({
    "amd64, 7502 b8982a0000 c3",
    "amd64, b8982a0000 e900000000 c3",
    "amd64, b8982a0000 05 01000000 c3",
    "amd64, b8982a0000",
    "amd64, 4885ff 7406 c70701000000 c3",
    "amd64, c7 04 24 01000000 c3",
    "i386, e80c000000 05bb990100 8d80a0fcffff c3",
    "i386, e80c000000 05bb990100 8d80a0fcffff c3 8b042490",
    "amd64, e80c000000 05bb990100 8d80a0fcffff c3 8b0424c3",
    "ppc64el, 99536038 10000048 2000804e",
    "ppc64el, 04002039 00002191 2000804e",
    "ppc64, 38605399 4e800020",
    "arm, 00008012 1eff2fe1",
    "arm, 980a02e3 00000090 1eff2fe1",
    "thumb, 0db1 2a20 7047",
    "arm64, 00538552 40000054 c0035fd6",
    "riscv64, 09c1 0d65 8280",
    "loong64, 44000014 84e0ab03 2004004c",
    "loong64, 44000014 2100004c",
    "loong64, 800d0040 04088002 2000004c",
    "loong64, 00080050 04088002 2000004c",
    "loong64, 01088002 2000004c",
    "loong64, 00088002 2000004c",
    "loong64, 0c108002 6c008029 2000004c",
    "loong64, 8c008029 2000004c",
    "loong64, 6420c028 2000004c",
    "loong64, 84301500 2000004c",
    "loong64, 6420c029 2000004c",
    "loong64, 44000014 84e0ab03",
    "loong32, 0438a203 2000004c",
    "mipsel, 20c8828f 0800e003 f4ad4224",
    "mipsel, 982a0224 0800e003 08000004",
    "mips16, 2402 e820 6a02 6aff e820 4a2d",
    "mips16, 6a02 ec40 653c e820 6500",
    "mips16, 6a02 e820 e820",
    "mips16, e820 b201 00010204",
    "mips16, e820 f2856a18",
    "mips16, 9a40 e8a0",
    "mips16, 6a02 6440 e8a0",
    "mips16, 653f 6a02 e8a0",
    "mips16, f285",
    "mips16 of 64, 85f2186a a0e8",
    "micromips, f2856a18 e8a0",
    "'armeb, be8', e3a00004 e12fff1e",
    "s390x, a7290001 a7840004 07fe",
    "s390x, a7290001 c0e5ffffba72 07fe",
    "s390x, e54c00000004 07fe",
    "s390x, 50102000 07fe",
  })
  void aFunctionThatDoesAnythingElseIsNotFollowed(String processor, String code) {
    assertThat(call(processor, code)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "amd64, c3",
    "arm64, c0035fd6",
    "thumb, 7047",
    "riscv64, 8280",
    "loong64, 2000004c",
    "mips, 03e0000800000000",
    "mips16, e8a0",
    "ppc64el, 2000804e",
    "s390x, 07fe"
  })
  void aFunctionThatSetsNothingReturnsNothingKnown(String processor, String code) {
    assertThat(call(processor, code))
        .hasValueSatisfying(call -> assertThat(call.returned()).isEmpty());
  }
}
