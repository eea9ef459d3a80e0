package dev.assay.formats.cpio;

import static dev.assay.formats.stream.Streams.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.EntryType;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.SampleTree;
import dev.assay.formats.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpioTest {
  private static final Cpio CPIO = new Cpio();

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"newc", "crc", "odc", "bin"})
  void readsWhatGnuCpioWrites(String variant) throws IOException {
    byte[] archive = cpio(SampleTree.create(directory), variant);
    assertThat(CPIO.recognises(Bytes.of(archive))).isTrue();
    SampleTree.assertHolds(Listed.of(CPIO, Bytes.of(archive)), "");
  }

  @Test
  void readsTheBinaryVariantOfTheOtherByteOrder() throws IOException {
    byte[] archive = cpio(SampleTree.create(directory), "bin");
    byte[] swapped = archive.clone();
    int at = 0;
    while (at + 26 <= archive.length) {
      for (int i = at; i < at + 26; i += 2) {
        swapped[i] = archive[i + 1];
        swapped[i + 1] = archive[i];
      }
      CpioHeader header = CpioHeader.read(Bytes.of(archive), at);
      at = (int) header.next();
      if (header.nameSize() == 11
          && new String(archive, (int) header.nameAt(), 10).equals("TRAILER!!!")) {
        break;
      }
    }
    SampleTree.assertHolds(Listed.of(CPIO, Bytes.of(swapped)), "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "xz", "zstd", "bzip2", "lzma"})
  void readsAnInitramfsOfMicrocodeAndACompressedArchive(String compressor) throws IOException {
    Path early = Files.createDirectories(directory.resolve("early/kernel/x86/microcode"));
    Files.writeString(early.resolve("GenuineIntel.bin"), "microcode");
    Path late = SampleTree.create(directory.resolve("late"));
    byte[] initramfs =
        join(
            cpio(directory.resolve("early"), "newc"),
            new byte[512],
            Tool.filter(cpio(late, "newc"), compressor, "-c"),
            new byte[7]);
    Listed listed = Listed.of(CPIO, Bytes.of(initramfs));
    assertThat(listed.text("kernel/x86/microcode/GenuineIntel.bin")).isEqualTo("microcode");
    SampleTree.assertHolds(listed, "");
  }

  @Test
  void readsPlainArchivesOneAfterTheOther() throws IOException {
    Files.writeString(Files.createDirectories(directory.resolve("one")).resolve("a"), "1");
    Files.writeString(Files.createDirectories(directory.resolve("two")).resolve("a"), "2");
    byte[] both =
        join(cpio(directory.resolve("one"), "newc"), cpio(directory.resolve("two"), "newc"));
    Listed listed = Listed.of(CPIO, Bytes.of(both));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.text("a")).isEqualTo("2");
  }

  @Test
  void namesOfOneInodeShareTheContentThatStandsAtTheLast() throws IOException {
    Files.writeString(directory.resolve("a"), "content");
    Files.createLink(directory.resolve("b"), directory.resolve("a"));
    Files.createLink(directory.resolve("c"), directory.resolve("a"));
    Listed listed = Listed.of(CPIO, Bytes.of(cpio(directory, "newc")));
    assertThat(listed.text("a")).isEqualTo("content");
    assertThat(listed.text("b")).isEqualTo("content");
    assertThat(listed.text("c")).isEqualTo("content");
  }

  @Test
  void reportsWhatFollowsAndIsNoArchive() throws IOException {
    Files.writeString(directory.resolve("a"), "1");
    byte[] archive = cpio(directory, "newc");
    Listed listed = Listed.of(CPIO, Bytes.of(join(archive, "garbage!".getBytes())));
    assertThat(listed.paths()).contains("a");
    assertThat(listed.problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("cpio.trailing-data");
              assertThat(problem.offset()).isEqualTo(archive.length);
            });
  }

  @Test
  void findsTheNextHeaderAfterDamage() throws IOException {
    for (String name : new String[] {"a", "b", "c"}) {
      Files.writeString(directory.resolve(name), name);
    }
    byte[] archive = cpio(directory, "newc");
    int second = new String(archive, StandardCharsets.ISO_8859_1).indexOf("070701", 200);
    archive[second + 20] = 'x';
    Listed listed = Listed.of(CPIO, Bytes.of(archive));
    assertThat(listed.problems).singleElement().extracting("code").isEqualTo("cpio.header");
    assertThat(listed.entries.stream().filter(entry -> entry.entryType() == EntryType.FILE))
        .hasSize(2);
  }

  @Test
  void reportsAMissingTrailer() throws IOException {
    Files.writeString(directory.resolve("a"), "1".repeat(1000));
    byte[] archive = cpio(directory, "newc");
    Listed listed = Listed.of(CPIO, Bytes.of(Arrays.copyOf(archive, 700)));
    assertThat(listed.entry("a").problems())
        .singleElement()
        .extracting("code")
        .isEqualTo("cpio.truncated");
    assertThat(listed.problems).singleElement().extracting("code").isEqualTo("cpio.no-trailer");
  }

  @Test
  void findsAnArchiveInABlob() throws IOException {
    SampleTree.create(directory);
    byte[] archive =
        Tool.run(directory, "sh", "-c", "find * | LC_ALL=C sort | cpio --quiet -o -H newc -C 4");
    byte[] blob = join(new byte[] {1, 2, 3, 4}, archive, "070701 and no more".getBytes());
    long length = CPIO.extent(Bytes.of(blob), 4).orElseThrow();
    assertThat(length).isLessThanOrEqualTo(archive.length).isGreaterThan(archive.length - 512);
    assertThat(CPIO.extent(Bytes.of(blob), blob.length - 18)).isEmpty();
  }

  @Test
  void survivesHostileInput() throws IOException {
    byte[] plain = cpio(SampleTree.create(directory), "newc");
    Hostile.survives(CPIO, plain);
    Hostile.survives(CPIO, join(plain, Tool.filter(plain, "gzip", "-c")));
    Hostile.survives(CPIO, cpio(directory, "bin"));
    Hostile.survives(CPIO, cpio(directory, "odc"));
  }

  private static byte[] cpio(Path tree, String variant) {
    Tool.run(tree, "cpio", "--version");
    return Tool.run(tree, "sh", "-c", "find * | LC_ALL=C sort | cpio --quiet -o -H " + variant);
  }
}
