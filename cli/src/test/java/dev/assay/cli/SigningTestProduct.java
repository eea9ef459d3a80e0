package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.CommandLine.Ran;
import dev.assay.verify.attest.Envelope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A product that a test writes, evaluates and signs, from outside. */
abstract class SigningTestProduct {
  static final String ATTESTATION = "attestation.dsse.json";
  static final String TEST_RESULT = "test-result.dsse.json";

  @TempDir Path directory;

  @BeforeEach
  void product() throws IOException {
    put("product/etc/ssh/sshd_config", "PermitRootLogin yes\n");
    put("product/etc/passwd", "root:x:0:0:root:/root:/bin/sh\n");
    put(
        "demand.yaml",
        "policy: lenient\nreject: []\ncondition: []\nsignatures: [maker, evaluator]\n");
  }

  void put(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Runs a command; what names a file of the test's folder is completed. */
  Ran run(String... words) {
    List<String> arguments = new ArrayList<>();
    for (String word : words) {
      arguments.add(word.startsWith("@") ? directory.resolve(word.substring(1)).toString() : word);
    }
    return CommandLine.run(arguments.toArray(String[]::new));
  }

  Ran evaluate(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("evaluate", "@product", "--out", "@b", "--as-of", "2026-11-23", "--cache"));
    words.addAll(
        Stream.of(more).anyMatch(word -> word.equals("@cache")) ? List.of() : List.of("off"));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  void keys() throws IOException {
    Files.createDirectories(directory.resolve("secret"));
    Files.createDirectories(directory.resolve("keys"));
    keygen("maker", "ed25519");
    keygen("evaluator", "p256");
  }

  void keygen(String role, String algorithm) throws IOException {
    Ran made = run("keygen", "--algorithm", algorithm, "--out", "@secret/" + role);
    assertThat(made.status()).as(made.err()).isZero();
    Files.copy(
        directory.resolve("secret/" + role + ".pub"), directory.resolve("keys/" + role + ".pub"));
  }

  String text(String file) throws IOException {
    return Files.readString(directory.resolve(file));
  }

  Envelope envelope(String file) throws Exception {
    return Envelope.read(Files.readAllBytes(directory.resolve("b").resolve(file)), file);
  }
}
