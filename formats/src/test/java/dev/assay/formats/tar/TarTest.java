package dev.assay.formats.tar;

import static dev.assay.formats.stream.Streams.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.SampleTree;
import dev.assay.formats.Tool;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarTest {
  private static final Tar TAR = new Tar();

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"gnu", "pax", "oldgnu"})
  void readsWhatGnuTarWrites(String variant) throws IOException {
    byte[] archive = tar("--format=" + variant, "-C", SampleTree.create(directory).toString(), ".");
    assertThat(TAR.recognises(Bytes.of(archive))).isTrue();
    SampleTree.assertHolds(Listed.of(TAR, Bytes.of(archive)), "./");
  }

  @Test
  void readsWhatBsdTarWrites() throws IOException {
    SampleTree.create(directory);
    byte[] archive = Tool.run(directory, "bsdtar", "-cf", "-", "--format=pax", ".");
    SampleTree.assertHolds(Listed.of(TAR, Bytes.of(archive)), "./");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v7", "ustar"})
  void readsTheOldVariants(String variant) throws IOException {
    Files.writeString(directory.resolve("a"), "text");
    Files.createSymbolicLink(directory.resolve("b"), Path.of("a"));
    byte[] archive = tar("--format=" + variant, "-C", directory.toString(), ".");
    assertThat(TAR.recognises(Bytes.of(archive))).isTrue();
    Listed listed = Listed.of(TAR, Bytes.of(archive));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.text("./a")).isEqualTo("text");
    assertThat(listed.entry("./b").link()).isEqualTo("a");
    assertThat(listed.entry("./").entryType()).isEqualTo(EntryType.DIRECTORY);
  }

  /** As the first node of a UBIFS volume can be, by the luck of its UUID. */
  @Test
  void aBlockWithoutAChecksumIsNoHeaderThoughItsBytesAddUpToNone() {
    byte[] block = new byte[1024];
    block[0] = '1';
    block[200] = (byte) 0x80;
    block[201] = (byte) 0x80;
    block[202] = (byte) -'1';
    assertThat(TAR.recognises(Bytes.of(block))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gnu:1.0", "pax:0.0", "pax:0.1", "pax:1.0"})
  void restoresSparseFiles(String variant) throws IOException {
    byte[] expected = sparseFile();
    String[] parts = variant.split(":");
    byte[] archive =
        tar(
            "--format=" + parts[0],
            "--sparse-version=" + parts[1],
            "-S",
            "-C",
            directory.toString(),
            "sparse",
            "after");
    assertThat(archive.length).isLessThan(1 << 20);
    Listed listed = Listed.of(TAR, Bytes.of(archive));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("sparse", "after");
    assertThat(listed.bytes("sparse")).isEqualTo(expected);
    assertThat(listed.text("after")).isEqualTo("after");
    assertThat(TAR.extent(Bytes.of(archive), 0)).isPresent();
  }

  /** As star and bsdtar write them: the size of pax is that of the whole file. */
  @Test
  void readsWhatFollowsASparseFileWhoseHeaderAloneSaysWhatIsStored() throws IOException {
    byte[] expected = sparseFile();
    byte[] first =
        tar(
            "--format=pax",
            "-S",
            "-b1",
            "--pax-option=size:=" + expected.length,
            "-C",
            directory.toString(),
            "sparse");
    byte[] archive = Arrays.copyOf(first, first.length - 1024);
    Listed listed =
        Listed.of(TAR, Bytes.of(join(archive, tar("-C", directory.toString(), "after"))));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.bytes("sparse")).isEqualTo(expected);
    assertThat(listed.text("after")).isEqualTo("after");
  }

  @Test
  void readsExtendedAttributes() throws IOException {
    Path file = Files.writeString(directory.resolve("ping"), "x");
    byte[] archive =
        tar(
            "--format=pax",
            "--pax-option=SCHILY.xattr.user.note:=plain",
            "-C",
            directory.toString(),
            file.getFileName().toString());
    Entry entry = Listed.of(TAR, Bytes.of(archive)).entry("ping");
    assertThat(entry.attributes().xattrs()).containsOnlyKeys("user.note");

    PaxRecords records =
        PaxRecords.NONE.and(
            "38 SCHILY.xattr.security.x=value\0\n=x!\n".getBytes(StandardCharsets.UTF_8), 0);
    assertThat(records.xattrs().get("security.x")).asString().isEqualTo("value\0\n=x!");
  }

  @Test
  void globalRecordsHoldForAllFurtherMembers() throws IOException {
    Files.writeString(directory.resolve("a"), "1");
    Files.writeString(directory.resolve("b"), "2");
    byte[] archive =
        tar("--format=pax", "--pax-option=uid=70000", "-C", directory.toString(), "a", "b");
    assertThat(Listed.of(TAR, Bytes.of(archive)).entries)
        .extracting(entry -> entry.attributes().uid())
        .containsExactly(70_000, 70_000);
  }

  @Test
  void readsNumbersInBase256() throws IOException {
    Files.writeString(directory.resolve("a"), "1");
    byte[] archive =
        tar(
            "--format=gnu",
            "--owner=big:4000000000",
            "--group=neg:3",
            "-C",
            directory.toString(),
            "a");
    assertThat(
            Integer.toUnsignedLong(Listed.of(TAR, Bytes.of(archive)).entry("a").attributes().uid()))
        .isEqualTo(4_000_000_000L);
  }

  @Test
  void goesOnBehindADamagedHeader() throws IOException {
    for (String name : new String[] {"a", "b", "c"}) {
      Files.writeString(directory.resolve(name), name.repeat(600));
    }
    byte[] archive = tar("--format=ustar", "-C", directory.toString(), "a", "b", "c");
    archive[1536 + 3] ^= 1;
    Listed listed = Listed.of(TAR, Bytes.of(archive));
    assertThat(listed.paths()).containsExactly("a", "c");
    assertThat(listed.problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("tar.header");
              assertThat(problem.offset()).isEqualTo(1536);
            });
  }

  @Test
  void tellsWhatFollowsTheEnd() throws IOException {
    Files.writeString(directory.resolve("a"), "1");
    byte[] archive = tar("-b", "4", "-C", directory.toString(), "a");
    byte[] longer = Arrays.copyOf(archive, archive.length + 5);
    longer[longer.length - 2] = 'x';
    assertThat(Listed.of(TAR, Bytes.of(longer)).problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("tar.trailing-data");
              assertThat(problem.offset()).isEqualTo(longer.length - 2);
            });
  }

  @Test
  void keepsWhatIsThereOfATruncatedMember() throws IOException {
    Files.writeString(directory.resolve("a"), "0123456789".repeat(100));
    byte[] archive = tar("-C", directory.toString(), "a");
    Listed listed = Listed.of(TAR, Bytes.of(Arrays.copyOf(archive, 512 + 700)));
    assertThat(listed.bytes("a")).hasSize(700);
    assertThat(listed.entry("a").problems())
        .singleElement()
        .extracting("code")
        .isEqualTo("tar.truncated");
    assertThat(listed.problems).isEmpty();
    byte[] inHeader = Arrays.copyOf(tar("-C", directory.toString(), "a", "a"), 512 + 1024 + 100);
    assertThat(Listed.of(TAR, Bytes.of(inHeader)).problems)
        .singleElement()
        .extracting("code")
        .isEqualTo("tar.truncated");
  }

  @Test
  void findsAnArchiveInABlob() throws IOException {
    SampleTree.create(directory);
    byte[] archive = tar("-b", "1", "-C", directory.toString(), ".");
    byte[] blob = new byte[archive.length + 3000];
    Arrays.fill(blob, (byte) 0xA5);
    System.arraycopy(archive, 0, blob, 1000, archive.length);
    assertThat(TAR.extent(Bytes.of(blob), 1000)).hasValue(archive.length);
    assertThat(TAR.extent(Bytes.of(blob), 1001)).isEmpty();
  }

  @Test
  void survivesHostileInput() throws IOException {
    sparseFile();
    SampleTree.create(directory.resolve("tree"));
    Hostile.survives(TAR, tar("--format=pax", "-b", "1", "-S", "-C", directory.toString(), "."));
    Hostile.survives(TAR, tar("--format=gnu", "-b", "1", "-S", "-C", directory.toString(), "."));
  }

  private byte[] sparseFile() throws IOException {
    Files.writeString(directory.resolve("after"), "after");
    Path file = directory.resolve("sparse");
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      for (int i = 1; i <= 30; i++) {
        out.seek(i * 131_072L);
        out.write(("region " + i).getBytes(StandardCharsets.UTF_8));
      }
      out.setLength(5 << 20);
    }
    return Files.readAllBytes(file);
  }

  private byte[] tar(String... options) {
    String[] command = new String[options.length + 3];
    System.arraycopy(new String[] {"tar", "-c", "--sort=name"}, 0, command, 0, 3);
    System.arraycopy(options, 0, command, 3, options.length);
    return Tool.run(directory, command);
  }
}
