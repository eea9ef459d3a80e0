package dev.assay.inspect.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import dev.assay.model.Place;
import dev.assay.model.RiskSigns.Exposure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stripped programs tell that the compiler of Go makes. */
class GoCallsTest {
  private static final Path GO = Path.of("/usr/bin/go");

  @TempDir private Path folder;

  @Test
  void aProgramThatServesHoldsAListener() throws Exception {
    byte[] bytes = program("_, _ = net.Listen(\"tcp\", \":80\")");
    Described found = described(bytes);
    assertThat(exposure(found)).isEqualTo(Exposure.LISTENS);
    assertThat(found.evidence())
        .filteredOn(each -> each.fact().equals("elf.goCalls[0]"))
        .singleElement()
        .satisfies(
            each -> {
              String name = "net.(*sysListener).listenTCP";
              assertThat(each.evidence().excerpt()).isEqualTo("holds " + name);
              Place.Offset at = (Place.Offset) each.evidence().place();
              byte[] there =
                  Arrays.copyOfRange(bytes, (int) at.bytes(), (int) at.bytes() + name.length());
              assertThat(new String(there, StandardCharsets.US_ASCII)).isEqualTo(name);
            });
  }

  @Test
  void aProgramThatAsksHoldsNone() throws Exception {
    Described found = described(program("_, _ = net.Dial(\"tcp\", \"a.example:80\")"));
    assertThat(exposure(found)).isEqualTo(Exposure.CLIENT);
    assertThat(((ProgramFacts) found.facts()).elf().goCalls())
        .containsExactly("net.(*sysDialer).dialSingle");
  }

  @Test
  void aProgramThatOnlyReadsAddressesHoldsNeither() throws Exception {
    Described found = described(program("_, _, _ = net.ParseCIDR(\"10.0.0.0/8\")"));
    assertThat(((ProgramFacts) found.facts()).elf().goCalls()).isEmpty();
  }

  private static Exposure exposure(Described found) {
    return found.signs().exposure().orElseThrow().value();
  }

  private static Described described(byte[] program) {
    return Tree.ofASystem().file("bin/program", 0755, 0, 0, program).only("executable");
  }

  private byte[] program(String line) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(GO), "Go is not installed");
    Files.writeString(
        folder.resolve("main.go"),
        "package main\n\nimport \"net\"\n\nfunc main() {\n\t" + line + "\n}\n");
    Path program = folder.resolve("program");
    ProcessBuilder go =
        new ProcessBuilder(
            GO.toString(), "build", "-ldflags", "-s -w", "-o", program.toString(), "main.go");
    go.directory(folder.toFile()).redirectErrorStream(true);
    go.environment().put("GOCACHE", folder.resolve("cache").toString());
    go.environment().put("GO111MODULE", "off");
    Process run = go.start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).as(said).isZero();
    return Files.readAllBytes(program);
  }
}
