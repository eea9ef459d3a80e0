package dev.assay.compare;

import static dev.assay.compare.Forged.bytes;
import static dev.assay.compare.Forged.concat;
import static dev.assay.compare.Forged.gzip;
import static dev.assay.compare.Forged.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Members that are all the same do not make two containers the same. */
class HiddenBytesTest {
  @TempDir Path dir;

  /**
   * @param aspect what must be named as a change
   */
  private record Hidden(String where, byte[] left, byte[] right, String aspect) {
    @Override
    public String toString() {
      return where;
    }
  }

  static Stream<Hidden> inArchives() {
    byte[] zip = Forged.zip("", "a", "text ".repeat(20));
    byte[] tar = Forged.tar("a", "text", 0644, "root", 1);
    byte[] cpio = Forged.cpio("abc", "text!", 0644, 1);
    byte[] ar = Forged.ar("a", "odd", 1);
    byte[] one = gzip("one", "", "", 1);
    return Stream.of(
        new Hidden(
            "comment of the first gzip member", one, gzip("one", "", "hidden", 1), "gzip comment"),
        new Hidden(
            "comment of a later gzip member",
            concat(one, gzip("two", "", "", 1)),
            concat(one, gzip("two", "", "hidden", 1)),
            "gzip comment"),
        new Hidden(
            "an empty gzip member with a comment",
            one,
            concat(one, gzip("", "", "hidden", 1)),
            "gzip comment"),
        new Hidden("behind gzip", one, concat(one, bytes("hidden")), "bytes behind the content"),
        new Hidden(
            "zip comment", zip, Forged.zip("hidden", "a", "text ".repeat(20)), "zip comment"),
        new Hidden("before a zip", zip, concat(bytes("hidden"), zip), ""),
        new Hidden("behind the end of a tar", tar, concat(tar, bytes("hidden")), ""),
        new Hidden(
            "last block of a tar member", tar, with(tar, 1000, "hidden"), "tar header of `/a`"),
        new Hidden(
            "unused end of a tar header",
            tar,
            sealed(with(tar, 504, "hidden")),
            "tar header of `/a`"),
        new Hidden("behind a cpio", cpio, concat(cpio, bytes("hidden")), ""),
        new Hidden("behind cpio's name", cpio, with(cpio, 114, "h"), ""),
        new Hidden(
            "padding of a cpio member", cpio, with(cpio, 116 + 5, "hid"), "cpio header of `abc`"),
        new Hidden("padding of an ar member", ar, with(ar, ar.length - 1, "h"), "ar header of `a`"),
        new Hidden("behind an ar", ar, concat(ar, bytes("hidden")), ""));
  }

