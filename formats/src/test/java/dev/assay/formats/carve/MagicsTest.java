package dev.assay.formats.carve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Formats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MagicsTest {
  private static final Magics MAGICS = new Magics();
  private static final int LENGTH = 8192;

  private record Place(long at, String magic) {}

  /** What the quick pass finds is what comparing at each offset finds, in whatever it stands. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void findsWhatStandsAtEachOffset(int seed) {
    Random random = new Random(seed);
    List<byte[]> all = magics();
    byte[] data = new byte[LENGTH + Magics.LONGEST];
    switch (seed % 4) {
      case 0 -> random.nextBytes(data);
      case 1 -> Arrays.fill(data, (byte) 0xFF);
      case 2 -> Arrays.fill(data, (byte) 'U');
      default -> {}
    }
    for (int i = 0; i < 200; i++) {
      byte[] magic = all.get(random.nextInt(all.size()));
      System.arraycopy(magic, 0, data, random.nextInt(data.length - magic.length), magic.length);
    }
    List<Place> found =
        MAGICS.in(Bytes.of(data).block(0, data.length), LENGTH, 1000).stream()
            .map(each -> new Place(each.at() - 1000, Arrays.toString(each.magic().bytes())))
            .toList();
    assertThat(found).hasSizeGreaterThan(50).isEqualTo(oneByOne(data, all));
  }

  @Test
  void aMagicNumberAtTheEndOfABlobIsFound() {
    for (byte[] magic : magics()) {
      assertThat(MAGICS.in(Bytes.of(magic).block(0, magic.length), LENGTH, 0))
          .anyMatch(each -> each.at() == 0 && Arrays.equals(each.magic().bytes(), magic));
    }
  }

  private static List<byte[]> magics() {
    return Formats.all().stream()
        .filter(Carvable.class::isInstance)
        .map(Carvable.class::cast)
        .flatMap(format -> format.magics().stream())
        .toList();
  }

  private static List<Place> oneByOne(byte[] data, List<byte[]> all) {
    List<Place> places = new ArrayList<>();
    for (int at = 0; at < LENGTH; at++) {
      for (byte[] magic : all) {
        if (at + magic.length <= data.length
            && Arrays.equals(data, at, at + magic.length, magic, 0, magic.length)) {
          places.add(new Place(at, Arrays.toString(magic)));
        }
      }
    }
    return places;
  }
}
