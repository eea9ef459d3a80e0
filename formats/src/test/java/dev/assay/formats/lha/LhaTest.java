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
import java.nio.file.Path;
import java.util.Arrays;
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

  @Test
  void aMethodThatIsNotReadSaysSo() throws Exception {
    byte[] archive = archive("2o5");
    archive[5] = '1';
    assertThatThrownBy(() -> Listed.of(new Lha(), Bytes.of(archive)).bytes("text"))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("lh1");
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
