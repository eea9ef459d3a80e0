package dev.assay.compare;

import static dev.assay.compare.Equivalence.BUILD_PATH;
import static dev.assay.compare.Equivalence.COMPRESSION;
import static dev.assay.compare.Equivalence.MTIME;
import static dev.assay.compare.Equivalence.ORDER;
import static dev.assay.compare.Equivalence.PADDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that real tools made twice. */
class ArchivePairsTest {
  @TempDir Path dir;

  @BeforeEach
  void tree() throws IOException {
    write("tree/b.conf", "Port 22\n");
    write("tree/a.txt", "text ".repeat(2000));
    write("tree/sub/c", "c");
  }

  @Test
  void gzipOfAnotherLevelAndWithoutNameIsEquivalent() throws Exception {
    tool("cp", "tree/a.txt", "a.txt");
    touch("a.txt", 1_000_000_000);
    tool("sh", "-c", "gzip -1 -c a.txt > 1.gz; gzip -9 -n -c a.txt > 2.gz");
    compare("1.gz", "2.gz").isEquivalentExcept(MTIME, BUILD_PATH, COMPRESSION);
  }

  @Test
  void oneByteInsideAGzipIsAChangeOfItsText() throws Exception {
    write("x", "name=1\n");
    tool("sh", "-c", "gzip -n -c x > 1.gz; echo name=2 | gzip -n -c > 2.gz");
    Compared found = compare("1.gz", "2.gz").isDifferent();
    assertThat(found.aspects()).contains("key name");
  }

  @Test
  void anotherCompressorIsEquivalent() throws Exception {
    tool("xz", "--version");
    tool("zstd", "--version");
    tool("sh", "-c", "xz -c tree/a.txt > 1.xz; zstd -q -c tree/a.txt > 2.zst");
    compare("1.xz", "2.zst").isEquivalentExcept(COMPRESSION);
  }

  @Test
  void tarInAnotherOrderWithOtherTimesAndBlockingIsEquivalent() throws Exception {
    tool("tar", "-cf", "1.tar", "-b", "20", "--mtime=@1", "-C", "tree", "a.txt", "b.conf", "sub");
    tool("tar", "-cf", "2.tar", "-b", "60", "--mtime=@2", "-C", "tree", "sub", "b.conf", "a.txt");
    compare("1.tar", "2.tar").isEquivalentExcept(ORDER, MTIME, PADDING);
  }

  @Test
  void paxTimesAreTimes() throws Exception {
    tool("tar", "-cf", "1.tar", "--format=pax", "--mtime=@1.5", "-C", "tree", ".");
    tool("tar", "-cf", "2.tar", "--format=pax", "--mtime=@2.75", "-C", "tree", ".");
    compare("1.tar", "2.tar").isEquivalentExcept(MTIME);
  }

  @Test
  void modeAndOwnerInATarAreChanges() throws Exception {
    tool("tar", "-cf", "1.tar", "--owner=0", "--group=0", "-C", "tree", "b.conf");
    Files.setPosixFilePermissions(
        dir.resolve("tree/b.conf"), PosixFilePermissions.fromString("rwxrwxrwx"));
    tool("tar", "-cf", "2.tar", "--owner=7", "--group=0", "-C", "tree", "b.conf");
    Compared found = compare("1.tar", "2.tar").isDifferent();
    assertThat(found.aspects()).contains("permissions: mode", "permissions: owner");
  }

  @Test
  void theUserNameInATarIsNotLeftOut() throws Exception {
    tool("tar", "-cf", "1.tar", "--owner=root:0", "-C", "tree", "b.conf");
    tool("tar", "-cf", "2.tar", "--owner=toor:0", "-C", "tree", "b.conf");
    compare("1.tar", "2.tar").isDifferent();
  }

  @Test
  void bytesBehindTheEndOfATarAreNotPadding() throws Exception {
    tool("tar", "-cf", "1.tar", "-C", "tree", ".");
    byte[] plain = Files.readAllBytes(dir.resolve("1.tar"));
    byte[] hidden = plain.clone();
    hidden[hidden.length - 5] = 'X';
    Compared.bytes(plain, hidden).isDifferent();
  }

