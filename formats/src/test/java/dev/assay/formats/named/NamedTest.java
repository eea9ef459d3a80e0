package dev.assay.formats.named;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.formats.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NamedTest {
  @Test
  void tellsFilesByTheirFirstBytes() {
    assertEquals(Optional.of("image/webp"), type("RIFF\0\0\0\0WEBPVP8 "));
    assertEquals(Optional.of("audio/wav"), type("RIFF\0\0\0\0WAVEfmt "));
    assertEquals(Optional.of("application/vnd.sqlite3"), type("SQLite format 3\0\0\0"));
    assertEquals(Optional.of("application/x-icu-data"), type("\0 \u00da'\0\24\0\0\1\0\2\0ResB"));
    assertEquals(
        Optional.of("application/vnd.ms-fontobject"),
        type("\u009bN\0\0\u00caM\0\0\1\0\2\0" + "\0".repeat(22) + "LP"));
    String icon = "\0\0\1\0\5\0\u0020\u0020\0\0\1\0\b\0\u00a8\b\0\0V\0\0\0";
    assertEquals(Optional.of("image/vnd.microsoft.icon"), type(icon));
    assertEquals(Optional.empty(), type(icon.replace('V', 'F')));
    assertEquals(Optional.of("image/x-icns"), type("icns\0\0\u0031\u00b9ic08"));
    assertEquals(Optional.of("audio/midi"), type("MThd\0\0\0\6\0\1"));
    assertEquals(
        Optional.of("application/vnd.android.apk-signature"),
        type("\2\0\0\0-\0\0\0\1\0\0\0\f\0\0\0\0 \0\0\0"));
    assertEquals(Optional.empty(), type("\2\0\0\0-\0\0\0\2\0\0\0\f\0\0\0\0 \0\0\0"));
    assertEquals(Optional.of("application/x-erlang-beam"), type("FOR1\0\0\u0094\u00acBEAMAtU8"));
    assertEquals(Optional.empty(), type("FOR1\0\0\u0094\u00acBE"));
    assertEquals(Optional.empty(), type("RIFF"));
  }

  @Test
  void knowsWhichFormatsAreEncrypted() {
    assertTrue(Named.isEncrypted(type("Salted__12345678").orElseThrow()));
    assertTrue(!Named.isEncrypted("image/png"));
    String synology = "\u00ef\u00ad\u00be\u00ef\u0093\t\0\0\u0092\u00c4\u0020";
    assertTrue(Named.isEncrypted(type(synology).orElseThrow()));
  }

  @Test
  void seldomTakesNoiseForAFormat() {
    Random random = new Random(9);
    int taken = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] noise = new byte[64];
      random.nextBytes(noise);
      taken += Named.all().stream().anyMatch(named -> named.recognises(Bytes.of(noise))) ? 1 : 0;
    }
    assertTrue(taken < 10, "taken " + taken);
  }

  @Test
  void findsEachFormatWhereItsMarksStandAsTheFirstInOrderThatRecognisesThem() {
    for (Named named : Named.all()) {
      byte[] marked = new byte[64];
      named
          .marks()
          .forEach(
              mark ->
                  System.arraycopy(mark.bytes(), 0, marked, mark.offset(), mark.bytes().length));
      Bytes content = Bytes.of(marked);
      assertEquals(
          Named.all().stream().filter(each -> each.recognises(content)).findFirst(),
          Named.of(content),
          named.type());
    }
  }

  private static Optional<String> type(String start) {
    byte[] content = start.getBytes(StandardCharsets.ISO_8859_1);
    return Named.of(Bytes.of(content)).map(Named::type);
  }
}
