package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.compare.ForgedPrograms.Pe;
import dev.assay.formats.Bytes;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two builds of a program of another system may leave different, and what they may not. */
class ProgramPairsTest {
  private static final Pe PE = new Pe();
  private static final byte[] SIGNATURE = "a signature".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path dir;

  @Test
  void twoLinkingsOfOneProgramAreEquivalent() {
    Compared.bytes(PE.bytes(), PE.linked(2000, 2, "d:\\other\\one.pdb").bytes())
        .isEquivalentExcept(Equivalence.BUILD_TIME, Equivalence.BUILD_ID, Equivalence.BUILD_PATH);
  }

  @Test
  void aSignatureIsNoChangeOfTheProgram() {
    byte[] signed = PE.signed(SIGNATURE).bytes();
    Compared.bytes(PE.bytes(), signed).isEquivalentExcept(Equivalence.SIGNATURE);
    Compared.bytes(signed, PE.signed("another one".getBytes(StandardCharsets.US_ASCII)).bytes())
        .isEquivalentExcept(Equivalence.SIGNATURE);
    Compared.bytes(signed, PE.saying("other text").signed(SIGNATURE).bytes()).isDifferent();
  }

  @Test
  void whatASignatureTakesInBeyondItselfIsKept() {
    byte[] signed = PE.signed(SIGNATURE).bytes();
    byte[] hidden = signed.clone();
    hidden[hidden.length - 1] = 1;
    assertThat(Compared.bytes(signed, hidden).isDifferent().aspects())
        .contains("section (behind the last)");
  }

  @Test
  void whatIsBehindTheSectionsIsNamed() {
    byte[] more = Forged.concat(PE.bytes(), Forged.bytes("more"));
    assertThat(Compared.bytes(PE.bytes(), more).isDifferent().aspects())
        .containsExactly("section (behind the last)");
    byte[] zeros = Forged.concat(PE.bytes(), new byte[16]);
    Compared.bytes(PE.bytes(), zeros).isEquivalentExcept(Equivalence.PADDING);
  }

  /** A table of debug information that calls code a stamp. */
  @Test
  void codeIsNoStamp() {
    byte[] lying = PE.bytes();
    int data = Pe.DATA_AT + 0x100 + 24;
    lying[data] = (byte) (Pe.CODE_AT + 0x40);
    lying[data + 1] = (byte) (Pe.CODE_AT >> 8);
    byte[] code = Forged.with(lying, Pe.CODE_AT + 0x40, "RSDSaaaabbbbccccddddeeeefunction");
    byte[] other = Forged.with(code, Pe.CODE_AT + 0x40 + 24, "FUNCTION");
    assertThat(Compared.bytes(code, other).isDifferent().aspects()).contains("section .text");
  }

  @Test
  void anArchiveInAnInstallerIsComparedToo() {
    byte[] left = Forged.concat(PE.bytes(), Forged.zip("", "etc/x.conf", "port=1\n"));
    byte[] right = Forged.concat(PE.bytes(), Forged.zip("", "etc/x.conf", "port=2\n"));
    assertThat(Compared.bytes(left, right).isDifferent().aspects()).contains("key port");
  }

  @Test
  void twoBuildsOfAMachOAreEquivalent() {
    byte[] one = ForgedPrograms.machO("text", "a.dylib", 1, "signed");
    byte[] other = ForgedPrograms.machO("text", "a.dylib", 2, "SIGNED");
    Compared.bytes(one, other).isEquivalentExcept(Equivalence.BUILD_ID, Equivalence.SIGNATURE);
    Compared.bytes(ForgedPrograms.universal(one), ForgedPrograms.universal(other))
        .isEquivalentExcept(Equivalence.BUILD_ID, Equivalence.SIGNATURE);
  }

  /** A signature that claims to begin where the code is. */
  @Test
  void codeIsNoSignature() {
    byte[] lying = ForgedPrograms.machO("text", "a.dylib", 1, "signed");
    int place = 32 + 152 + 48 + 24 + 8;
    lying[place + 1] = 1;
    byte[] other = lying.clone();
    other[0x1F0] ^= 1;
    Compared.bytes(lying, other).isDifferent();
  }

  @Test
  void pythonDiffersInTheTimeOfItsSourceAlone() throws Exception {
    Files.writeString(dir.resolve("x.py"), "def f(a):\n    return a + 1\n");
    compiled(1_000_000_000L, "1.pyc");
    compiled(1_000_000_060L, "2.pyc");
    Compared.files(dir.resolve("1.pyc"), dir.resolve("2.pyc"))
        .isEquivalentExcept(Equivalence.MTIME);
  }

  @Test
  void aFunctionOfPythonIsNamed() throws Exception {
    Files.writeString(dir.resolve("x.py"), "def f(a):\n    return a + 1\n");
    compiled(1_000_000_000L, "1.pyc");
    Files.writeString(dir.resolve("x.py"), "def f(a):\n    return a + 7\n");
    compiled(1_000_000_000L, "2.pyc");
    assertThat(Compared.files(dir.resolve("1.pyc"), dir.resolve("2.pyc")).isDifferent().aspects())
        .containsExactly("python 'f' consts");
  }

  /** What the header says is the hash of its source is none of a time. */
  @Test
  void aHashOfASourceIsNoTime() throws Exception {
    byte[] left = ForgedPrograms.python(1, "one", "x.py");
    byte[] right = ForgedPrograms.python(2, "one", "x.py");
    left[4] = right[4] = 1;
    assertThat(Compared.bytes(left, right).isDifferent().aspects())
        .containsExactly("python source hash");
  }

  private void compiled(long mtime, String name) throws IOException, InterruptedException {
    Path source = dir.resolve("x.py");
    Files.setLastModifiedTime(source, java.nio.file.attribute.FileTime.fromMillis(mtime * 1000));
    Tool.run(
        dir,
        "python3",
        "-c",
        "import py_compile; py_compile.compile('x.py', cfile='%s', doraise=True)".formatted(name));
  }

  @Test
  void whatDiffersOfCodeHasItsPlace() throws IOException {
    byte[] program =
        Files.readAllBytes(Path.of(System.getProperty("java.home"), "lib", "libjimage.so"));
    Section text =
        Elf.read(Bytes.of(program)).sections().stream()
            .filter(section -> section.name().equals(".text"))
            .findFirst()
            .orElseThrow();
    byte[] other = program.clone();
    other[(int) text.offset() + 0x21] ^= 1;
    assertThat(Compared.bytes(program, other).isDifferent().aspects())
        .contains("section .text")
        .hasSizeGreaterThan(1)
        .allMatch(
            place ->
                place.matches(
                    "section .text|instruction of \\S+ at \\+0x\\w+|\\.text bytes from 0x21.*"));
  }
}
