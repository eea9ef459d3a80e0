package dev.assay.formats.sevenzip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SevenZipTest {
  @TempDir Path directory;

  private byte[] archive(String options) throws Exception {
    return FlashTree.in(directory)
        .image(
            "7z", "cd tree && 7z a -snl " + options + " ../x.7z . > ../log && mv ../x.7z ../image");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-ms=off",
        "-m0=LZMA",
        "-m0=BZip2",
        "-m0=Deflate",
        "-m0=Copy",
        "-m0=BCJ -m1=LZMA2"
      })
  void readsWhatTheWriterWrites(String options) throws Exception {
    byte[] archive = archive(options);
    assertThat(Formats.of(Bytes.of(archive)).orElseThrow()).isInstanceOf(SevenZip.class);
    Listed listed = Listed.of(new SevenZip(), Bytes.of(archive));
    FlashTree.assertHolds(listed);
    assertThat(listed.entry("bin/noise").attributes().mode() & 0400).isEqualTo(0400);
    assertThat(new SevenZip().extent(Bytes.of(archive), 0)).hasValue(archive.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-psecret", "-psecret -mhe=on"})
  void anEncryptedArchiveSaysSo(String options) throws Exception {
    Listed listed = Listed.of(new SevenZip(), Bytes.of(archive(options)));
    assertThat(listed.problems).extracting(Problem::code).containsExactly("7z.encrypted");
  }

  @Test
  void aDamagedStreamKeepsWhatCameBefore() throws Exception {
    byte[] archive = archive("-m0=Copy -ms=off");
    byte[] damaged = archive.clone();
    Arrays.fill(damaged, 32, 40, (byte) 0xFF);
    Listed listed = Listed.of(new SevenZip(), Bytes.of(damaged));
    assertThat(listed.problems).extracting(Problem::code).containsExactly("7z.damaged");
    assertThat(listed.paths()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-m0=LZMA2", "-m0=LZMA"})
  void dictionariesAreCountedForEachStream(String method) throws Exception {
    Bytes apart = Bytes.of(archive("-ms=off " + method));
    assertThat(Listed.of(new SevenZip(300_000), apart).problems)
        .extracting(Problem::code)
        .containsExactly("limit.dictionaries");
    assertThat(Listed.of(new SevenZip(), apart).problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-m0=Copy -mhc=off", "-m0=LZMA2"})
  void damageEndsInProblemsOnly(String options) throws Exception {
    Hostile.survives(new SevenZip(), archive(options));
  }
}
