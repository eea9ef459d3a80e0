package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Runs the programs that real builds use; a test is skipped where one is absent. */
final class Tool {
  private Tool() {}

  /** Skips the test where a program is absent. */
  static void needs(String program) {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"), new String[] {"/usr/sbin", "/sbin"})
            .flatMap(Stream::of)
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
        program + " is not installed");
  }

  static void run(Path dir, String... command) throws IOException, InterruptedException {
    needs(command[0]);
    ProcessBuilder builder = new ProcessBuilder(command).directory(dir.toFile());
    builder.environment().merge("PATH", ":/usr/sbin:/sbin", String::concat);
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(String.join(" ", command) + "\n" + output).isZero();
  }
}
