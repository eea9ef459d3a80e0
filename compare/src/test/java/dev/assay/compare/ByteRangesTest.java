package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Where contents differ that nobody can explain. */
class ByteRangesTest {
  private static final byte[] NOISE = noise(4000);

  private static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static byte[] with(int at, int value) {
    byte[] changed = NOISE.clone();
    changed[at] = (byte) value;
    return changed;
  }

  @Test
  void anUnknownContentIsOpaqueAndItsDifferenceHasAPlace() {
    Compared compared = Compared.bytes(with(100, 0), with(100, 1));
    assertThat(compared.outcomes()).containsEntry("p", Outcome.OPAQUE);
    assertThat(compared.comparison().findings().getFirst().aspects())
        .containsExactly(Aspect.change("bytes from 0x64", "1 byte: 00", "1 byte: 01"));
  }

  @Test
  void whatWasPutInStandsBetweenWhatIsTheSame() {
    byte[] longer = new byte[NOISE.length + 3];
    System.arraycopy(NOISE, 0, longer, 0, 2000);
    System.arraycopy(NOISE, 2000, longer, 2003, NOISE.length - 2000);
    assertThat(ByteRanges.of(Bytes.of(NOISE), Bytes.of(longer), 8))
        .singleElement()
        .satisfies(
            aspect -> {
              assertThat(aspect.before()).isEqualTo("0 bytes");
              assertThat(aspect.after()).startsWith("3 bytes: ");
            });
  }

  @Test
  void manyRangesAreCounted() {
    byte[] changed = NOISE.clone();
    for (int at = 0; at < 2000; at += 100) {
      changed[at] ^= 1;
    }
    assertThat(ByteRanges.of(Bytes.of(NOISE), Bytes.of(changed), 8))
        .hasSize(9)
        .last()
        .isEqualTo(Aspect.change("further ranges of bytes", "12", ""));
  }

  @Property
  void oneCutIsFoundWhereverItIs(
      @ForAll @Size(max = 200) byte[] bytes, @ForAll @IntRange(max = 200) int at) {
    int cut = Math.min(at, bytes.length);
    byte[] left = new byte[bytes.length + 1];
    System.arraycopy(bytes, 0, left, 0, cut);
    System.arraycopy(bytes, cut, left, cut + 1, bytes.length - cut);
    assertThat(ByteRanges.of(Bytes.of(left), Bytes.of(bytes), 8))
        .singleElement()
        .satisfies(aspect -> assertThat(aspect.before()).startsWith("1 byte: "));
  }
}
