package dev.assay.formats.blockimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Formats;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Layout;
import dev.assay.formats.Listed;
import dev.assay.formats.Malformed;
import dev.assay.formats.Seeds;
import dev.assay.formats.Tool;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockImageTest {
  private static final int BLOCK = 4096;
  private static final String HEAD = "4\n5\n0\n0\n";

  private static Entry file(String path, String text) {
    return Entry.part(path, Content.of(Bytes.of(text)));
  }

  private static List<Entry> update(String list, String data) {
    List<Entry> members =
        List.of(file("a/system.transfer.list", list), file("a/system.new.dat", data));
    Layout layout =
        Formats.layouts().stream().filter(l -> l.recognises(members)).findFirst().orElseThrow();
    return layout.arrange(members, new Listed());
  }

  private static Content image(String list, String data) {
    return image(update(list, data));
  }

  private static Content image(List<Entry> arranged) {
    return arranged.stream()
        .filter(entry -> entry.path().endsWith("system.img"))
        .findFirst()
        .flatMap(Entry::content)
        .orElseThrow();
  }

  @Test
  void putsBlocksWhereTheListSays() {
    String data = "c".repeat(BLOCK) + "d".repeat(BLOCK) + "a".repeat(BLOCK);
    String list = HEAD + "erase 2,0,5\nnew 2,2,4\nzero 2,1,2\nnew 2,0,1\n";
    Seeds.plant("dev.assay.formats.blockimage", list.getBytes(StandardCharsets.US_ASCII));
    assertThat(image(list, data).open(new HeapMemory()).text(1 << 20))
        .isEqualTo("a".repeat(BLOCK) + "\0".repeat(BLOCK) + "c".repeat(BLOCK) + "d".repeat(BLOCK));
    assertThat(update(list, data)).hasSize(3).anyMatch(e -> e.type().endsWith("new-data"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "move 2,0,1         | transfer-list.delta",
        "new 3,0,1          | transfer-list.ranges",
        "new 2,5,1          | transfer-list.ranges",
        "new 2,0,many       | transfer-list.number",
        "new 2,0,-1         | transfer-list.number",
        "new 2,0,9999999999999999999 | transfer-list.number",
      })
  void listsThatMakeNoSenseSaySo(String line, String code) {
    Content content = image(HEAD + line, "x".repeat(BLOCK));
    assertThatThrownBy(() -> content.open(new HeapMemory()))
        .isInstanceOfSatisfying(
            Malformed.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "new 4,0,1,0,1      | transfer-list.overlap",
        "new 2,0,2          | bytes.out-of-range",
        "new 2,99999999,100000000 | limit.expansion",
      })
  void listsThatLieAboutTheDataSaySo(String line, String code) {
    Content content = image(HEAD + line, "x".repeat(BLOCK));
    assertThatThrownBy(() -> content.open(new HeapMemory()))
        .isInstanceOfSatisfying(
            Content.Partial.class, e -> assertThat(e.malformed().problem().code()).isEqualTo(code));
  }

  @Test
  void readsDataThatIsCompressed() {
    byte[] packed =
        Tool.filter("b".repeat(BLOCK).getBytes(StandardCharsets.US_ASCII), "brotli", "-c");
    List<Entry> members =
        List.of(
            file("system.transfer.list", HEAD + "new 2,1,2\n"),
            Entry.part("system.new.dat.br", Content.of(Bytes.of(packed))));
    List<Entry> arranged = new BlockImage().arrange(members, new Listed());
    assertThat(arranged).hasSize(3).anyMatch(e -> e.type().endsWith("new-data+brotli"));
    assertThat(image(arranged).open(new HeapMemory()).text(1 << 20))
        .isEqualTo("\0".repeat(BLOCK) + "b".repeat(BLOCK));
  }

  @Test
  void dataThatIsNoBrotliSaysSo() {
    List<Entry> members =
        List.of(
            file("system.transfer.list", HEAD + "new 2,1,2\n"),
            file("system.new.dat.br", "\021\042\063"));
    Content image = image(new BlockImage().arrange(members, new Listed()));
    assertThatThrownBy(() -> image.open(new HeapMemory()))
        .isInstanceOfSatisfying(
            Malformed.class, e -> assertThat(e.problem().code()).startsWith("brotli."));
  }
}
