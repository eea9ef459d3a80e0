package dev.assay.inspect.ecosystem;

import static dev.assay.inspect.ecosystem.Purls.purls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.inspect.fault.Unexamined;
import dev.assay.model.Names;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** Modules that the compilers of Go and Rust name in a program. */
class ProgramDependenciesTest {
  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static final String MODULES =
      "0123456789abcdef"
          + "path\texample.org/tool\nmod\texample.org/tool\t(devel)\t\n"
          + "dep\tgolang.org/x/text\tv0.3.0\th1:x\n"
          + "dep\tgithub.com/old/thing\tv1.0.0\n=>\tgithub.com/new/thing\tv1.1.0\th1:y\n"
          + "0123456789abcdef";

  private static final List<String> GO =
      List.of(
          "pkg:golang/example.org/tool",
          "pkg:golang/github.com/new/thing@v1.1.0",
          "pkg:golang/golang.org/x/text@v0.3.0",
          "pkg:golang/stdlib@1.20.1");

  private static byte[] goInformation() {
    return goInformation(MODULES);
  }

  private static byte[] goInformation(String modules) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0xFF);
    out.writeBytes(utf8(" Go buildinf:"));
    out.write(8);
    out.write(2);
    out.writeBytes(new byte[16]);
    out.write(8);
    out.writeBytes(utf8("go1.20.1"));
    int length = modules.length();
    for (; length > 0x7F; length >>= 7) {
      out.write(length & 0x7F | 0x80);
    }
    out.write(length);
    out.writeBytes(utf8(modules));
    return out.toByteArray();
  }

  private static byte[] rustInformation(String packages) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream zlib = new DeflaterOutputStream(out)) {
      zlib.write(utf8("{\"packages\":[" + packages + "]}"));
    }
    return out.toByteArray();
  }

  @Test
  void moreModulesThanAreToldAreNotForgotten() throws IOException {
    String mark = "0123456789abcdef";
    StringBuilder go = new StringBuilder(mark);
    StringBuilder rust = new StringBuilder();
    for (int i = 0; i <= 20_000; i++) {
      go.append("dep\ta.b/").append(i).append("\tv1\n");
      rust.append(i == 0 ? "" : ",").append("{\"name\":\"a" + i + "\",\"version\":\"1\"}");
    }
    byte[] goProgram = ElfWithSection.of(".go.buildinfo", goInformation(go + mark));
    byte[] rustProgram = ElfWithSection.of(".dep-v0", rustInformation(rust.toString()));
    for (byte[] program : List.of(goProgram, rustProgram)) {
      assertThat(Tree.ofASystem().file("bin/tool", program).all("dependency"))
          .anyMatch(Unexamined::is);
    }
  }

  @Test
  void readsGoBuildInformationWithStringsBesideIt() {
    byte[] elf = ElfWithSection.of(".go.buildinfo", goInformation());
    assertThat(purls(Tree.ofASystem().file("bin/tool", elf))).isEqualTo(GO);
  }

  /** As Go 1.20 writes it, with pointers of 8 bytes. */
  private static byte[] functionTable(String names) {
    ByteBuffer table = ByteBuffer.allocate(72 + names.length()).order(ByteOrder.LITTLE_ENDIAN);
    table.putInt(0xFFFFFFF1).putShort((short) 0).put((byte) 1).put((byte) 8);
    table.putLong(3).putLong(0).putLong(0x401000).putLong(72).putLong(72 + names.length());
    return table.put(72, utf8(names)).array();
  }

  private static Optional<Names> functions(byte[] table) {
    Map<String, byte[]> sections = new LinkedHashMap<>();
    sections.put(".go.buildinfo", goInformation());
    sections.put(".gopclntab", table);
    return Tree.ofASystem()
        .file("bin/tool", ElfWithSection.of(sections))
        .inspected()
        .code()
        .getFirst()
        .go();
  }

  @Test
  void readsTheFunctionsThatTheGoLinkerPutIn() {
    String names = "runtime.main\0main.main\0golang.org/x/net/http2.(*Framer).ReadFrame\0";
    assertThat(functions(functionTable(names)))
        .hasValueSatisfying(
            found -> {
              assertThat(found.has("golang.org/x/net/http2.(*Framer).ReadFrame")).isTrue();
              assertThat(found.has("main.main")).isFalse();
              assertThat(found.startWith("example.org/tool.main", "")).isTrue();
            });
  }

  @Test
  void aDamagedTableOfGoFunctionsIsNotTakenForAnEmptyOne() {
    byte[] table = functionTable("runtime.main\0");
    assertThat(functions(functionTable("other.main\0"))).isEmpty();
    for (int at : List.of(0, 7, 38, 46)) {
      byte[] damaged = table.clone();
      damaged[at] ^= 0x7F;
      assertThat(functions(damaged)).as("byte %d", at).isEmpty();
    }
    assertThat(functions(Arrays.copyOf(table, 40))).isEmpty();
  }

  @Test
  void readsGoBuildInformationBehindAddresses() {
    ByteBuffer info = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
    info.put((byte) 0xFF).put(utf8(" Go buildinf:")).put((byte) 8).put((byte) 0);
    info.putLong(ElfWithSection.ADDRESS + 32).putLong(ElfWithSection.ADDRESS + 48);
    info.putLong(ElfWithSection.ADDRESS + 64).putLong(8);
    info.putLong(ElfWithSection.ADDRESS + 80).putLong(MODULES.length());
    info.put(64, utf8("go1.20.1")).put(80, utf8(MODULES));
    byte[] elf = ElfWithSection.of(".go.buildinfo", info.array());
    assertThat(purls(Tree.ofASystem().file("bin/tool", elf))).isEqualTo(GO);
    info.putLong(16, 7);
    byte[] astray = ElfWithSection.of(".go.buildinfo", info.array());
    assertThat(purls(Tree.ofASystem().file("bin/tool", astray))).isEmpty();
  }

  @Test
  void readsRustAuditDataOfWhatIsInTheProgram() throws IOException {
    byte[] audit =
        rustInformation(
            "{\"name\":\"tokio\",\"version\":\"1.0.1\",\"source\":\"crates.io\"},"
                + "{\"name\":\"cc\",\"version\":\"1.0.0\",\"kind\":\"build\"}");
    byte[] elf = ElfWithSection.of(".dep-v0", audit);
    assertThat(purls(Tree.ofASystem().file("bin/tool", elf)))
        .containsExactly("pkg:cargo/tokio@1.0.1");
  }
}
