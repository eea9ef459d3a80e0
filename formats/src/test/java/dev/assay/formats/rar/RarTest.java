package dev.assay.formats.rar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.EntryType;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Malformed;
import dev.assay.formats.Tool;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RarTest {
  private static final String TEXT = "a line of text\n".repeat(100);

  @TempDir Path directory;

  private static Stream<ForgedRar> versions() {
    return Stream.of(ForgedRar.five(), ForgedRar.four());
  }

  private static Listed listed(byte[] archive) {
    assertThat(Formats.of(Bytes.of(archive)).orElseThrow()).isInstanceOf(Rar.class);
    return Listed.of(new Rar(), Bytes.of(archive));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void readsWhatIsStoredAsAnotherReaderDoes(ForgedRar rar) throws Exception {
    byte[] archive = rar.directory("etc").stored("etc/motd", TEXT).stored("empty", "").end();
    Listed listed = listed(archive);
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("etc", "etc/motd", "empty");
    assertThat(listed.entry("etc").entryType()).isEqualTo(EntryType.DIRECTORY);
    assertThat(listed.text("etc/motd")).isEqualTo(TEXT);
    assertThat(listed.entry("etc/motd").attributes().mode()).isEqualTo(0644);
    assertThat(listed.bytes("empty")).isEmpty();
    Files.write(directory.resolve("a.rar"), archive);
    assertThat(output("bsdtar", "-tf", "a.rar").lines().map(RarTest::withoutSlash))
        .containsExactlyElementsOf(listed.paths());
    assertThat(output("bsdtar", "-xOf", "a.rar", "etc/motd")).isEqualTo(TEXT);
  }

  private String output(String... command) {
    return new String(Tool.run(directory, command), StandardCharsets.UTF_8);
  }

  private static String withoutSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aCompressedMemberIsListedAndSaysWhyItIsNotRead(ForgedRar rar) {
    Listed listed = listed(rar.file("packed", 0100755, 3, 5000, "noise", 0).end());
    assertThat(listed.problems).isEmpty();
    assertThat(listed.entry("packed").content().orElseThrow().size()).isEqualTo(5000);
    assertRefused(listed, "packed", "rar.unsupported");
  }

  @Test
  void encryptionIsSaid() {
    assertRefused(listed(ForgedRar.five().encrypted("key").end()), "key", "rar.encrypted");
    byte[] four = ForgedRar.four().file("key", 0100600, 0, 6, "secret", 4).end();
    assertRefused(listed(four), "key", "rar.encrypted");
    byte[] names = ForgedRar.five().block(new byte[] {4, 0, 0, 0, 15}).open();
    assertThat(listed(Arrays.copyOf(names, 400)).problems)
        .extracting(Problem::code)
        .containsExactly("rar.encrypted");
  }

  @Test
  void linksLeadWhereTheHeaderSays() {
    Listed five =
        listed(
            ForgedRar.five()
                .stored("bin/busybox", "program")
                .linked("bin/sh", 1, "busybox")
                .linked("bin/ash", 4, "bin/busybox")
                .end());
    assertThat(five.entry("bin/sh").link()).isEqualTo("busybox");
    assertThat(five.entry("bin/sh").entryType()).isEqualTo(EntryType.SYMLINK);
    assertThat(five.entry("bin/ash").link()).isEqualTo("bin/busybox");
    Listed four = listed(ForgedRar.four().file("sh", 0120777, 0, 7, "busybox", 0).end());
    assertThat(four.entry("sh").link()).isEqualTo("busybox");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aContentThatDoesNotMatchIsKept(ForgedRar rar) {
    byte[] archive = rar.stored("file", TEXT).end();
    int at = new String(archive, StandardCharsets.ISO_8859_1).indexOf("a line");
    archive[at] = 'A';
    assertThatThrownBy(() -> listed(archive).bytes("file"))
        .isInstanceOfSatisfying(
            Content.Partial.class,
            partial -> {
              assertThat(partial.malformed().problem().code()).isEqualTo("rar.crc");
              assertThat(partial.start().size()).isEqualTo(TEXT.length());
            });
  }

  @Test
  void aPartOfAVolumeSaysSo() {
    Listed five = listed(ForgedRar.five().file("big", 0100644, 0, 9000, TEXT, 16).end());
    assertThat(five.entry("big").problems()).extracting(Problem::code).contains("rar.volume");
    Listed four = listed(ForgedRar.four().file("big", 0100644, 0, 9000, TEXT, 1).end());
    assertThat(four.entry("big").problems()).extracting(Problem::code).contains("rar.volume");
  }

  @Test
  void damagedHeadersEndTheList() {
    byte[] archive = ForgedRar.five().stored("first", TEXT).stored("second", "x").end();
    byte[] damaged = archive.clone();
    damaged[new String(archive, StandardCharsets.ISO_8859_1).indexOf("second")] = 'S';
    Listed listed = listed(damaged);
    assertThat(listed.paths()).containsExactly("first");
    assertThat(listed.problems).extracting(Problem::code).containsExactly("rar.header");
    assertThat(listed(Arrays.copyOf(archive, 100)).problems)
        .extracting(Problem::code)
        .containsExactly("rar.truncated");
    assertThat(listed(ForgedRar.five().stored("first", TEXT).open()).problems)
        .extracting(Problem::code)
        .containsExactly("rar.end");
    assertThat(listed(ForgedRar.four().stored("first", TEXT).open()).problems).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void isFoundInTheMiddleOfABlob(ForgedRar rar) {
    byte[] archive = rar.stored("file", TEXT).end();
    byte[] blob = new byte[9000];
    Arrays.fill(blob, (byte) 0x5A);
    System.arraycopy(archive, 0, blob, 4096, archive.length);
    Listed parts = Listed.of(Formats.carving(), Bytes.of(blob));
    assertThat(parts.paths()).contains("0x00001000.rar");
    assertThat(parts.bytes("0x00001000.rar")).isEqualTo(archive);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void damageEndsInProblemsOnly(ForgedRar rar) {
    Hostile.survives(
        new Rar(), rar.directory("d").stored("d/f", "text").file("p", 0100644, 3, 9, "x", 0).end());
    Hostile.survives(
        new Rar(), ForgedRar.five().linked("l", 1, "t").encrypted("e").stored("s", "text").end());
  }

  private static void assertRefused(Listed listed, String path, String code) {
    assertThatThrownBy(() -> listed.bytes(path))
        .isInstanceOfSatisfying(
            Malformed.class, refused -> assertThat(refused.problem().code()).isEqualTo(code));
  }
}
