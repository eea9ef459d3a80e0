package dev.assay.inspect.ecosystem;

import static dev.assay.inspect.ecosystem.Purls.purls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import dev.assay.model.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that say which package of which distribution they were built for. */
class PackageNotesTest {
  @TempDir private Path folder;

  private static final String SHADOW =
      "{\"type\":\"deb\",\"os\":\"Debian\",\"name\":\"shadow\",\"version\":\"1:4.17.4-2\","
          + "\"architecture\":\"ppc64el\",\"debugInfoUrl\":\"https://debuginfod.debian.net\"}";

  private static List<String> purlsOf(byte[] program) {
    return purls(Tree.ofASystem().file("opt/vendor/bin/chage", program));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'deb','os':'ubuntu','name':'hello','version':'2.10-5'} | pkg:deb/ubuntu/hello@2.10-5",
        "{'type':'rpm','name':'coreutils','version':'9.4-6.fc41','osCpe':'cpe:/o:fedoraproject:fedora:41'}"
            + " | pkg:rpm/fedora/coreutils@9.4-6.fc41",
        "{'type':'pacman','os':'arch','name':'zlib','version':'1:1.3.1-2'} | pkg:alpm/arch/zlib@1:1.3.1-2",
        "{'type':'ours','name':'thing'} | pkg:generic/thing",
      })
  void aNoteNamesThePackage(String note, String purl) {
    assertThat(purlsOf(ElfWithNotes.of(note.replace('\'', '"')))).containsExactly(purl);
  }

  /** As an installed package has it, by its source. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "openssl | 3.5.1-1ubuntu3 | cpe:2.3:a:openssl:openssl:3.5.1:*:*:*:*:*:*:*",
        "openssh | 1:10.0p1-5ubuntu5 | cpe:2.3:a:openbsd:openssh:10.0:p1:*:*:*:*:*:*",
        "openssl | ? | cpe:2.3:a:openssl:openssl:*:*:*:*:*:*:*:*",
        "nobody-knows | 1.0-1 | ''",
      })
  void theSourceHasTheNameThatNvdGaveIt(String name, String version, String cpe) {
    String note =
        "{\"type\":\"deb\",\"os\":\"ubuntu\",\"name\":\"%s\",\"version\":\"%s\"}"
            .formatted(name, version);
    Tree tree = Tree.ofASystem().file("opt/bin/a", ElfWithNotes.of(note));
    assertThat(tree.only("dependency").component().cpe()).isEqualTo(cpe);
  }

  /** A static program holds what its notes name. */
  @Test
  void everyNoteOfAFileCountsOnce() {
    String libc = "{\"type\":\"deb\",\"os\":\"debian\",\"name\":\"glibc\",\"version\":\"2.41-12\"}";
    assertThat(purlsOf(ElfWithNotes.of(libc, libc, SHADOW)))
        .containsExactly("pkg:deb/debian/glibc@2.41-12", "pkg:deb/debian/shadow@1:4.17.4-2");
  }

  @Test
  void theNoteIsTheEvidenceWhereItStands() {
    byte[] program = ElfWithNotes.of(SHADOW);
    Described found = Tree.ofASystem().file("opt/bin/chage", program).only("dependency");
    assertThat(found.component().version()).isEqualTo("1:4.17.4-2");
    assertThat(found.evidence().getFirst().evidence().excerpt())
        .isEqualTo("package note: shadow 1:4.17.4-2");
    assertThat(found.evidence().getFirst().evidence().place())
        .isEqualTo(Place.offset(indexOf(program, SHADOW)));
  }

  @Test
  void aNoteOfAnotherOwnerOrTypeNamesNone() {
    byte[] owner = ElfWithNotes.of(SHADOW);
    owner[indexOf(owner, "FDO")] = 'G';
    byte[] type = ElfWithNotes.of(SHADOW);
    type[indexOf(type, "FDO") - 1] ^= 1;
    for (byte[] each : List.of(owner, type)) {
      assertThat(purlsOf(each)).isEmpty();
      assertThat(problems(each)).anyMatch(why -> why.contains(".note.package"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not JSON",
        "{\"type\":\"deb\"",
        "{\"type\":\"deb\",\"version\":\"1\"}",
        "{\"type\":\"deb\",\"name\":{\"deep\":\"shadow\"},\"version\":\"1\"}",
        "{\"type\":\"deb\",\"name\":\"shadow\",\"version\":[\"1\"]}",
        "[]",
        ""
      })
  void aNoteThatCannotBeReadIsAProblemOfTheFile(String note) {
    byte[] program = ElfWithNotes.of(note, SHADOW);
    assertThat(purlsOf(program)).containsExactly("pkg:deb/debian/shadow@1:4.17.4-2");
    assertThat(problems(program)).hasSize(1);
  }

  @Test
  void aTextWithoutEndIsAProblemOfTheFile() {
    byte[] program = ElfWithNotes.of("{\"name\":\"a\",\"version\":\"" + "1".repeat(60_000) + "\"}");
    assertThat(purlsOf(program)).isEmpty();
    assertThat(problems(program)).singleElement().asString().contains("expected a text of up to");
  }

  /** Lengths that lie about what follows, or leave nothing of the file. */
  @Test
  void aNoteThatIsCutOffIsAProblemOfTheFile() {
    byte[] whole = ElfWithNotes.of(SHADOW);
    int at = indexOf(whole, "FDO");
    byte[] huge = whole.clone();
    Arrays.fill(huge, at - 8, at - 4, (byte) 0xFF);
    byte[] longOwner = whole.clone();
    Arrays.fill(longOwner, at - 12, at - 8, (byte) 0x7F);
    for (byte[] each : List.of(huge, longOwner)) {
      assertThat(purlsOf(each)).isEmpty();
      assertThat(problems(each)).hasSize(1);
    }
  }

  /** The installer of Debian keeps no lists of the files of its packages. */
  @Test
  void whatAnInstalledPackageWithoutAListOfFilesWasBuiltFromIsThatPackage() {
    String status =
        "Package: passwd-udeb\nStatus: install ok installed\nSource: %s\nVersion: 1:4.17.4-2\n\n";
    Tree installed =
        Tree.ofASystem()
            .file("bin/chage", ElfWithNotes.of(SHADOW))
            .file("var/lib/dpkg/status", status.formatted("shadow"));
    assertThat(purls(installed)).isEmpty();
    Tree other =
        Tree.ofASystem()
            .file("bin/chage", ElfWithNotes.of(SHADOW))
            .file("var/lib/dpkg/status", status.formatted("base-passwd"));
    assertThat(purls(other)).containsExactly("pkg:deb/debian/shadow@1:4.17.4-2");
  }

  /**
   * Its version is that of the makers; what the distribution mended in it is the note's to tell.
   */
  @Test
  void theVersionOfAProductThatADistributionBuiltIsInDoubt() {
    String banner = "\0BusyBox v1.36.1 (2024-01-01 00:00:00 UTC)\0";
    String deb =
        "{\"type\":\"deb\",\"os\":\"ubuntu\",\"name\":\"busybox\",\"version\":\"1:1.36.1-6\"}";
    String own = "{\"type\":\"maker\",\"name\":\"busybox\",\"version\":\"1\"}";
    assertThat(busybox(ElfWithNotes.of(deb), banner).unknown()).containsKey("version");
    assertThat(busybox(ElfWithNotes.of(own), banner).unknown()).isEmpty();
  }

  private static Described busybox(byte[] program, String banner) {
    byte[] text = banner.getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = Arrays.copyOf(program, program.length + text.length);
    System.arraycopy(text, 0, whole, program.length, text.length);
    return Tree.ofASystem().file("opt/vendor/bin/busybox", whole).only("software");
  }

  /** As a real linker writes it, for whatever processor this machine has. */
  @Test
  void readsTheNoteOfALinkedProgram() throws Exception {
    String own = "{\"type\":\"deb\",\"os\":\"debian\",\"name\":\"a\"}";
    assertThat(purlsOf(linked("int main(void) { return 0; }\n", own)))
        .containsExactly("pkg:deb/debian/a");
  }

  /** Some distributions mark the C library's start-up code, which every program gets. */
  @Test
  void startUpCodeOfTheCLibraryIsNotTheCLibrary() throws Exception {
    String startUp =
        """
        __asm__(".section .note.package,\\"a\\",%note\\n.balign 4\\n.int 4, 17, 0xcafe1a7e\\n"
                ".asciz \\"FDO\\"\\n.asciz \\"{\\\\\\"name\\\\\\":\\\\\\"glibc\\\\\\"}\\"\\n.balign 4\\n.previous");
        int main(void) { return 0; }
        """;
    String own = "{\"type\":\"deb\",\"os\":\"debian\",\"name\":\"a\"}";
    assertThat(purlsOf(linked(startUp, own))).containsExactly("pkg:deb/debian/a");
    assertThat(purlsOf(linked(startUp, ""))).containsExactly("pkg:generic/glibc");
  }

  private byte[] linked(String source, String note) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc is not installed");
    Path unit = Files.writeString(folder.resolve("main.c"), source);
    Path program = folder.resolve("main");
    Process gcc =
        new ProcessBuilder(
                "gcc",
                "-Xlinker",
                "--package-metadata=" + note,
                "-o",
                program.toString(),
                unit.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeTrue(gcc.waitFor() == 0, said);
    return Files.readAllBytes(program);
  }

  private static List<String> problems(byte[] program) {
    return Tree.ofASystem().file("opt/vendor/bin/chage", program).inspected().artifacts().stream()
        .flatMap(artifact -> artifact.problems().stream())
        .filter(problem -> problem.code().equals("elf.package-note"))
        .map(problem -> problem.message())
        .toList();
  }

  private static int indexOf(byte[] program, String text) {
    return new String(program, StandardCharsets.ISO_8859_1).indexOf(text);
  }

  @Test
  void moreNotesThanAreReadAreAProblem() {
    String[] notes = new String[300];
    for (int i = 0; i < notes.length; i++) {
      notes[i] = "{\"type\":\"ours\",\"name\":\"thing" + i + "\"}";
    }
    assertThat(Tree.ofASystem().file("bin/a", ElfWithNotes.of(notes)).problems("bin/a"))
        .containsExactly("elf.package-note");
  }
}
