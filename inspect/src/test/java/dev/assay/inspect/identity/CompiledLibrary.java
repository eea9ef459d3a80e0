package dev.assay.inspect.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A shared library that the compiler of this machine makes of a line of C. */
final class CompiledLibrary {
  private CompiledLibrary() {}

  /** Its bytes; the test is left out where there is no compiler. */
  static byte[] of(Path folder, String soname, String source) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc is not installed");
    Path unit = Files.writeString(folder.resolve("library.c"), source + "\n");
    Path library = folder.resolve("library");
    Process gcc =
        new ProcessBuilder(
                "gcc",
                "-O2",
                "-shared",
                "-fPIC",
                "-Wl,-soname," + soname,
                "-o",
                library.toString(),
                unit.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(gcc.waitFor()).as(said).isZero();
    return Files.readAllBytes(library);
  }
}
