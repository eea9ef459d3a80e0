package dev.assay.inspect.keys;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program of the host that writes test files; a test that needs a missing one is skipped.
 */
public final class Tool {
  private Tool() {}

  public static void run(Path directory, String program, String... arguments)
      throws IOException, InterruptedException {
    Path path = find(program);
    List<String> command = new ArrayList<>(List.of(path.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output.log").toFile())
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new AssertionError(command + ": " + Files.readString(directory.resolve("output.log")));
    }
  }

  private static Path find(String program) {
    Path ofJdk = Path.of(System.getProperty("java.home"), "bin", program);
    if (Files.isExecutable(ofJdk)) {
      return ofJdk;
    }
    for (String directory : System.getenv().getOrDefault("PATH", "").split(":")) {
      Path candidate = Path.of(directory, program);
      if (Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    assumeTrue(false, program + " is not installed");
    throw new AssertionError("not reached");
  }
}
