package dev.assay.inspect.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import dev.assay.model.Evidence;
import dev.assay.model.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The places of a program's facts, on programs that gcc makes and readelf reads. */
class ElfPlacesTest {
  private static final String INCLUDES =
      "#include <stdlib.h>\n#include <string.h>\n#include <stdio.h>\n";

  private static final String SOURCE =
      INCLUDES
          + "int main(int c, char **v) { char b[9]; strcpy(b, v[0]); puts(b); return b[c]; }\n";

  @TempDir private Path folder;

  @Test
  void whatIsWeakIsShownAtItsHeaderEntryOrSymbol() throws Exception {
    Path program =
        compiled("-no-pie", "-fno-stack-protector", "-z", "execstack", "-Wl,-rpath,/tmp/lib");
    byte[] bytes = Files.readAllBytes(program);
    Described found = Tree.ofASystem().file("bin/weak", bytes).only("executable");

    Evidence type = one(found, "elf.pie");
    assertThat(type.excerpt()).isEqualTo("e_type ET_EXEC");
    assertThat(little(bytes, offset(type)).getShort()).isEqualTo((short) 2);

    Evidence stack = one(found, "elf.executableStack");
    assertThat(stack.excerpt()).isEqualTo("PT_GNU_STACK with flags RWE");
    assertThat(little(bytes, offset(stack)).getInt()).isEqualTo(0x6474E551);

    Evidence path = one(found, "elf.insecureSearchPath");
    assertThat(path.excerpt()).isEqualTo("DT_RUNPATH /tmp/lib");
    assertThat(little(bytes, offset(path)).getLong()).isEqualTo(29);

    Evidence copy = one(found, "elf.unboundedCopies[0]");
    assertThat(copy.excerpt()).isEqualTo("imports strcpy");
    assertThat(offset(copy)).isEqualTo(symbol(program, "strcpy"));

    Evidence canary = one(found, "elf.canary");
    assertThat(canary.excerpt()).startsWith("no __stack_chk_fail among ");
  }

  /** Each program of OCaml's compiler exports that name, and imports system. */
  @Test
  void whatTheRuntimeOfOcamlImportsIsNotTheProgramsCall() throws Exception {
    String source =
        "int main(int c, char **v) { return system(v[0]) + pclose(popen(v[0], v[0])); }";
    assertThat(commands(source)).containsExactly("popen", "system");
    assertThat(commands("void caml_startup__code_begin(void) {}" + source))
        .containsExactly("popen");
  }

  private List<String> commands(String source) throws IOException, InterruptedException {
    Path program = compiledFrom(INCLUDES + source, "-rdynamic");
    Described found =
        Tree.ofASystem().file("bin/a", Files.readAllBytes(program)).only("executable");
    return ((ProgramFacts) found.facts()).elf().commandCalls();
  }

  @ParameterizedTest
  @ValueSource(bytes = {6, 1}) // ELFOSABI_SOLARIS, ELFOSABI_HPUX
  void marksOfLinuxAreNotLookedForInProgramsOfOtherUnixes(byte osAbi) throws Exception {
    byte[] bytes = Files.readAllBytes(compiled("-no-pie", "-z", "execstack"));
    assertThat(Tree.ofASystem().file("bin/a", bytes).only("executable").unknown()).isEmpty();

    bytes[7] = osAbi;
    assertThat(Tree.ofASystem().file("bin/a", bytes).only("executable").unknown())
        .containsOnlyKeys("elf.executableStack", "elf.stackMarked", "elf.relro");
  }

  @Test
  void howLinuxProtectsIsNotAskedOfFirmware() throws Exception {
    byte[] bytes = Files.readAllBytes(compiled("-static", "-Wl,-z,execstack"));
    assertThat(unknown(0644, bytes)).doesNotContainKey("elf.executableStack");

    int tag = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("GNU\0\0\0\0\0");
    bytes[tag] = 'X'; // no note of Linux any more
    assertThat(unknown(0755, bytes)).doesNotContainKey("elf.executableStack");
    assertThat(unknown(0644, bytes))
        .containsKeys("elf.pie", "elf.executableStack", "elf.writableCode");

    // as Xen and tboot lie in /boot
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    assertThat(unknown(0644, packed.toByteArray())).containsKeys("elf.pie", "elf.writableCode");
    assertThat(unknown(0755, packed.toByteArray())).doesNotContainKey("elf.pie");
  }

  private static Map<String, String> unknown(int mode, byte[] program) {
    return Tree.ofASystem().file("boot/fw", mode, 0, 0, program).only("executable").unknown();
  }

  @Test
  void whatProtectsIsShownToo() throws Exception {
    Path program = compiled("-pie", "-fPIE", "-fstack-protector-all", "-Wl,-z,relro,-z,now");
    Described found =
        Tree.ofASystem().file("bin/sound", Files.readAllBytes(program)).only("executable");

    assertThat(one(found, "elf.pie").excerpt()).isEqualTo("e_type ET_DYN");
    assertThat(one(found, "elf.canary").excerpt()).isEqualTo("symbol __stack_chk_fail");
    assertThat(offset(one(found, "elf.canary"))).isEqualTo(symbol(program, "__stack_chk_fail"));
    assertThat(of(found, "elf.relro"))
        .extracting(Evidence::excerpt)
        .containsExactly("PT_GNU_RELRO with flags R", "all symbols are bound at start");
  }

  private Path compiled(String... options) throws IOException, InterruptedException {
    return compiledFrom(SOURCE, options);
  }

  private Path compiledFrom(String text, String... options)
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc is not installed");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/readelf")), "readelf is not installed");
    Path source = Files.writeString(folder.resolve("program.c"), text);
    Path program = folder.resolve("program");
    List<String> command = new ArrayList<>(List.of("gcc", "-O1", "-U_FORTIFY_SOURCE"));
    command.addAll(List.of(options));
    command.addAll(List.of("-o", program.toString(), source.toString()));
    run(command);
    return program;
  }

  /** Where readelf says that a dynamic symbol's entry stands. */
  private static long symbol(Path program, String name) throws IOException, InterruptedException {
    String sections = run(List.of("readelf", "-SW", program.toString()));
    String symbols = run(List.of("readelf", "-W", "--dyn-syms", program.toString()));
    long table = Long.parseLong(group(sections, "\\.dynsym\\s+DYNSYM\\s+\\S+\\s+(\\S+)"), 16);
    return table + 24 * Long.parseLong(group(symbols, "(?m)^ *(\\d+): .* " + name + "(@|$| )"));
  }

  private static String group(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text;
  }

  private static List<Evidence> of(Described found, String fact) {
    return found.evidence().stream()
        .filter(each -> each.fact().equals(fact))
        .map(each -> each.evidence())
        .toList();
  }

  private static Evidence one(Described found, String fact) {
    assertThat(of(found, fact)).as(fact).hasSize(1);
    return of(found, fact).getFirst();
  }

  private static long offset(Evidence evidence) {
    return ((Place.Offset) evidence.place()).bytes();
  }

  private static ByteBuffer little(byte[] bytes, long at) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position((int) at);
  }
}
