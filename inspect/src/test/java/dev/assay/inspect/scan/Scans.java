package dev.assay.inspect.scan;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.formats.Bytes;
import dev.assay.inspect.fault.Faults;
import dev.assay.inspect.match.Found;
import dev.assay.inspect.tree.Node;
import dev.assay.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;

/** Scans for tests: without inspectors, everything as it was found. */
final class Scans {
  private Scans() {}

  static Scanned of(String name, byte[] content) {
    return of(new Source.InMemory(name, Bytes.of(content)), 2);
  }

  static Scanned of(Source source, int threads) {
    try (ForkJoinPool workers = new ForkJoinPool(threads)) {
      return Scanner.scan(
          List.of(source),
          new Scanner.Setup(
              List.of(),
              bytes -> Found.NOTHING,
              Interest.of(List.of()),
              Limits.DEFAULT,
              workers,
              Progress.SILENT,
              Remembered.nothing(),
              Faults.END));
    }
  }

  static Optional<Node> node(Scanned scanned, String path) {
    return scanned.nodes().stream().filter(node -> node.path().equals(path)).findFirst();
  }

  static List<String> paths(Scanned scanned) {
    return scanned.nodes().stream().map(Node::path).toList();
  }

  /** Codes of the problems of one node. */
  static List<String> problems(Scanned scanned, String path) {
    return node(scanned, path)
        .orElseThrow(() -> new AssertionError("no `" + path + "` among " + paths(scanned)))
        .problems()
        .stream()
        .map(Problem::code)
        .toList();
  }

  /** Codes of the problems of all nodes. */
  static List<String> problems(Scanned scanned) {
    return scanned.nodes().stream()
        .flatMap(node -> node.problems().stream())
        .map(Problem::code)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * What a shell command writes to its standard output; skips the test where {@code tool} is not
   * installed.
   */
  static byte[] shell(Path directory, String tool, String command) {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(path -> Files.isExecutable(Path.of(path, tool))),
        tool + " is installed");
    try {
      Process process =
          new ProcessBuilder("sh", "-c", command)
              .directory(directory.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      byte[] out = process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        throw new AssertionError("`" + command + "` failed with status " + process.exitValue());
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