  @Test
  void bytesBehindAMemberInItsLastBlockAreNotAnMtime() throws Exception {
    tool("tar", "-cf", "1.tar", "--mtime=@1", "-C", "tree", "b.conf");
    tool("tar", "-cf", "2.tar", "--mtime=@2", "-C", "tree", "b.conf");
    byte[] hidden = Files.readAllBytes(dir.resolve("2.tar"));
    hidden[1000] = 'X';
    Compared.bytes(Files.readAllBytes(dir.resolve("1.tar")), hidden).isDifferent();
  }

  /** The places in the index move, what it says of symbols does not. */
  @Test
  void theIndexOfALibraryIsToldBySymbol() throws Exception {
    write("one.c", "int one(void) { return 1; }\n");
    write("two.c", "int two(void) { return 2; }\n");
    tool("gcc", "-c", "one.c", "two.c");
    tool("ar", "rcD", "1.a", "one.o", "two.o");
    tool("ar", "rcD", "2.a", "two.o", "one.o");
    compare("1.a", "2.a").isEquivalentExcept(ORDER);
    byte[] library = Files.readAllBytes(dir.resolve("1.a"));
    int symbol = new String(library, StandardCharsets.ISO_8859_1).indexOf("one\0two\0");
    assertThat(values(library, Forged.with(library, symbol, "eno")))
        .containsExactly(
            Aspect.change("ar symbol `eno`", "", "in one.o (8 bytes)"),
            Aspect.change("ar symbol `one`", "in one.o (8 bytes)", ""));
    assertThat(values(library, Forged.with(library, symbol - 4, "\0\0\0\1")))
        .extracting(Aspect::what)
        .as("a symbol that is in no member")
        .contains("ar header of `/`");
  }

  /** As of a Mac: the name before the data, the numbers of a small-endian machine. */
  @Test
  void theIndexOfALibraryOfBsdIsToldBySymbol() {
    byte[] left = bsd("_one\0_two\0", MEMBER);
    assertThat(values(left, bsd("_one\0_owt\0", MEMBER)))
        .containsExactly(
            Aspect.change("ar symbol `_owt`", "", "in a (4 bytes)"),
            Aspect.change("ar symbol `_two`", "in a (4 bytes)", ""));
    assertThat(values(left, bsd("_one\0_two\0", MEMBER + 1)))
        .extracting(Aspect::what)
        .as("a symbol that is in no member")
        .contains("ar header of `__.SYMDEF`");
    assertThat(values(left, Forged.with(left, 80, "hide")))
        .extracting(Aspect::what)
        .as("bytes behind a name")
        .containsExactly("ar header of `__.SYMDEF`");
  }

  /** Where the member behind the index of two symbols of four characters begins. */
  private static final int MEMBER = 118;

  /**
   * An index of two symbols of one member.
   *
   * @param member where they say that it begins
   */
  private static byte[] bsd(String names, int member) {
    byte[] index =
        Forged.little(Forged.padded("__.SYMDEF", 16), 16, 0, member, 5, member, 10, names);
    String header = "#1/16           0           0     0     100644  50        `\n";
    byte[] one = Forged.ar("a", "text", 1);
    return Forged.concat(
        Forged.bytes("!<arch>\n" + header), index, Arrays.copyOfRange(one, 8, one.length));
  }

  private static List<Aspect> values(byte[] left, byte[] right) {
    return Compared.bytes(left, right).isDifferent().comparison().findings().stream()
        .flatMap(finding -> finding.aspects().stream())
        .toList();
  }

  @Test
  void aCommentInAGzipHeaderIsNotCompression() throws Exception {
    tool("sh", "-c", "gzip -n -c tree/a.txt > 1.gz");
    byte[] plain = Files.readAllBytes(dir.resolve("1.gz"));
    ByteBuffer commented = ByteBuffer.allocate(plain.length + 7);
    commented.put(plain, 0, 10).put("hidden\0".getBytes()).put(plain, 10, plain.length - 10);
    commented.put(3, (byte) 16);
    Compared.bytes(plain, commented.array()).isDifferent();
  }

  @Test
  void cpioOfAnotherInodeOrderIsEquivalent() throws Exception {
    tool("cpio", "--version");
    touch("tree/a.txt", 5);
    tool("sh", "-c", "cd tree; printf 'a.txt\\nb.conf\\n' | cpio -o -H newc > ../1.cpio");
    touch("tree/a.txt", 500);
    tool("sh", "-c", "cp tree/b.conf x; rm tree/b.conf; cp x tree/b.conf");
    touch("tree/b.conf", 500);
    tool("sh", "-c", "cd tree; printf 'b.conf\\na.txt\\n' | cpio -o -H newc > ../2.cpio");
    Compared found = compare("1.cpio", "2.cpio");
    assertThat(found.comparison().verdict())
        .as(found.comparison().toString())
        .isEqualTo(Verdict.EQUIVALENT_EXCEPT);
    assertThat(found.comparison().exceptions()).contains(ORDER, MTIME);
  }

