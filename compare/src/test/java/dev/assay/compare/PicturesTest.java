package dev.assay.compare;

import static dev.assay.compare.Forged.big;
import static dev.assay.compare.Forged.concat;
import static dev.assay.compare.Forged.little;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures are decoded, and the pixels that differ told. */
class PicturesTest {
  private static final int RED = 0xFFFF0000;
  private static final int BLUE = 0xFF0000FF;

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif"})
  void thePixelsThatDifferAreTold(String format) {
    BufferedImage left = picture(8, 6, RED);
    BufferedImage right = picture(8, 6, RED);
    right.setRGB(3, 2, BLUE);
    right.setRGB(5, 4, BLUE);
    assertThat(told(written(format, left), written(format, right)))
        .containsExactly(
            Aspect.change(
                "picture, 2 of 48 pixels, in 3×3 at 3, 2; at 3, 2", "#ffff0000", "#ff0000ff"));
  }

  @Test
  void picturesOfOtherSizesHaveNoPixelsInCommon() {
    byte[] left = written("png", picture(8, 6, RED));
    byte[] right = written("png", picture(7, 6, RED));
    assertThat(told(left, right)).isEmpty();
    assertThat(Compared.bytes(left, right).aspects()).contains("chunk IHDR size");
  }

  @Test
  void picturesOfAnIconAreDecoded() {
    byte[] same = icon(written("png", picture(4, 4, RED)), bitmap(RED));
    byte[] other = icon(written("png", picture(4, 4, RED)), bitmap(BLUE));
    assertThat(told(same, other))
        .containsExactly(
            Aspect.change(
                "picture 2, 16 of 16 pixels, in 4×4 at 0, 0; at 0, 0", "#ffff0000", "#ff0000ff"));
  }

  /** Its values are told all the same. */
  @Test
  void whatCannotBeDecodedTellsNoPixels() {
    byte[] whole = written("png", picture(64, 64, RED));
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, damaged.length - 40, damaged.length - 16, (byte) 0x55);
    assertThat(told(whole, damaged)).isEmpty();
    assertThat(Compared.bytes(whole, damaged).isDifferent().aspects()).isNotEmpty();
  }

  /** Some bytes may announce a picture that no memory holds. */
  @Test
  void aPictureThatIsTooLargeIsNotDecoded() {
    byte[] left = written("png", picture(8, 6, RED));
    byte[] right = left.clone();
    byte[] header = big("IHDR", 60_000, 60_000, Arrays.copyOfRange(left, 24, 29));
    CRC32 check = new CRC32();
    check.update(header);
    System.arraycopy(header, 0, right, 12, header.length);
    System.arraycopy(big((int) check.getValue()), 0, right, 29, 4);
    assertThat(told(left, right)).isEmpty();
    assertThat(Compared.bytes(left, right).isDifferent().aspects()).contains("chunk IHDR size");
  }

  private static List<Aspect> told(byte[] left, byte[] right) {
    return Compared.bytes(left, right).isDifferent().comparison().findings().stream()
        .flatMap(finding -> finding.aspects().stream())
        .filter(aspect -> aspect.what().startsWith("picture"))
        .toList();
  }

  private static BufferedImage picture(int width, int height, int argb) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      picture.setRGB(i % width, i / width, argb);
    }
    return picture;
  }

  private static byte[] written(String format, BufferedImage picture) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  /** Of 4×4 pixels of 32 bits; the mask behind them counts as height. */
  private static byte[] bitmap(int argb) {
    byte[] pixels = new byte[0];
    for (int i = 0; i < 16; i++) {
      pixels = concat(pixels, little(argb));
    }
    byte[] head = little(40, 4, 8, (short) 1, (short) 32, 0, 0, 0, 0, 0, 0);
    return concat(head, pixels, new byte[16]);
  }

  private static byte[] icon(byte[] first, byte[] second) {
    return little(
        (short) 0,
        (short) 1,
        (short) 2,
        entry(first.length, 38),
        entry(second.length, 38 + first.length),
        first,
        second);
  }

  private static byte[] entry(int size, int at) {
    return little((byte) 4, (byte) 4, (short) 0, (short) 1, (short) 32, size, at);
  }
}
