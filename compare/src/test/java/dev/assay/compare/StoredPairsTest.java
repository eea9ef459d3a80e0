package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What containers and directories say of their members. */
class StoredPairsTest {
  @TempDir private Path dir;

  @Test
  void aMemberOfAnotherKindIsToldByBothKinds() throws IOException {
    write("1/x/inner", "text");
    write("2/x", "text");
    assertThat(aspects("1", "2")).contains(Aspect.change("type", "directory", "file"));
    assertThat(aspects("2", "1")).contains(Aspect.change("type", "file", "directory"));

    Files.createDirectories(dir.resolve("3"));
    Files.createSymbolicLink(dir.resolve("3/x"), Path.of("target"));
    assertThat(aspects("1", "3")).contains(Aspect.change("type", "directory", "symlink"));
    assertThat(aspects("2", "3")).contains(Aspect.change("type", "file", "symlink"));
  }

  @Test
  void productsOfTwoKindsAreToldByBothKinds() throws IOException {
    write("1/x", "text");
    assertThat(aspects("1", "1/x")).contains(Aspect.change("type", "directory", "file"));
  }

  @Test
  void aMemberWithoutCounterpartIsToldWithItsSize() throws IOException {
    write("1/same", "text");
    write("2/same", "text");
    write("2/new", "four");
    Files.createSymbolicLink(dir.resolve("2/link"), Path.of("target"));

    assertThat(aspects("1", "2"))
        .containsExactlyInAnyOrder(
            Aspect.change("size", "", "4 bytes"),
            Aspect.change("type", "", "symlink"),
            Aspect.change("link target", "", "target"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"newc", "crc", "odc", "bin"})
  void momentsInEveryFormOfCpioAreNoDifference(String form) throws Exception {
    write("tree/a", "text");
    for (int moment : List.of(1_000_000_001, 1_000_000_002)) {
      Files.setLastModifiedTime(
          dir.resolve("tree/a"), FileTime.from(Instant.ofEpochSecond(moment)));
      Tool.run(
          dir,
          "sh",
          "-c",
          "cd tree; echo a | cpio -o --quiet -H %s > ../%d".formatted(form, moment));
    }
    Compared found = Compared.files(dir.resolve("1000000001"), dir.resolve("1000000002"));
    found.isEquivalentExcept(Equivalence.MTIME);
    assertThat(all(found))
        .contains(
            Aspect.same(
                Equivalence.MTIME,
                "cpio mtimes: `a`",
                "2001-09-09T01:46:41Z",
                "2001-09-09T01:46:42Z"));
  }

  @Test
  void sizesOfZipArchivesAndTheirTimesAreTold() throws Exception {
    write("a", "text ".repeat(100));
    for (String level : List.of("1", "0")) {
      Files.setLastModifiedTime(
          dir.resolve("a"), FileTime.from(Instant.ofEpochSecond(1_000_000_000 + level.hashCode())));
      Tool.run(dir, "zip", "-q", "-" + level, level + ".zip", "a");
    }
    assertThat(all(Compared.files(dir.resolve("0.zip"), dir.resolve("1.zip"))))
        .anyMatch(
            each ->
                each.what().equals("zip compression")
                    && each.before().startsWith("500 bytes of 500"))
        .anyMatch(
            each ->
                each.what().equals("size")
                    && each.before().equals(size("0.zip"))
                    && each.after().equals(size("1.zip")))
        .anyMatch(
            each ->
                each.what().equals("zip times in extra fields: `a`")
                    && each.before().contains("modified 2001-09-09T01:47:28Z"));
  }

  @Test
  void aDiscTellsItsNameAndTheTimesOfItsMembers() throws Exception {
    write("tree/a", "text");
    disc("1", "FIRST", 1_000_000_000);
    disc("2", "SECOND", 1_000_000_060);
    assertThat(aspects("1.iso", "2.iso"))
        .contains(Aspect.change("disc volume identifier", "FIRST", "SECOND"))
        .anyMatch(
            each ->
                each.what().equals("disc `a` modified")
                    && each.before().contains(":46:40")
                    && each.after().contains(":47:40"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"genisoimage -R", "genisoimage -R -J", "xorriso -as mkisofs -R -J"})
  void discsThatDifferInTimesOnlyAreEquivalent(String writer) throws Exception {
    write("tree/folder/a", "text");
    write("tree/b", "text");
    disc(writer, "1", "SAME", 1_000_000_000);
    disc(writer, "2", "SAME", 1_000_000_060);
    Compared.files(dir.resolve("1.iso"), dir.resolve("2.iso"))
        .isEquivalentExcept(Equivalence.MTIME);
  }

  @Test
  void aByteOfADiscThatIsNoTimeIsNoEquivalence() throws Exception {
    write("tree/a", "text");
    disc("1", "SAME", 1_000_000_000);
    byte[] disc = Files.readAllBytes(dir.resolve("1.iso"));
    for (int at : new int[] {1, 33 * 512 + 700, 16 * 2048 + 900}) {
      byte[] other = disc.clone();
      other[at] ^= 1;
      Files.write(dir.resolve("2.iso"), other);
      Compared.files(dir.resolve("1.iso"), dir.resolve("2.iso")).isDifferent();
    }
  }

  /**
   * Times of a directory that a disc says to lie in front of its volumes, and numbers of no date.
   */
  @Test
  void whatADiscOnlyClaimsToBeATimeIsNoEquivalence() throws Exception {
    write("tree/b.txt", "text");
    disc("1", "SAME", 1_000_000_000);
    byte[] disc = Files.readAllBytes(dir.resolve("1.iso"));
    ByteBuffer fields = ByteBuffer.wrap(disc).order(ByteOrder.LITTLE_ENDIAN);
    int root = 16 * 2048 + 156;
    int directory = fields.getInt(root + 2) * 2048;
    int record = new String(disc, StandardCharsets.ISO_8859_1).indexOf("B.TXT;1") - 33;

    Compared.bytes(disc, Forged.with(disc, record + 20, "\3"))
        .isEquivalentExcept(Equivalence.MTIME);
    Compared.bytes(disc, Forged.with(disc, record + 19, "\u007f")).isDifferent();

    System.arraycopy(disc, directory, disc, 8192, 2048);
    fields.putInt(root + 2, 8192 / 2048);
    int moved = 8192 + record - directory;
    Compared.bytes(disc, Forged.with(disc, moved + 20, "\3")).isDifferent();
  }

  @Test
  void aDiscOfOtherMembersTellsTheirTimesAsWell() throws Exception {
    write("tree/a", "text");
    disc("1", "SAME", 1_000_000_000);
    Files.createSymbolicLink(dir.resolve("tree/b"), Path.of("a"));
    disc("2", "SAME", 1_000_000_060);
    assertThat(aspects("1.iso", "2.iso"))
        .extracting(Aspect::what)
        .contains("disc `a` modified", "link target");
  }

  @Test
  void aDiscTellsTheNamesThatItStores() throws Exception {
    write("tree/b.txt", "text");
    disc("1", "SAME", 1_000_000_000);
    byte[] disc = Files.readAllBytes(dir.resolve("1.iso"));
    String text = new String(disc, StandardCharsets.ISO_8859_1);
    disc[text.indexOf("B.TXT;1") + 6] = '2';
    Files.write(dir.resolve("2.iso"), disc);
    assertThat(aspects("1.iso", "2.iso"))
        .contains(Aspect.change("disc `b.txt` stored as", "B.TXT;1", "B.TXT;2"));
  }

  private void disc(String name, String volume, long moment) throws Exception {
    disc("genisoimage -R", name, volume, moment);
  }

  private void disc(String writer, String name, String volume, long moment) throws Exception {
    try (Stream<Path> members = Files.list(dir.resolve("tree"))) {
      for (Path member : members.filter(each -> !Files.isSymbolicLink(each)).toList()) {
        Files.setLastModifiedTime(member, FileTime.from(Instant.ofEpochSecond(moment)));
      }
    }
    Tool.needs(writer.split(" ")[0]);
    String line = "%s -quiet -V %s -o %s.iso tree".formatted(writer, volume, name);
    Tool.run(dir, line.split(" "));
  }

  private String size(String name) {
    return dir.resolve(name).toFile().length() + " bytes";
  }

  private List<Aspect> aspects(String left, String right) {
    return all(Compared.files(dir.resolve(left), dir.resolve(right)).isDifferent());
  }

  private static List<Aspect> all(Compared found) {
    return found.comparison().findings().stream()
        .flatMap(finding -> finding.aspects().stream())
        .toList();
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(dir.resolve(name).getParent());
    Files.writeString(dir.resolve(name), text);
  }
}
