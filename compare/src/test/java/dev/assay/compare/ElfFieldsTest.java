package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an ELF file says to linkers and debuggers is told in the words of readelf. */
class ElfFieldsTest {
  @TempDir Path dir;

  @BeforeEach
  void source() throws IOException {
    write("m.c", "static int one(int a) { return a * 3; }\nint main(void) { return one(1); }\n");
  }

  @Test
  void theFileOfDebugInformationIsNamedWithItsChecksum() throws Exception {
    write("a.debug", "one");
    write("b.debug", "two");
    tool("gcc", "-o", "m", "m.c", "-O0");
    tool("objcopy", "--add-gnu-debuglink=a.debug", "m", "1");
    tool("objcopy", "--add-gnu-debuglink=b.debug", "m", "2");
    byte[] right = Files.readAllBytes(dir.resolve("2"));
    // Beside the link another byte, so that it is no build that is like the other.
    int text = new String(right, StandardCharsets.ISO_8859_1).indexOf("GCC: (");
    Files.write(dir.resolve("2"), Forged.with(right, text, "CCG"));
    assertThat(aspects())
        .contains(
            Aspect.change("debug information file", "a.debug", "b.debug"),
            Aspect.change("debug information CRC", "0x" + crc("one"), "0x" + crc("two")));
  }

  @Test
  void anotherLinkAloneIsThatOfAnotherBuild() throws Exception {
    write("a.debug", "one");
    write("b.debug", "two");
    tool("gcc", "-o", "m", "m.c", "-O0");
    tool("objcopy", "--add-gnu-debuglink=a.debug", "m", "1");
    tool("objcopy", "--add-gnu-debuglink=b.debug", "m", "2");
    assertThat(
            Compared.files(dir.resolve("1"), dir.resolve("2"))
                .isEquivalentExcept(Equivalence.BUILD_ID)
                .comparison()
                .findings()
                .getFirst()
                .aspects())
        .containsExactly(
            Aspect.same(
                Equivalence.BUILD_ID,
                ".gnu_debuglink",
                "a.debug, CRC 0x" + crc("one"),
                "b.debug, CRC 0x" + crc("two")));
  }

  @Test
  void theBytesOfAShortSectionAreShown() throws Exception {
    write("1.c", "const char x[] = \"one\";\n");
    write("2.c", "const char x[] = \"two\";\n");
    tool("gcc", "-c", "-o", "1", "1.c");
    tool("gcc", "-c", "-o", "2", "2.c");
    assertThat(aspects())
        .contains(
            Aspect.change(
                "section .rodata", "4 bytes: 6f6e6500, flags 2", "4 bytes: 74776f00, flags 2"));
  }

  private static String crc(String text) {
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return "%08x".formatted(crc.getValue());
  }

  @Test
  void entriesOfTheDynamicSegmentAndProgramHeadersAreToldByName() throws Exception {
    tool("gcc", "-o", "1", "m.c", "-O0", "-Wl,-z,lazy", "-Wl,-z,noexecstack");
    tool("gcc", "-o", "2", "m.c", "-O0", "-Wl,-z,now", "-Wl,-z,execstack");
    List<Aspect> found = aspects();
    assertThat(found)
        .contains(Aspect.change("dynamic entry FLAGS", "", "0x8"))
        .anyMatch(
            each ->
                each.what().equals("program header GNU_STACK 1")
                    && each.before().endsWith("flags RW")
                    && each.after().endsWith("flags RWE"));
    assertThat(found).extracting(Aspect::what).contains("section header .dynamic");
  }

  @Test
  void symbolsAndRelocationsAreToldWithWhatTheyAreOf() throws Exception {
    write(
        "1.c",
        "int two(int); static int one(int a) { return two(a) + 1; } int f(void) { return one(1); }\n");
    write(
        "2.c",
        "int too(int); int one(int a) { return too(a) + 2; } int f(void) { return one(1); }\n");
    tool("gcc", "-c", "-O0", "-o", "1", "1.c");
    tool("gcc", "-c", "-O0", "-o", "2", "2.c");
    List<Aspect> found = aspects();
    assertThat(found)
        .anyMatch(
            each ->
                each.what().equals("symbol one")
                    && each.before().startsWith("FUNC LOCAL DEFAULT, .text, value 0x0, size ")
                    && each.after().startsWith("FUNC GLOBAL DEFAULT, .text, value 0x0, size "))
        .contains(
            Aspect.change("symbol too", "", "NOTYPE GLOBAL DEFAULT, undefined, value 0x0, size 0"))
        .anyMatch(
            each ->
                each.what().startsWith("relocation .rel")
                    && each.before().contains("symbol two")
                    && each.after().contains("symbol too"));
  }