  @Test
  void zipOfAnotherOrderLevelAndTimeIsEquivalent() throws Exception {
    tool("zip", "-q", "-1", "1.zip", "tree/a.txt", "tree/b.conf");
    touch("tree/a.txt", 1_000_000_000);
    tool("zip", "-q", "-0", "2.zip", "tree/b.conf", "tree/a.txt");
    compare("1.zip", "2.zip").isEquivalentExcept(ORDER, MTIME, COMPRESSION);
  }

  @Test
  void bytesBetweenTheMembersOfAZipAreNotPadding() throws Exception {
    tool("zip", "-q", "-X", "1.zip", "tree/b.conf");
    byte[] plain = Files.readAllBytes(dir.resolve("1.zip"));
    ByteBuffer old = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
    int directory = old.getInt(plain.length - 6);
    ByteBuffer hidden = ByteBuffer.allocate(plain.length + 6).order(ByteOrder.LITTLE_ENDIAN);
    hidden.put(plain, 0, directory).put("hidden".getBytes());
    hidden.put(plain, directory, plain.length - directory);
    hidden.putInt(hidden.capacity() - 6, directory + 6);
    Compared.bytes(plain, hidden.array()).isDifferent();
  }

  @Test
  void staticLibraryWithTimesIsEquivalent() throws Exception {
    write("m.o", "object");
    tool("ar", "rcU", "1.a", "m.o");
    touch("m.o", 1_000_000_000);
    tool("ar", "rcU", "2.a", "m.o");
    compare("1.a", "2.a").isEquivalentExcept(MTIME);
  }

  @Test
  void aDebianPackageBuiltTwiceIsEquivalent() throws Exception {
    write(
        "pkg/DEBIAN/control",
        "Package: x\nVersion: 1\nArchitecture: all\nMaintainer: x\nDescription: x\n");
    write("pkg/etc/x.conf", "x=1\n");
    tool("dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "-b", "pkg", "1.deb");
    touch("pkg/etc/x.conf", 1_000_000_000);
    tool("dpkg-deb", "--root-owner-group", "-Zxz", "-b", "pkg", "2.deb");
    Compared found = compare("1.deb", "2.deb");
    // Members have other names, data.tar.gz and data.tar.xz, so the package itself has changed.
    found.isDifferent();
    assertThat(found.comparison().exceptions()).contains(COMPRESSION, MTIME);
    assertThat(found.aspects()).doesNotContain("key x");
    tool("dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "-b", "pkg", "3.deb");
    Compared again = compare("2.deb", "3.deb");
    assertThat(again.comparison().verdict())
        .as(again.comparison().toString())
        .isNotEqualTo(Verdict.DIFFERENT);
  }

  @Test
  void damagedContentIsNeverEquivalent() throws Exception {
    tool("sh", "-c", "gzip -n -c tree/a.txt > 1.gz");
    byte[] sound = Files.readAllBytes(dir.resolve("1.gz"));
    byte[] damaged = sound.clone();
    damaged[damaged.length - 6] ^= 1;
    Compared.bytes(sound, damaged).isDifferent();
  }

  private Compared compare(String left, String right) {
    return Compared.files(dir.resolve(left), dir.resolve(right));
  }

  private void tool(String... command) throws Exception {
    Tool.run(dir, command);
  }

  private void touch(String name, long seconds) throws IOException {
    Files.setLastModifiedTime(dir.resolve(name), FileTime.fromMillis(seconds * 1000));
  }

  private void write(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void whatIsEncryptedIsToldByWhatTheDirectorySaysOfIt() throws Exception {
    for (String text : new String[] {"1", "2"}) {
      Files.writeString(dir.resolve("x"), "text " + text);
      Tool.run(dir, "zip", "-q", "-P", "secret", text + ".zip", "x");
    }
    Compared found = Compared.files(dir.resolve("1.zip"), dir.resolve("2.zip")).isDifferent();
    assertThat(found.aspects()).contains("content of encrypted `x`", "bytes of encrypted `x`");
  }
}
