package dev.assay.formats.arj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.EntryType;
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
import org.junit.jupiter.params.provider.ValueSource;

class ArjTest {
  @TempDir Path directory;

  private byte[] archive(String options) throws Exception {
    return FlashTree.in(directory)
        .image(
            "arj",
            "arj a -y -r "
                + options
                + " x.arj tree/bin/text tree/bin/noise tree/bin/zeros > log"
                + " && mv x.arj image");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-m0", "-m1", "-m2", "-m3", "-m4"})
  void readsWhatTheWriterWrites(String options) throws Exception {
    byte[] archive = archive(options);
    assertThat(Formats.of(Bytes.of(archive)).orElseThrow()).isInstanceOf(Arj.class);
    Listed listed = Listed.of(new Arj(), Bytes.of(archive));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.bytes("tree/bin/text")).isEqualTo(FlashTree.TEXT);
    assertThat(listed.bytes("tree/bin/noise")).isEqualTo(FlashTree.NOISE);
    assertThat(listed.bytes("tree/bin/zeros")).isEqualTo(new byte[50_000]);
    assertThat(listed.entry("tree/bin/noise").entryType()).isEqualTo(EntryType.FILE);
    assertThat(listed.entry("tree/bin/noise").attributes().mode() & 0400).isEqualTo(0400);
  }

  @Test
  void anEncryptedMemberSaysSo() throws Exception {
    Listed listed = Listed.of(new Arj(), Bytes.of(archive("-gsecret")));
    assertThatThrownBy(() -> listed.bytes("tree/bin/text"))
        .isInstanceOfSatisfying(
            Malformed.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("arj.encrypted"));
  }

  @Test
  void anArchiveCutShortIsListedAsFarAsItGoes() throws Exception {
    byte[] archive = archive("");
    Listed listed = Listed.of(new Arj(), Bytes.of(Arrays.copyOf(archive, archive.length - 200)));
    assertThat(listed.bytes("tree/bin/text")).isEqualTo(FlashTree.TEXT);
    assertThat(listed.problems).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-m1", "-m4"})
  void damageEndsInProblemsOnly(String options) throws Exception {
    Hostile.survives(new Arj(), archive(options));
  }
}
