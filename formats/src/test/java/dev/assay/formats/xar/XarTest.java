package dev.assay.formats.xar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XarTest {
  @TempDir Path directory;

  private byte[] archive(String compression) throws Exception {
    return FlashTree.in(directory)
        .image(
            "bsdtar",
            "cd tree && bsdtar --format xar --options compression=%s -cf ../image bin etc"
                .formatted(compression));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip", "bzip2", "xz", "lzma"})
  void readsWhatTheWriterWrites(String compression) throws Exception {
    byte[] archive = archive(compression);
    assertThat(Formats.of(Bytes.of(archive)).orElseThrow()).isInstanceOf(Xar.class);
    Listed listed = Listed.of(new Xar(), Bytes.of(archive));
    assertThat(listed.problems).isEmpty();
    FlashTree.assertHolds(listed);
    assertThat(listed.entry("etc/passwd").attributes().mode()).isEqualTo(0644);
  }

  private static byte[] forged(String table) throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(table.getBytes(StandardCharsets.UTF_8));
    }
    byte[] archive = new byte[28 + packed.size() + 100];
    ByteBuffer header = ByteBuffer.wrap(archive);
    header.put("xar!".getBytes(StandardCharsets.US_ASCII)).putShort((short) 28);
    header.putShort((short) 1).putLong(packed.size()).putLong(table.length()).putInt(0);
    header.put(packed.toByteArray());
    return archive;
  }

  @Test
  void entitiesAreNotExpanded() throws Exception {
    String table =
        "<!DOCTYPE xar [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
            + "<xar><toc><file id='1'><name>x&a;&f;</name></file></toc></xar>";
    Listed listed = Listed.of(new Xar(), Bytes.of(forged(table)));
    assertThat(listed.paths()).noneMatch(path -> path.contains("aaa") || path.contains("root"));
  }

  @Test
  void aMemberBeyondTheHeapSaysSo() throws Exception {
    String table =
        "<xar><toc><file id='1'><name>a/b</name><data><offset>90</offset><length>20</length>"
            + "<size>20</size></data></file></toc></xar>";
    Listed listed = Listed.of(new Xar(), Bytes.of(forged(table)));
    assertThat(listed.entry("a\\x2fb").problems())
        .extracting(Problem::code)
        .containsExactly("xar.truncated");
    assertThat(listed.bytes("a\\x2fb")).hasSize(10);
  }

  @Test
  void aTableThatIsNoXmlKeepsWhatCameBefore() throws Exception {
    String table = "<xar><toc><file id='1'><name>a</name></file><fi";
    Listed listed = Listed.of(new Xar(), Bytes.of(forged(table)));
    assertThat(listed.paths()).containsExactly("a");
    assertThat(listed.problems).extracting(Problem::code).containsExactly("xar.table");
  }

  /** The decoder neither goes on then nor ends; found by fuzzing. */
  @Test
  @Timeout(60)
  void whatAsksForADictionaryIsRefused() throws Exception {
    byte[] archive = forged("<xar/>");
    asksForADictionary(archive, 28);
    Listed listed = Listed.of(new Xar(), Bytes.of(archive));
    assertThat(listed.problems).extracting(Problem::code).containsExactly("xar.table");

    String table =
        "<xar><toc><file id='1'><name>a</name><data><offset>0</offset><length>20</length>"
            + "<size>20</size><encoding style='application/x-gzip'/></data></file></toc></xar>";
    byte[] member = forged(table);
    asksForADictionary(member, member.length - 100);
    Content content = Listed.of(new Xar(), Bytes.of(member)).entry("a").content().orElseThrow();
    assertThat(assertThrows(Content.Partial.class, () -> content.open(new HeapMemory())))
        .extracting(partial -> partial.malformed().problem().code())
        .isEqualTo("xar.data");
  }

  /** Sets FDICT (RFC 1950, section 2.2), with a header whose check is right. */
  private static void asksForADictionary(byte[] archive, int at) {
    archive[at] = 0x78;
    archive[at + 1] = 0x20;
  }

  @Test
  void damageEndsInProblemsOnly() throws Exception {
    Hostile.survives(new Xar(), archive("gzip"));
  }
}
