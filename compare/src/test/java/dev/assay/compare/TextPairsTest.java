package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of two texts: their encoding, their lines, and how they end. */
class TextPairsTest {
  @Test
  void anEncodingThatChangesIsTold() {
    assertThat(changes(ascii("tea"), utf8("thé")))
        .contains(Aspect.change("encoding", "us-ascii", "utf-8"));
    assertThat(changes(utf8("thé"), utf8("\uFEFFthé")))
        .contains(Aspect.change("encoding", "utf-8", "utf-8 with byte order mark"));
    assertThat(changes(utf8("thé"), utf8("thè"))).noneMatch(each -> each.what().equals("encoding"));
  }

  @Test
  void linesThatAreNoUtf8AreReadByteByByte() {
    assertThat(changes(ascii("x 1"), latin("«x» 2")))
        .contains(
            Aspect.change("encoding", "us-ascii", "8-bit, not utf-8"),
            Aspect.change("line", "", "«x» 2"));
  }

  @Test
  void emptyLinesAreCounted() {
    assertThat(changes(ascii("a\nb\n"), ascii("a\n\n\nb\n")))
        .contains(Aspect.change("empty lines", "0", "2"))
        .noneMatch(each -> each.what().equals("line"));
  }

  @Test
  void aLastLineWithoutItsEndIsTold() {
    assertThat(changes(ascii("a\nb\n"), ascii("a\nb")))
        .contains(Aspect.change("end of the last line", "there", "missing"))
        .noneMatch(each -> each.what().contains("line ") || each.what().equals("empty lines"));
  }

  private static List<Aspect> changes(byte[] left, byte[] right) {
    return Compared.bytes(left, right).isDifferent().comparison().findings().getFirst().aspects();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
