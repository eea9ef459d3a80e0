package dev.assay.cli.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A package client of the user's. */
sealed interface Client permits AptClient, NpmClient, MavenClient {
  String name();

  /** Puts the one file of the package into {@code folder}. */
  void fetch(Purl purl, Path folder) throws BadProduct;

  /** What a client printed and how it ended. */
  record Ended(int status, String output) {
    /**
     * What went wrong.
     *
     * @param says finds the line that tells it, and has the words in its first group
     */
    String reason(Pattern says) {
      List<String> lines = output.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
      return lines.stream()
          .map(says::matcher)
          .filter(Matcher::find)
          .map(found -> found.group(1).strip())
          .findFirst()
          .orElse(lines.isEmpty() ? "exit status " + status : lines.getLast());
    }
  }

  /**
   * Runs a client.
   *
   * @throws BadProduct if it is not installed
   */
  static Ended run(Path folder, List<String> command) throws BadProduct {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(1, TimeUnit.MINUTES);
      return new Ended(process.exitValue(), output);
    } catch (IOException e) {
      throw new BadProduct(
          command.getFirst()
              + " is not installed; it is needed to fetch this package (or give a file instead)");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BadProduct(command.getFirst() + " was interrupted");
    }
  }

  /** The only file in a folder. */
  static Optional<Path> single(Path folder) throws BadProduct {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (var files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().findFirst();
    } catch (IOException e) {
      throw new BadProduct("cannot read the cache " + folder + ": " + e.getMessage());
    }
  }
}