  @Test
  void versionsThatAreNeededOfOthersAreTold() throws Exception {
    write("v.map", "V1 { global: v; };\n");
    write("w.map", "V2 { global: v; };\n");
    write("v.c", "int v(void) { return 1; }\n");
    write("u.c", "int v(void); int main(void) { return v(); }\n");
    for (String version : List.of("v", "w")) {
      String map = "-Wl,--version-script=" + version + ".map";
      tool("gcc", "-shared", "-fPIC", "-o", "libv.so", "v.c", map, "-Wl,-soname,libv.so");
      tool("gcc", "-o", version.equals("v") ? "1" : "2", "u.c", "libv.so");
    }
    assertThat(aspects())
        .contains(
            Aspect.change("needed version", "libv.so V1", ""),
            Aspect.change("needed version", "", "libv.so V2"));
  }

  @Test
  void whatDebuggersShowIsToldThoughItIsCompressed() throws Exception {
    write("one/x.c", "int first_of_them(int a) { return a; }\n");
    write("two/x.c", "int other_of_them(int a) { return a; }\n");
    tool("gcc", "-c", "-g", "-gz=zlib", "-o", "1", "one/x.c");
    tool("gcc", "-c", "-g", "-gz=zlib", "-o", "2", "two/x.c");
    assertThat(aspects())
        .filteredOn(each -> each.what().startsWith("string of .debug_"))
        .contains(Aspect.change("string of .debug_str", "first_of_them", ""));
  }

  /** Whatever lies: a table, a count, a place. */
  @Test
  void noByteOfAnObjectDiffersUnnoticed() throws Exception {
    tool("gcc", "-c", "-O0", "-g0", "-o", "1", "m.c");
    byte[] object = Files.readAllBytes(dir.resolve("1"));
    for (int at = 0; at < object.length; at++) {
      byte[] flipped = object.clone();
      flipped[at] ^= (byte) (at % 2 == 0 ? 0xFF : 0x41);
      assertThat(Compared.bytes(object, flipped).comparison().findings())
          .as("byte %#x", at)
          .isNotEmpty()
          .allSatisfy(finding -> assertThat(finding.aspects()).isNotEmpty());
    }
  }

  /** Dynamic entries, versions and notes as well: every seventh byte of what is not code. */
  @Test
  void whatLiesInALibraryIsNoFault() throws Exception {
    write("v.map", "V1 { global: v; };\n");
    write("v.c", "#include <stdio.h>\nint v(void) { return puts(\"v\"); }\n");
    tool(
        "gcc",
        "-shared",
        "-fPIC",
        "-s",
        "-o",
        "1",
        "v.c",
        "-Wl,--version-script=v.map",
        "-Wl,-z,max-page-size=4096");
    byte[] library = Files.readAllBytes(dir.resolve("1"));
    for (int at = 0; at < library.length; at += 7) {
      byte[] flipped = library.clone();
      flipped[at] ^= (byte) 0xFF;
      assertThat(Compared.bytes(library, flipped).comparison().findings())
          .as("byte %#x", at)
          .isNotEmpty();
    }
  }

  /** None of these says anything of a file of which one byte of code differs. */
  @Test
  void codeAloneIsToldAlone() throws Exception {
    tool("gcc", "-o", "1", "m.c", "-O0");
    byte[] right = Files.readAllBytes(dir.resolve("1"));
    int code = new String(right, StandardCharsets.ISO_8859_1).indexOf("\u00c3", 0x1000);
    right[code] ^= 1;
    Files.write(dir.resolve("2"), right);
    assertThat(aspects())
        .extracting(Aspect::what)
        .noneMatch(what -> what.startsWith("symbol") || what.contains("header"));
  }

  private List<Aspect> aspects() {
    return Compared.files(dir.resolve("1"), dir.resolve("2"))
        .isDifferent()
        .comparison()
        .findings()
        .stream()
        .flatMap(finding -> finding.aspects().stream())
        .toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void tool(String... command) throws Exception {
    Tool.run(dir, command);
  }
}
