package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.cli.CommandLine.Ran;
import dev.assay.verify.attest.Envelope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and signatures of openssl fit ours. */
class OpensslTest extends SigningTestProduct {
  private int openssl(String... arguments) throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "openssl"))),
        "openssl is installed");
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static String[] verifying(String role) {
    return role.equals("maker")
        ? new String[] {
          "pkeyutl",
          "-verify",
          "-rawin",
          "-pubin",
          "-inkey",
          "keys/maker.pub",
          "-sigfile",
          "sig",
          "-in",
          "pae"
        }
        : new String[] {
          "dgst", "-sha256", "-verify", "keys/evaluator.pub", "-signature", "sig", "pae"
        };
  }

  @ParameterizedTest
  @ValueSource(strings = {"maker", "evaluator"})
  void opensslAcceptsOurSignatures(String role) throws Exception {
    keys();
    evaluate("--sign", "@secret/" + role);
    Envelope envelope = envelope(ATTESTATION);
    Files.write(directory.resolve("sig"), envelope.signatures().getFirst().signature());
    Files.write(directory.resolve("pae"), envelope.signedBytes());
    assertThat(openssl(verifying(role))).isZero();
    Files.write(directory.resolve("pae"), envelope.payload());
    assertThat(openssl(verifying(role))).isNotZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ED25519", "EC -pkeyopt ec_paramgen_curve:P-256"})
  void weSignWithKeysOfOpenssl(String algorithm) throws Exception {
    Files.createDirectories(directory.resolve("keys"));
    List<String> generate = new ArrayList<>(List.of("genpkey", "-algorithm"));
    generate.addAll(List.of(algorithm.split(" ")));
    generate.addAll(List.of("-out", "maker.pem"));
    assertThat(openssl(generate.toArray(String[]::new))).isZero();
    evaluate();
    Ran alone = run("sign", "@b", "--key", "@maker.pem");
    assertThat(alone.status()).isEqualTo(2);
    assertThat(alone.err()).contains("openssl pkey -in", "-pubout");
    assertThat(openssl("pkey", "-in", "maker.pem", "-pubout", "-out", "maker.pub")).isZero();
    Files.copy(directory.resolve("maker.pub"), directory.resolve("keys/maker.pub"));
    assertThat(run("sign", "@b", "--key", "@maker.pem").status()).isZero();
    Ran verified = run("verify", "@b", "--keys", "@keys");
    assertThat(verified.status()).as(verified.out()).isZero();
    assertThat(verified.out()).contains("signed by maker");
  }

  /** A signature that openssl made over the stored payload. */
  @ParameterizedTest
  @ValueSource(strings = {"maker", "evaluator"})
  void weAcceptSignaturesOfOpenssl(String role) throws Exception {
    keys();
    evaluate("--sign", "@secret/" + role);
    Envelope ours = envelope(ATTESTATION);
    Files.write(directory.resolve("pae"), ours.signedBytes());
    String key = "secret/" + role + ".key";
    assertThat(
            role.equals("maker")
                ? openssl("pkeyutl", "-sign", "-rawin", "-inkey", key, "-in", "pae", "-out", "sig")
                : openssl("dgst", "-sha256", "-sign", key, "-out", "sig", "pae"))
        .isZero();
    byte[] signature = Files.readAllBytes(directory.resolve("sig"));
    Envelope theirs =
        new Envelope(ours.payloadType(), ours.payload(), List.of())
            .with(new Envelope.Signed(ours.signatures().getFirst().keyId(), signature));
    Files.write(directory.resolve("b").resolve(ATTESTATION), theirs.bytes());
    Ran verified = run("verify", "@b", "--keys", "@keys");
    assertThat(verified.status()).as(verified.out()).isZero();
  }
}
