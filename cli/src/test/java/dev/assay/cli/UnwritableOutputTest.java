package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, where there is no room for what it writes. */
class UnwritableOutputTest {
  private static final Path FULL = Path.of("/dev/full");

  @TempDir Path directory;

  private Path product;

  private record Ended(int status, List<String> errors) {}

  @BeforeEach
  void product() throws IOException {
    product = Files.createDirectories(directory.resolve("fw"));
    Files.createDirectories(product.resolve("etc"));
    Files.writeString(product.resolve("etc/passwd"), "root::0:0:root:/root:/bin/sh\n");
  }

  private Ended run(String before, String after) throws IOException, InterruptedException {
    Path errors = directory.resolve("errors");
    String java =
        Path.of(System.getProperty("java.home", ""), "bin", "java")
            + " -XX:-UsePerfData --enable-native-access=ALL-UNNAMED"
            + " --sun-misc-unsafe-memory-access=allow -cp '"
            + System.getProperty("java.class.path", "")
            + "' dev.assay.cli.Main ";
    Process process =
        new ProcessBuilder("sh", "-c", before + " exec " + java + after)
            .redirectError(errors.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new Ended(process.waitFor(), Files.readAllLines(errors));
  }

  @Test
  void aFullStandardOutputIsOneLine() throws Exception {
    assumeTrue(Files.exists(FULL), "/dev/full is there");
    Ended ended = run("", "inspect --tree --cache off " + product + " > " + FULL);
    assertThat(ended.errors()).singleElement().asString().contains("standard output");
    assertThat(ended.status()).isEqualTo(2);
  }

  /** A limit on the size of files is a full disk that needs no rights to make. */
  @Test
  void aBundleThatFindsNoRoomIsOneLineAndLeavesNothing() throws Exception {
    Path out = directory.resolve("out");
    Files.createDirectories(out);
    Ended ended =
        run(
            "ulimit -f 8;",
            "evaluate --quiet --cache off --as-of 2026-11-23 --out " + out + "/b " + product);
    assertThat(ended.errors()).singleElement().asString().startsWith("assay: cannot write");
    assertThat(ended.status()).isEqualTo(2);
    try (Stream<Path> left = Files.list(out)) {
      assertThat(left).isEmpty();
    }
  }
}
