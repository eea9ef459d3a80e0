package dev.assay.formats.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FirstOfTest {
  private static final List<byte[]> WANTED =
      Stream.of("boot 1", "oot 20", "ooo").map(t -> t.getBytes(StandardCharsets.US_ASCII)).toList();
  private static final FirstOf SEARCH = new FirstOf(WANTED);

  /** Of letters that the sequences are made of, so that they often stand, nearly or whole. */
  @Test
  void findsWhatLookingForOneAfterTheOtherFinds() {
    Random random = new Random(5);
    String letters = "bot 120";
    int found = 0;
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(600); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      Bytes content = Bytes.of(text.toString());
      OptionalInt expected = oneByOne(content);
      assertThat(SEARCH.in(content)).as(text.toString()).isEqualTo(expected);
      found += expected.isPresent() ? 1 : 0;
    }
    assertThat(found).isBetween(500, 2900);
  }

  @Test
  void findsWhatStandsOnTheBorderOfTwoReads() {
    for (int at = (64 << 10) - 8; at < (64 << 10) + 2; at++) {
      byte[] content = new byte[70_000];
      System.arraycopy(WANTED.get(1), 0, content, at, 6);
      assertThat(SEARCH.in(Bytes.of(content))).hasValue(1);
    }
  }

  private static OptionalInt oneByOne(Bytes content) {
    for (int i = 0; i < WANTED.size(); i++) {
      if (Search.next(content, WANTED.get(i), 0) >= 0) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
