package dev.assay.formats;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Runs the program that really writes a format; the test is skipped where it is not installed. */
public final class Tool {
  private Tool() {}

  public static boolean isInstalled(String name) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(dir -> Files.isExecutable(Path.of(dir, name)));
  }

  /** What the program writes to its standard output when given {@code input}. */
  public static byte[] filter(byte[] input, String... command) {
    assumeTrue(isInstalled(command[0]), command[0] + " is installed");
    try {
      Path in = Files.createTempFile("assay-test", ".in");
      try {
        Files.write(in, input);
        return output(new ProcessBuilder(command).redirectInput(in.toFile()));
      } finally {
        Files.delete(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the program writes to its standard output when run in {@code directory}. */
  public static byte[] run(Path directory, String... command) {
    assumeTrue(isInstalled(command[0]), command[0] + " is installed");
    return output(new ProcessBuilder(command).directory(directory.toFile()));
  }

  private static byte[] output(ProcessBuilder builder) {
    try {
      Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      byte[] out = process.getInputStream().readAllBytes();
      int status = process.waitFor();
      if (status != 0) {
        throw new AssertionError(
            List.of(Arrays.toString(builder.command().toArray()), status).toString());
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
