package dev.assay.formats.lha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Malformed;
import dev.assay.formats.Seeds;
import dev.assay.formats.codec.Crc16;
import dev.assay.formats.stream.Streams;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LhaTest {
  @TempDir Path directory;

  private byte[] archive(String options) throws Exception {
    return FlashTree.in(directory)
        .image(
            "jlha",
            "cd tree/bin && jlha a"
                + options
                + " ../../x.lzh text noise zeros > ../../log"
                + " && mv ../../x.lzh ../../image");
  }

  @ParameterizedTest
  @CsvSource({"0o5, lh5", "1o5, lh5", "2o5, lh5", "2o6, lh6", "0o7, lh7", "1z, lh0"})
  void readsWhatTheWriterWrites(String options, String method) throws Exception {
    byte[] archive = archive(options);
    assertThat(Formats.of(Bytes.of(archive)).orElseThrow()).isInstanceOf(Lha.class);
    assertThat(LhaHeader.read(Bytes.of(archive), 0).method()).isEqualTo(method);
    Listed listed = Listed.of(new Lha(), Bytes.of(archive));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("text", "noise", "zeros");
    assertThat(listed.bytes("text")).isEqualTo(FlashTree.TEXT);
    assertThat(listed.bytes("noise")).isEqualTo(FlashTree.NOISE);
    assertThat(listed.bytes("zeros")).isEqualTo(new byte[50_000]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0o5", "1o5", "2o5"})
  void findsAnArchiveBehindAProgramThatUnpacksIt(String options) throws Exception {
    byte[] archive = archive(options);
    byte[] program = "MZ -lh5- -lh0-\0 -lhd-".repeat(100).getBytes(StandardCharsets.US_ASCII);
    Bytes whole = Bytes.of(Streams.join(program, archive, new byte[50]));
    assertThat(new Lha().extent(whole, program.length)).hasValue(archive.length);
    Listed carved = Listed.of(Formats.carving(), whole);
    assertThat(carved.paths()).contains("0x%08x.lzh-compressed".formatted(program.length));
    byte[] cut = Arrays.copyOf(archive, archive.length - 1);
    assertThat(new Lha().extent(Bytes.of(Streams.join(cut, program)), 0)).isEmpty();
  }

  @Test
  void readsHeadersOfOs9ThatDoNotCountTheirSize() throws Exception {
    byte[] archive = archive("2o5");
    byte[] first = Arrays.copyOf(archive, (int) LhaHeader.read(Bytes.of(archive), 0).dataAt());
    byte[] rest = Arrays.copyOfRange(archive, first.length, archive.length);
    first[0] -= 2;
    first[23] = 'K';
    Listed listed = Listed.of(new Lha(), Bytes.of(Streams.join(first, rest)));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.bytes("text")).isEqualTo(FlashTree.TEXT);
  }

  /** Long enough that counts of characters are halved, and back to what stands before the start. */
  @Test
  void readsTheCodeOfLharc() {
    Random random = new Random(1);
    byte[] content = new byte[90_000];
    for (int i = 0; i < content.length; i++) {
      content[i] =
          (byte) (i % 700 < 300 ? "words of a text ".charAt(i % 16) : random.nextGaussian() * 20);
    }
    byte[] archive = lh1(content);
    Seeds.plant(new Lha(), archive);
    assertThat(Formats.of(Bytes.of(archive)).orElseThrow()).isInstanceOf(Lha.class);
    assertThat(Listed.of(new Lha(), Bytes.of(archive)).bytes("f")).isEqualTo(content);
    byte[] small = lh1(FlashTree.TEXT);
    assertThat(Listed.of(new Lha(), Bytes.of(small)).bytes("f")).isEqualTo(FlashTree.TEXT);
    Hostile.survives(new Lha(), small);
  }

  /** An archive with a header of level 0. */
  private static byte[] lh1(byte[] content) {
    byte[] packed = Lh1Writer.packed(content);
    ByteBuffer archive = ByteBuffer.allocate(26 + packed.length).order(ByteOrder.LITTLE_ENDIAN);
    archive.put(2, "-lh1-".getBytes(StandardCharsets.US_ASCII));
    archive.putInt(7, packed.length).putInt(11, content.length);
    archive.put(19, (byte) 0x20).put(21, (byte) 1).put(22, (byte) 'f');
    archive.putShort(23, (short) Crc16.of(Bytes.of(content)));
    int sum = 0;
    for (int i = 2; i < 25; i++) {
      sum += archive.get(i);
    }
    return archive.put(0, (byte) 23).put(1, (byte) sum).put(25, packed).array();
  }

  @Test
  void aMethodThatIsNotReadSaysSo() throws Exception {
    byte[] archive = archive("2o5");
    archive[5] = '3';
    assertThatThrownBy(() -> Listed.of(new Lha(), Bytes.of(archive)).bytes("text"))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("lh3");
  }

  @Test
  void contentThatDoesNotMatchItsCrcIsKept() throws Exception {
    byte[] archive = archive("2z");
    int text = (int) LhaHeader.read(Bytes.of(archive), 0).dataAt();
    archive[text] ^= 1;
    assertThatThrownBy(() -> Listed.of(new Lha(), Bytes.of(archive)).bytes("text"))
        .isInstanceOfSatisfying(
            Content.Partial.class,
            partial -> {
              assertThat(partial.malformed().problem().code()).isEqualTo("lha.crc");
              assertThat(partial.start().size()).isEqualTo(FlashTree.TEXT.length);
            });
  }

  @Test
  void anArchiveCutShortIsListedAsFarAsItGoes() throws Exception {
    byte[] archive = archive("2o5");
    Listed listed = Listed.of(new Lha(), Bytes.of(Arrays.copyOf(archive, archive.length - 200)));
    assertThat(listed.bytes("text")).isEqualTo(FlashTree.TEXT);
    assertThat(listed.problems).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0o5", "2o7"})
  void damageEndsInProblemsOnly(String options) throws Exception {
    Hostile.survives(new Lha(), archive(options));
  }
}
