package dev.assay.compare;

import static dev.assay.compare.Forged.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.scan.Limits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file system of the same files is not the same if it holds something that no file shows. */
class HiddenInFileSystemsTest {
  private static final String TEXT = "a text that is found in the image\n";

  @TempDir Path dir;

  /**
   * A writer.
   *
   * @param command makes {@code image} of {@code tree}
   * @param hides a place from the end of the image, in bytes, that belongs to no file
   */
  private record Writer(String tool, String command, int hides) {
    @Override
    public String toString() {
      return tool;
    }
  }

  static List<Writer> writers() {
    return List.of(
        new Writer("mkfs.erofs", "mkfs.erofs -Eforce-inode-extended image tree", 16),
        new Writer("genromfs", "genromfs -f image -d tree", 16),
        new Writer("mkfs.cramfs", "mkfs.cramfs tree image", 16),
        new Writer("mkfs.jffs2", "mkfs.jffs2 -p -r tree -o image", 16),
        new Writer("mkfs.ubifs", "mkfs.ubifs -m 2048 -e 126976 -c 64 -r tree -o image", 16));
  }

  @BeforeEach
  void tree() throws Exception {
    Files.createDirectories(dir.resolve("tree/etc"));
    Files.writeString(dir.resolve("tree/etc/motd"), TEXT);
    Files.writeString(dir.resolve("tree/etc/issue"), "another text ".repeat(900));
  }

  private byte[] image(String command, String time) throws Exception {
    Files.deleteIfExists(dir.resolve("image"));
    Tool.run(dir, "sh", "-c", "find tree | xargs touch -d " + time);
    Tool.run(dir, "sh", "-c", command);
    return Files.readAllBytes(dir.resolve("image"));
  }

  @ParameterizedTest
  @MethodSource("writers")
  void ofAnotherTimeIsEquivalentAndHidesNothing(Writer writer) throws Exception {
    Tool.needs(writer.tool());
    byte[] plain = image(writer.command(), "2026-11-21T10:00:00");
    byte[] later = image(writer.command(), "2026-11-22T11:01:02");
    Compared found = Compared.bytes(plain, later);
    assertThat(found.comparison().verdict())
        .as(found.comparison().toString())
        .isIn(Verdict.EQUIVALENT, Verdict.EQUIVALENT_EXCEPT);
    byte[] hidden = with(later, later.length - writer.hides(), "hidden");
    Compared.bytes(plain, hidden).isDifferent();
    Compared.bytes(hidden, plain).isDifferent();
  }

  @Test
  void behindTheEndOfAFileInAnUnusedInodeAndInTheJournalOfExt() throws Exception {
    Tool.needs("mkfs.ext4");
    byte[] plain = image("mkfs.ext4 -q -d tree image 16M", "2026-11-21T10:00:00");
    byte[] later = image("rm image; mkfs.ext4 -q -d tree image 16M", "2026-11-22T11:01:02");
    Compared found = Compared.bytes(plain, later);
    assertThat(found.comparison().verdict())
        .as(found.comparison().toString())
        .isEqualTo(Verdict.EQUIVALENT_EXCEPT);
    ByteBuffer fields = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
    int block = 1024 << fields.getInt(1024 + 24);
    int table = fields.getInt((fields.getInt(1024 + 20) + 1) * block + 8) * block;
    int inode = fields.getShort(1024 + 88);
    int last = table + (fields.getInt(1024 + 40) - 1) * inode;
    int journal = indexOf(plain, "\u00C0\u003B\u0039\u0098");
    for (int place : List.of(indexOf(plain, TEXT) + 200, last + 40, journal + 2048)) {
      byte[] hidden = with(plain, place, "hidden");
      assertThat(Compared.bytes(plain, hidden).isDifferent().aspects())
          .containsExactly("ext bytes of no file");
      Compared.bytes(later, hidden).isDifferent();
    }
  }

  /** Names cost nothing to forge, and each would be read. */
  @Test
  void aFileOfThousandsOfNamesIsNotReadForEach() throws Exception {
    Tool.needs("genromfs");
    Files.writeString(dir.resolve("tree/etc/issue"), "text ".repeat(13_000));
    String link =
        "for i in $(seq 300); do ln -f tree/etc/issue tree/etc/$i; done; genromfs -f image -d tree";
    byte[] one = image(link, "2026-11-21T10:00:00");
    byte[] other = with(one, indexOf(one, "text text") + 5, "next");
    Limits small = new Limits(32, 200, 1 << 20, 256L << 20, 20_000, 8 << 20, 1 << 20, 16L << 20);
    Comparison found = Compared.bytes(one, other, small).comparison();
    assertThat(found.findings().toString()).contains("limit.overlap");
    assertThat(Compared.bytes(one, other).comparison().findings().toString())
        .doesNotContain("limit.overlap");
  }

  @Test
  void inHeadersOfASparseImage() throws Exception {
    Files.write(dir.resolve("raw"), new byte[8192]);
    Files.writeString(dir.resolve("tree/raw"), "");
    Tool.run(dir, "sh", "-c", "(yes text | head -c 8192; cat raw) > whole");
    Tool.run(dir, "img2simg", "whole", "image");
    byte[] plain = Files.readAllBytes(dir.resolve("image"));
    byte[] hidden = with(plain, 28 + 2, "h");
    assertThat(Compared.bytes(plain, hidden).isDifferent().aspects())
        .contains("sparse header bytes without a meaning");
  }

  private static int indexOf(byte[] bytes, String latin1) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(latin1);
  }
}
