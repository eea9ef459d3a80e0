package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A product that a test writes and evaluates with a vulnerability feed, from outside. */
abstract class FeedTestProduct {
  static final Path KNOWN = Path.of("../feed/known-flaws");

  @TempDir Path directory;

  Path product;

  @BeforeEach
  void product() throws IOException {
    product = Files.createDirectories(directory.resolve("product"));
    Files.createDirectories(product.resolve("bin"));
    write("etc/hostname", "device\n");
  }

  void write(String path, String text) throws IOException {
    Path file = product.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  static String installed(String name, String source, String version) {
    return """
        Package: %s
        Status: install ok installed
        Source: %s
        Version: %s
        Architecture: armhf
        Maintainer: M <m@example.org>

        """
        .formatted(name, source, version);
  }

  /** The feed that comes with Assay, made as its README says. */
  String feed() throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.list(KNOWN)) {
      files.map(Path::toString).filter(name -> name.endsWith(".json")).forEach(sources::add);
    }
    sources.add(KNOWN.resolve("packages").toString());
    return feed("known.feed", sources);
  }

  String feed(String name, List<String> sources) {
    String feed = directory.resolve(name).toString();
    List<String> arguments = new ArrayList<>(List.of("feed", "import", "--out", feed));
    arguments.addAll(sources);
    Ran ran = CommandLine.run(arguments.toArray(String[]::new));
    assertThat(ran.status()).as(ran.err()).isZero();
    return feed;
  }

  Ran evaluate(String bundle, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "evaluate",
                product.toString(),
                "--out",
                directory.resolve(bundle).toString(),
                "--cache",
                "off"));
    if (!List.of(more).contains("--as-of")) {
      arguments.addAll(List.of("--as-of", "2026-11-23"));
    }
    arguments.addAll(List.of(more));
    Ran ran = CommandLine.run(arguments.toArray(String[]::new));
    assertThat(ran.status()).as(ran.err()).isIn(0, 1);
    return ran;
  }

  Ran verify(String bundle, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("verify", directory.resolve(bundle).toString(), product.toString()));
    arguments.addAll(List.of(more));
    return CommandLine.run(arguments.toArray(String[]::new));
  }

  String file(String bundle, String name) throws IOException {
    return Files.readString(directory.resolve(bundle).resolve(name));
  }

  /** The verdict lines of all cases on known flaws that have the outcome. */
  List<String> verdicts(String bundle, String outcome) throws IOException {
    return file(bundle, "verdicts.jsonl")
        .lines()
        .filter(line -> line.contains("\"test\":\"PACKAGE-KNOWN-"))
        .filter(line -> line.contains("\"verdict\":\"" + outcome + "\""))
        .toList();
  }
}