  /** The header with the checksum of its bytes as they are. */
  private static byte[] sealed(byte[] tar) {
    byte[] blank = with(tar, 148, "        ");
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += blank[i] & 255;
    }
    return with(tar, 148, String.format("%06o\0 ", sum));
  }

  @ParameterizedTest
  @MethodSource
  void inArchives(Hidden hidden) {
    Compared found = Compared.bytes(hidden.left(), hidden.right()).isDifferent();
    if (!hidden.aspect().isEmpty()) {
      assertThat(found.aspects()).contains(hidden.aspect());
    }
    Compared.bytes(hidden.right(), hidden.left()).isDifferent();
  }

  /** A field for times is no place for anything else. */
  @Test
  void inAnExtraFieldOfAZip() {
    byte[] plain = Forged.zip("", "a", "text");
    byte[] times = extra(plain, "UT\5\0\1abcd");
    byte[] hidden = extra(plain, "UT\16\0\1hidden bytes!");
    assertThat(Compared.bytes(times, hidden).isDifferent().aspects()).contains("zip header of `a`");
  }

  /** The only member of the archive, with an extra field in its entry of the central directory. */
  private static byte[] extra(byte[] zip, String field) {
    int central = indexOf(zip, "PK\1\2");
    int end = indexOf(zip, "PK\5\6");
    byte[] entry = java.util.Arrays.copyOfRange(zip, central, central + 47);
    entry[30] = (byte) field.length();
    byte[] trailer = java.util.Arrays.copyOfRange(zip, end, zip.length);
    int size = 47 + field.length();
    trailer[12] = (byte) size;
    trailer[13] = (byte) (size >> 8);
    return concat(java.util.Arrays.copyOf(zip, central), entry, bytes(field), trailer);
  }

  private static int indexOf(byte[] bytes, String latin1) {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(latin1);
  }

  /** How a file is split into members is the compressor's choice. */
  @Test
  void gzipInTwoMembersIsTheSameAsInOne() {
    Compared.bytes(
            gzip("one two", "", "", 1), concat(gzip("one ", "", "", 1), gzip("two", "", "", 1)))
        .isEquivalentExcept(Equivalence.COMPRESSION);
  }

  @Test
  void inASkippableFrame() throws Exception {
    write("x", "text ".repeat(100));
    for (String tool : new String[] {"zstd", "lz4"}) {
      Tool.run(dir, tool, "--version");
      Tool.run(dir, "sh", "-c", tool + " -q -c x > x." + tool);
      byte[] plain = Files.readAllBytes(dir.resolve("x." + tool));
      Compared found =
          Compared.bytes(plain, concat(plain, Forged.skippable("hidden"))).isDifferent();
      assertThat(found.aspects()).as(tool).contains("skippable frame");
    }
  }

  @Test
  void behindXzAndInAnotherCompression() throws Exception {
    write("x", "text ".repeat(100));
    Tool.run(dir, "xz", "-k", "x");
    Tool.run(dir, "zstd", "-q", "x");
    byte[] xz = Files.readAllBytes(dir.resolve("x.xz"));
    byte[] zstd = Files.readAllBytes(dir.resolve("x.zst"));
    assertThat(Compared.bytes(xz, concat(xz, bytes("hidden"))).isDifferent().aspects())
        .contains("bytes behind the content");
    Compared.bytes(xz, concat(xz, new byte[8])).isEquivalentExcept(Equivalence.PADDING);
    Compared.bytes(xz, zstd).isEquivalentExcept(Equivalence.COMPRESSION);
    assertThat(Compared.bytes(xz, concat(Forged.skippable("hidden"), zstd)).isDifferent().aspects())
        .contains("skippable frame");
  }

  @Test
  void inUnusedBlocksAndBehindAnExtFileSystem() throws Exception {
    write("tree/a", "text");
    Tool.run(dir, "mkfs.ext4", "-q", "-d", "tree", "1.ext4", "16M");
    byte[] plain = Files.readAllBytes(dir.resolve("1.ext4"));
    Compared found = Compared.bytes(plain, with(plain, plain.length - 600, "hidden")).isDifferent();
    assertThat(found.aspects()).contains("ext unused blocks");
    assertThat(Compared.bytes(plain, with(plain, 100, "hidden")).isDifferent().aspects())
        .contains("ext boot block");
    assertThat(
            Compared.bytes(plain, concat(plain, bytes("hidden".repeat(1000))))
                .isDifferent()
                .aspects())
        .contains("bytes behind the end of ext");
  }

  @Test
  void behindTheEndOfASquashFs() throws Exception {
    write("tree/a", "text");
    Tool.run(dir, "mksquashfs", "tree", "1.sqfs", "-quiet", "-mkfs-time", "1");
    byte[] plain = Files.readAllBytes(dir.resolve("1.sqfs"));
    Compared found = Compared.bytes(plain, with(plain, plain.length - 6, "hidden")).isDifferent();
    assertThat(found.aspects()).contains("bytes behind the end of squashfs");
  }

  /** The second of two equal files is made to have its content where the first has it. */
  @Test
  void inTheBlocksOfNoFileOfASquashFs() throws Exception {
    int size = 25_000;
    write("tree/a", "text ".repeat(size / 5));
    write("tree/b", "text ".repeat(size / 5));
    Tool.run(
        dir,
        "mksquashfs",
        "tree",
        "1.sqfs",
        "-quiet",
        "-mkfs-time",
        "1",
        "-no-fragments",
        "-no-duplicates",
        "-noI",
        "-noD");
    byte[] made = Files.readAllBytes(dir.resolve("1.sqfs"));
    String where = little(96 + size);
    int inode = indexOf(made, where + "\u00FF\u00FF\u00FF\u00FF" + little(0) + little(size));
    assertThat(inode).isPositive();
    byte[] plain = with(made, inode, little(96));
    byte[] hidden = with(plain, 96 + size + 100, "hidden");
    assertThat(Compared.bytes(plain, hidden).isDifferent().aspects())
        .containsExactly("squashfs bytes of no file");
    assertThat(Compared.bytes(made, with(made, 96 + size + 100, "change")).isDifferent().outcomes())
        .containsEntry("p!/b", Outcome.CHANGED);
  }

  private static String little(int number) {
    byte[] four =
        java.nio.ByteBuffer.allocate(4)
            .order(java.nio.ByteOrder.LITTLE_ENDIAN)
            .putInt(number)
            .array();
    return new String(four, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  @Test
  void betweenAndBehindTheSectionsOfAProgram() throws Exception {
    write("m.c", "int main(void) { return 0; }\n");
    Tool.run(dir, "gcc", "-o", "1.elf", "m.c");
    byte[] plain = Files.readAllBytes(dir.resolve("1.elf"));
    assertThat(Compared.bytes(plain, concat(plain, bytes("hidden"))).isDifferent().aspects())
        .containsExactly("bytes outside sections");
  }

  private void write(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Whatever byte differs where the directory stands before the members. */
  @Test
  void noByteOfAZipOfMozillaDiffersUnnoticed() {
    byte[] plain = ForgedBuilt.directoryFirst(Forged.zip("", "a", "text", "b", "more text"));
    byte[] other = ForgedBuilt.directoryFirst(Forged.zip("", "a", "texts", "b", "more text"));
    assertThat(Compared.bytes(plain, other).isDifferent().outcomes())
        .containsEntry("p!/a", Outcome.CHANGED)
        .doesNotContainValue(Outcome.OPAQUE);
    for (int at = 0; at < plain.length; at++) {
      byte[] flipped = plain.clone();
      flipped[at] ^= 0x41;
      assertThat(Compared.bytes(plain, flipped).comparison().findings())
          .as("byte %#x", at)
          .isNotEmpty();
    }
  }
}
