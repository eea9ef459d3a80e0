package dev.assay.inspect.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.inspect.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stripped programs tell of the language they are written in. */
class RustCodeTest {
  private static final String PANICS = "const char *at = \"library/std/src/panicking.rs\";";

  @TempDir private Path folder;

  @Test
  void aProgramWithoutNamesOrCommentIsTakenForRustByWhatItsPanicsName() throws Exception {
    Path source =
        Files.writeString(folder.resolve("main.rs"), "fn main() { println!(\"{:?}\", 1); }\n");
    assumeTrue(runs("rustc", "--version"), "rustc is not installed");
    make("rustc", "-O", "-C", "strip=symbols", "-o", program().toString(), source.toString());
    assertThat(language()).isEqualTo("Rust");
  }

  @Test
  void aProgramInCThatLinksALibraryOfRustStaysC() throws Exception {
    compile(PANICS + " int main(void) { return __builtin_printf(\"%d %s\", 1, at); }");
    assertThat(language()).isEqualTo("C");
  }

  @Test
  void whatUsesNothingOfCsFormattingIsTheLibraryItself() throws Exception {
    compile(
        PANICS + " long write(int, const char *, long); int main() { return write(1, at, 9); }");
    assertThat(language()).isEqualTo("Rust");
  }

  private String language() throws Exception {
    make("objcopy", "--remove-section=.comment", program().toString());
    return ((ProgramFacts)
            Tree.ofASystem()
                .file("bin/program", 0755, 0, 0, Files.readAllBytes(program()))
                .only("executable")
                .facts())
        .elf()
        .language();
  }

  private void compile(String source) throws Exception {
    assumeTrue(runs("gcc", "--version"), "gcc is not installed");
    Path unit = Files.writeString(folder.resolve("main.c"), source + "\n");
    make("gcc", "-s", "-fno-stack-protector", "-o", program().toString(), unit.toString());
  }

  private Path program() {
    return folder.resolve("program");
  }

  private static void make(String... command) throws Exception {
    Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).as(said).isZero();
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
      run.getInputStream().readAllBytes();
      return run.waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
