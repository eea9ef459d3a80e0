package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SparseContentTest {
  private static final int PIECE = 1 << 20;
  private static final Bytes IMAGE = Bytes.of(new byte[PIECE]);

  @Test
  void piecesStandInAnyOrderAndHolesAreZeros() {
    byte[] image = new byte[3 * 4];
    Arrays.fill(image, 0, 4, (byte) 'a');
    Arrays.fill(image, 8, 12, (byte) 'c');
    long[] pieces = {8, JoinedBytes.MISSING, 0};
    Content content = new SparseContent(Bytes.of(image), pieces, 4, 10);
    assertThat(content.open(new HeapMemory()).text(10)).isEqualTo("cccc\0\0\0\0aa");
  }

  @Test
  void aSparseFileWithinASparseFileAndSoOnDoesNotGrowForEver() {
    assertThatThrownBy(() -> nested(0, JoinedBytes.MISSING))
        .isInstanceOfSatisfying(Content.Partial.class, SparseContentTest::assertIsLimited);
  }

  @Test
  void norDoesOneThatShowsTheSameBytesAgain() {
    assertThatThrownBy(() -> nested(0, 0))
        .isInstanceOfSatisfying(Content.Partial.class, SparseContentTest::assertIsLimited);
  }

  private static void assertIsLimited(Content.Partial partial) {
    assertThat(partial.malformed().problem().code()).isEqualTo("limit.expansion");
    assertThat(partial.start().size()).isLessThanOrEqualTo(64L << 20);
  }

  /** As many times as containers may be nested. */
  private static void nested(long... pieces) {
    Bytes image = IMAGE;
    for (int level = 0; level < 32; level++) {
      image =
          new SparseContent(image, pieces, image.size(), 2 * image.size()).open(new HeapMemory());
    }
  }
}
