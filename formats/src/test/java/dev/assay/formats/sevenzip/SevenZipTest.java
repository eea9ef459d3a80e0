package dev.assay.formats.sevenzip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.EntryType;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        "-m0=LZMA:eos=on",
        "-m0=BZip2",
        "-m0=Deflate",
        "-m0=Copy",
        "-m0=BCJ -m1=LZMA2",
        "-m0=Deflate64",
        "-m0=Delta:4 -m1=LZMA",
        "-m0=ARM -m1=LZMA2",
        "-m0=ARMT -m1=LZMA2",
        "-m0=ARM64 -m1=LZMA2",
        "-m0=PPC -m1=LZMA2",
        "-m0=IA64 -m1=LZMA2",
        "-m0=SPARC -m1=LZMA2",
        "-m0=BCJ2",
        "-m0=BCJ2 -m1=LZMA -m2=Copy -m3=LZMA2 -mb0:1 -mb0s1:2 -mb0s2:3",
        "-m0=PPMd",
        "-m0=PPMd:o=2:mem=64k",
        "-m0=PPMd:o=32:mem=17 -ms=off",
        "-m0=BCJ -m1=PPMd -mx=9",
        "-mx=9",
        "-mhc=off",
        "-ms=2f"
      })
  void readsWhatTheWriterWrites(String options) throws Exception {
    byte[] archive = archive(options);
    assertThat(Formats.of(Bytes.of(archive)).orElseThrow()).isInstanceOf(SevenZip.class);
    Listed listed = Listed.of(new SevenZip(), Bytes.of(archive));
    FlashTree.assertHolds(listed);
    assertThat(listed.entry("bin/noise").attributes().mode() & 0400).isEqualTo(0400);
    assertThat(new SevenZip().extent(Bytes.of(archive), 0)).hasValue(archive.length);
  }

  /** Calls and jumps of x86 to few places, which is what BCJ and BCJ2 take apart. */
  @ParameterizedTest
  @ValueSource(strings = {"-m0=BCJ -m1=LZMA", "-m0=BCJ2", "-mx=9"})
  void instructionsHaveTheirTargetsBack(String options) throws Exception {
    ByteBuffer code = ByteBuffer.allocate(200_000).order(ByteOrder.LITTLE_ENDIAN);
    Random random = new Random(5);
    while (code.remaining() > 20) {
      code.put((byte) random.nextInt(16));
      switch (random.nextInt(4)) {
        case 0 -> code.put((byte) 0xE8);
        case 1 -> code.put((byte) 0xE9);
        case 2 -> code.put((byte) 0x0F).put((byte) (0x80 | random.nextInt(16)));
        default -> code.put((byte) random.nextInt(256));
      }
      code.putInt((random.nextInt(30) << 10) - code.position() - 4);
    }
    FlashTree tree = FlashTree.in(directory);
    Files.write(directory.resolve("code.exe"), code.array());
    byte[] archive = tree.image("7z", "7z a " + options + " x.7z code.exe > log && mv x.7z image");
    Listed listed = Listed.of(new SevenZip(), Bytes.of(archive));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.bytes("code.exe")).isEqualTo(code.array());
  }

  @Test
  void anArchiveOfNothingIsEmpty() throws Exception {
    FlashTree tree = FlashTree.in(directory);
    byte[] archive =
        tree.image("7z", "7z a x.7z tree > log && 7z d x.7z tree >> log && mv x.7z image");
    Listed listed = Listed.of(new SevenZip(), Bytes.of(archive));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.entries).isEmpty();
  }

  @Test
  void aMemberThatIsToBeDeletedSaysSo() throws Exception {
    FlashTree tree = FlashTree.in(directory);
    byte[] archive =
        tree.image(
            "7z",
            "7z a x.7z tree > log && rm tree/etc/passwd"
                + " && 7z u x.7z -u- '-up0q3r2x2y2z0w2!y.7z' tree >> log && mv y.7z image");
    Listed listed = Listed.of(new SevenZip(), Bytes.of(archive));
    assertThat(listed.entry("tree/etc/passwd").problems())
        .extracting(Problem::code)
        .containsExactly("7z.anti");
  }

  @Test
  void anEncryptedMemberIsListedAndSaysSo() throws Exception {
    Listed listed = Listed.of(new SevenZip(), Bytes.of(archive("-psecret")));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).contains("bin/text", "etc/passwd");
    assertThat(listed.text("etc/nothing")).isEmpty();
    assertThat(problem(listed, "bin/text")).isEqualTo("7z.encrypted");
  }

  @Test
  void anEncryptedListOfMembersSaysSo() throws Exception {
    Listed listed = Listed.of(new SevenZip(), Bytes.of(archive("-psecret -mhe=on")));
    assertThat(listed.problems).extracting(Problem::code).containsExactly("7z.encrypted");
  }

  /** As the 7-Zip of others writes it; the one at hand has no encoder for it. */
  @Test
  void readsZstandard() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZstdOutputStream zstd = new ZstdOutputStream(packed)) {
      zstd.write(FlashTree.TEXT);
    }
    Listed listed = Listed.of(new SevenZip(), Bytes.of(forged(0x04F71101, packed.toByteArray())));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.bytes("f")).isEqualTo(FlashTree.TEXT);
  }

  /** One file, "f", that is as large as {@link FlashTree#TEXT} when it is unpacked. */
  private static byte[] forged(int method, byte[] packed) {
    ByteBuffer header = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
    header.put(new byte[] {1, 4, 6, 0, 1, 9, (byte) 0xF0}).putInt(packed.length);
    header.put(new byte[] {0, 7, 11, 1, 0, 1, 4}).putInt(Integer.reverseBytes(method));
    header.put(new byte[] {12, (byte) 0xF0}).putInt(FlashTree.TEXT.length);
    header.put(new byte[] {0, 0, 5, 1, 17, 5, 0, 'f', 0, 0, 0, 0, 0});
    byte[] told = Arrays.copyOf(header.array(), header.position());
    ByteBuffer start = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
    start.putLong(packed.length).putLong(told.length).putInt(crc(told));
    ByteBuffer archive = ByteBuffer.allocate(32 + packed.length + told.length);
    archive.order(ByteOrder.LITTLE_ENDIAN).putLong(0x0400_1C27_AFBC_7A37L);
    archive.putInt(crc(start.array())).put(start.array()).put(packed).put(told);
    return archive.array();
  }

  private static int crc(byte[] bytes) {
    return Sums.crc32(Bytes.of(bytes));
  }

  @Test
  void whatIsNotDecompressedIsListedAndSaysHowItIsPacked() {
    byte[] archive = forged(0x04F71102, new byte[100]);
    Listed listed = Listed.of(new SevenZip(), Bytes.of(archive));
    assertThatThrownBy(() -> listed.bytes("f")).hasMessageContaining("Brotli");
    assertThat(problem(listed, "f")).isEqualTo("7z.unsupported");
  }

  /** Large enough that a model of 64 KiB begins anew, and its free memory is put together. */
  @ParameterizedTest
  @ValueSource(
      strings = {"o=2:mem=64k", "o=6:mem=64k", "o=16:mem=18", "o=32:mem=64k", "o=6:mem=1m"})
  void modelsOfPpmdBeginAnewWhereTheWritersDid(String model) throws Exception {
    byte[] content = Arrays.copyOf(FlashTree.TEXT, 700_000);
    new Random(7).ints(200_000, 0, content.length).forEach(at -> content[at] += (byte) (at % 61));
    FlashTree tree = FlashTree.in(directory);
    Files.write(directory.resolve("f"), content);
    String command = "7z a -m0=PPMd:%s x.7z f > log && mv x.7z image".formatted(model);
    Listed listed = Listed.of(new SevenZip(), Bytes.of(tree.image("7z", command)));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.bytes("f")).isEqualTo(content);
  }

  /**
   * @param at of the properties: 0 is the order, 1 to 4 the memory
   */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 7z.damaged",
    "0, 65, 7z.damaged",
    "2, 0, 7z.damaged",
    "4, 13, 7z.memory-limit"
  })
  void aModelThatThereCannotBeIsRefused(int at, int value, String code) throws Exception {
    byte[] archive = archive("-m0=PPMd:mem=64k -mhc=off");
    String all = new String(archive, StandardCharsets.ISO_8859_1);
    int properties = all.lastIndexOf("\u0003\u0004\u0001\u0005") + 4;
    archive[properties + 3] = 0;
    archive[properties + at] = (byte) value;
    Listed listed = Listed.of(new SevenZip(), Bytes.of(archive));
    assertThat(problem(listed, "bin/text")).isEqualTo(code);
  }

  private static String problem(Listed listed, String path) {
    try {
      listed.bytes(path);
      return "";
    } catch (Malformed nothing) {
      return nothing.problem().code();
    } catch (Content.Partial some) {
      return some.malformed().problem().code();
    }
  }

  /** Each file is a folder of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"-m0=LZMA", "-m0=PPMd"})
  void aDamagedFolderCostsItsOwnMembersOnly(String method) throws Exception {
    byte[] damaged = archive("-ms=off " + method);
    Arrays.fill(damaged, 60, 64, (byte) 0xFF);
    Listed listed = Listed.of(new SevenZip(), Bytes.of(damaged));
    assertThat(listed.problems).isEmpty();
    List<String> broken =
        listed.paths().stream()
            .filter(path -> listed.entry(path).entryType() == EntryType.FILE)
            .filter(path -> !problem(listed, path).isEmpty())
            .toList();
    assertThat(broken).hasSize(1);
  }

  @Test
  void aMemberThatDoesNotMatchIsKeptAndSaysSo() throws Exception {
    byte[] damaged = archive("-m0=Copy");
    Arrays.fill(damaged, 32, 40, (byte) 0xFF);
    Listed listed = Listed.of(new SevenZip(), Bytes.of(damaged));
    List<String> broken =
        listed.paths().stream()
            .filter(path -> listed.entry(path).entryType() == EntryType.FILE)
            .filter(path -> !problem(listed, path).isEmpty())
            .toList();
    assertThat(broken).hasSize(1);
    assertThat(problem(listed, broken.getFirst())).isEqualTo("7z.crc");
  }

  @Test
  void aHeaderThatDoesNotMatchIsReadAndSaysSo() throws Exception {
    byte[] archive = archive("-mhc=off");
    archive[archive.length - 10] ^= 1;
    Listed listed = Listed.of(new SevenZip(), Bytes.of(archive));
    assertThat(listed.problems).extracting(Problem::code).containsExactly("7z.header-crc");
    assertThat(listed.text("etc/passwd")).startsWith("root:");
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
  @ValueSource(strings = {"-m0=Copy -mhc=off", "-m0=LZMA2", "-m0=BCJ2 -mhc=off"})
  void damageEndsInProblemsOnly(String options) throws Exception {
    Hostile.survives(new SevenZip(), archive(options));
  }

  @Test
  void aDamagedModelEndsInProblemsOnly() throws Exception {
    FlashTree tree = FlashTree.in(directory);
    Files.write(directory.resolve("f"), Arrays.copyOf(FlashTree.TEXT, 4000));
    String command = "7z a -m0=PPMd:mem=64k -mhc=off x.7z f > log && mv x.7z image";
    Hostile.survives(new SevenZip(), tree.image("7z", command));
  }
}
