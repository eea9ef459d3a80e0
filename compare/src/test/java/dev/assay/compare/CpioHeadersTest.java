package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a header of cpio says of itself leads neither back nor nowhere. */
class CpioHeadersTest {
  private static final int DATA_SIZE = 54;
  private static final int NAME_SIZE = 94;

  /** Numbers of 8 digits of base 16. */
  @ParameterizedTest
  @CsvSource({
    DATA_SIZE + ", -0000080",
    DATA_SIZE + ", -0000001",
    DATA_SIZE + ", FFFFFFFF",
    DATA_SIZE + ", 7FFFFFFF",
    NAME_SIZE + ", -0000070",
    NAME_SIZE + ", 00000000",
    NAME_SIZE + ", FFFFFFFF"
  })
  void aSizeThatIsNoneEndsAndIsNeverEquivalent(int at, String number) {
    byte[] left = Forged.cpio("x", "text", 0644, 1);
    byte[] right = Forged.cpio("x", "text", 0644, 2);
    for (byte[] each : Arrays.asList(left, right)) {
      System.arraycopy(number.getBytes(StandardCharsets.US_ASCII), 0, each, at, 8);
    }
    Compared found = Compared.bytes(left, right);
    assertThat(found.comparison().verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(found.comparison().findings()).isNotEmpty();
  }
}
