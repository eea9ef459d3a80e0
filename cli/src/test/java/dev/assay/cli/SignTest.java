package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.cli.CommandLine.Ran;
import dev.assay.verify.attest.Envelope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, signatures and the launch that waits for them. */
class SignTest {
  private static final String ATTESTATION = "attestation.dsse.json";
  private static final String TEST_RESULT = "test-result.dsse.json";

  @TempDir Path directory;

  @BeforeEach
  void product() throws IOException {
    put("product/etc/ssh/sshd_config", "PermitRootLogin yes\n");
    put("product/etc/passwd", "root:x:0:0:root:/root:/bin/sh\n");
    put(
        "demand.yaml",
        "policy: lenient\nreject: []\ncondition: []\nsignatures: [maker, evaluator]\n");
  }

  private void put(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Runs a command; what names a file of the test's folder is completed. */
  private Ran run(String... words) {
    List<String> arguments = new ArrayList<>();
    for (String word : words) {
      arguments.add(word.startsWith("@") ? directory.resolve(word.substring(1)).toString() : word);
    }
    return CommandLine.run(arguments.toArray(String[]::new));
  }

  private Ran evaluate(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("evaluate", "@product", "--out", "@b", "--as-of", "2026-11-23", "--cache"));
    words.addAll(
        Stream.of(more).anyMatch(word -> word.equals("@cache")) ? List.of() : List.of("off"));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  private void keys() throws IOException {
    Files.createDirectories(directory.resolve("secret"));
    Files.createDirectories(directory.resolve("keys"));
    keygen("maker", "ed25519");
    keygen("evaluator", "p256");
  }

  private void keygen(String role, String algorithm) throws IOException {
    Ran made = run("keygen", "--algorithm", algorithm, "--out", "@secret/" + role);
    assertThat(made.status()).as(made.err()).isZero();
    Files.copy(
        directory.resolve("secret/" + role + ".pub"), directory.resolve("keys/" + role + ".pub"));
  }

  private String text(String file) throws IOException {
    return Files.readString(directory.resolve(file));
  }

  private Envelope envelope(String file) throws Exception {
    return Envelope.read(Files.readAllBytes(directory.resolve("b").resolve(file)), file);
  }

  @Test
  void aKeyIsForItsOwnerOnlyAndNeverOverwritten() throws IOException {
    keys();
    Path secret = directory.resolve("secret/maker.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
    assertThat(text("secret/maker.key")).startsWith("-----BEGIN PRIVATE KEY-----\n");
    assertThat(text("secret/maker.pub")).startsWith("-----BEGIN PUBLIC KEY-----\n");
    String before = text("secret/maker.key");
    assertThat(run("keygen", "--out", "@secret/maker").status()).isEqualTo(2);
    Files.delete(secret);
    assertThat(run("keygen", "--out", "@secret/maker").status()).isEqualTo(2);
    assertThat(secret).doesNotExist();
    Files.writeString(secret, before);
    Files.delete(directory.resolve("secret/maker.pub"));
    assertThat(run("keygen", "--out", "@secret/maker").status()).isEqualTo(2);
    assertThat(text("secret/maker.key")).isEqualTo(before);
    assertThat(directory.resolve("secret/maker.pub")).doesNotExist();
  }

  @Test
  void aLaunchIsApprovedOnceEveryDemandedRoleHasSigned() throws IOException {
    keys();
    Ran evaluated = evaluate("--policy", "@demand.yaml", "--sign", "@secret/maker.key");
    assertThat(evaluated.status()).as(evaluated.err()).isZero();
    assertThat(evaluated.err()).contains("demands signatures of evaluator, maker");

    Ran waiting = run("verify", "@b", "--keys", "@keys", "--policy", "@demand.yaml");
    assertThat(waiting.status()).isEqualTo(1);
    assertThat(waiting.out())
        .endsWith("launch NOT APPROVED: signed by maker; missing: evaluator\n");

    assertThat(run("sign", "@b", "--key", "@secret/evaluator").status()).isZero();
    Ran launched = run("verify", "@b", "@product", "--keys", "@keys", "--policy", "@demand.yaml");
    assertThat(launched.status()).as(launched.out() + launched.err()).isZero();
    assertThat(launched.out())
        .contains("VERIFIED: ", "signed by maker with maker.pub", "signed by evaluator with")
        .endsWith("launch APPROVED: signed by maker, evaluator; nobody is missing\n");
  }

  /** An agency's own demands need not be the policy that the maker's gate went by. */
  @Test
  void anotherPolicyMayDemandTheSignatures() throws IOException {
    keys();
    assertThat(evaluate("--sign", "@secret/maker").status()).isEqualTo(1);
    run("sign", "@b", "--key", "@secret/evaluator");
    Ran verified = run("verify", "@b", "@product", "--keys", "@keys", "--policy", "@demand.yaml");
    assertThat(verified.out()).contains("VERIFIED: ").contains("launch REJECTED: signed by maker");
    assertThat(verified.status()).isEqualTo(1);
  }

  @Test
  void demandsNeedKeysToBeCheckedWith() {
    evaluate("--policy", "@demand.yaml");
    Ran ran = run("verify", "@b", "--policy", "@demand.yaml");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("evaluator, maker", "--keys");
  }

  @Test
  void theReplayNeedsThePolicyAndWaiversOfTheEvaluation() throws IOException {
    put("other.yaml", "policy: lenient\nreject: []\ncondition: []\n");
    put(
        "waivers.yaml",
        "waivers:\n  - { test: 'SSH-*', component: '*', reason: lab, by: A. Person, expires: 2026-12-01 }\n");
    keys();
    evaluate("--policy", "@demand.yaml", "--waivers", "@waivers.yaml");
    Ran other =
        run("verify", "@b", "@product", "--policy", "@other.yaml", "--waivers", "@waivers.yaml");
    assertThat(other.status()).isEqualTo(1);
    assertThat(other.out()).containsPattern("made with policy [0-9a-f]{64}, --policy names");
    Ran without = run("verify", "@b", "@product", "--policy", "@demand.yaml", "--keys", "@keys");
    assertThat(without.status()).isEqualTo(1);
    put("plain.yaml", text("demand.yaml").replaceFirst("signatures.*\n", ""));
    evaluate("--policy", "@plain.yaml", "--waivers", "@waivers.yaml");
    Ran same =
        run("verify", "@b", "@product", "--policy", "@plain.yaml", "--waivers", "@waivers.yaml");
    assertThat(same.out()).contains("VERIFIED: ");
    assertThat(same.status()).isZero();
    Ran missing = run("verify", "@b", "@product", "--policy", "@plain.yaml");
    assertThat(missing.out())
        .containsPattern("made with waivers [0-9a-f]{64}, --waivers names none");
    assertThat(missing.status()).isEqualTo(1);
  }

  @Test
  void anotherProductIsNamedAsSuch() throws IOException {
    evaluate();
    put("product/etc/ssh/sshd_config", "PermitRootLogin no\n");
    Ran ran = run("verify", "@b", "@product");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains("the bundle is of another product")
        .contains("verdicts.jsonl: only in the bundle: {\"test\":\"SSH-ROOT-LOGIN\"")
        .contains("NOT VERIFIED: the replay differs");
  }

  @Test
  void aSecondSignerSignsTheStoredPayloadAndOnlyIfTheBundleIsStillTheSame() throws Exception {
    keys();
    evaluate("--sign", "@secret/maker");
    byte[] payload = envelope(ATTESTATION).payload();
    assertThat(run("sign", "@b", "--key", "@secret/evaluator").status()).isZero();
    assertThat(envelope(ATTESTATION).payload()).isEqualTo(payload);
    assertThat(envelope(ATTESTATION).signatures()).hasSize(2);
    assertThat(envelope(TEST_RESULT).signatures()).hasSize(2);
    assertThat(run("sign", "@b", "--key", "@secret/evaluator").status()).isZero();
    assertThat(envelope(ATTESTATION).signatures()).hasSize(2);

    keygen("agency", "ed25519");
    String run = text("b/run.json");
    put("b/run.json", run.replace("threads", "Threads"));
    Ran changed = run("sign", "@b", "--key", "@secret/agency");
    assertThat(changed.status()).isEqualTo(1);
    assertThat(changed.out()).contains("predicate.evidence.run", "NOT SIGNED");
    put("b/run.json", run);
    put("b/facts.jsonl", text("b/facts.jsonl") + "{}\n");
    Ran longer = run("sign", "@b", "--key", "@secret/agency");
    assertThat(longer.status()).isEqualTo(1);
    assertThat(longer.out()).contains("facts.jsonl was changed", "NOT SIGNED");
    assertThat(envelope(ATTESTATION).signatures()).hasSize(2);
  }

  @Test
  void anotherEvaluationDropsNobodysSignatureButIsSignedAnew() throws Exception {
    keys();
    evaluate("--sign", "@secret/maker");
    String before = text("b/evaluation.json");
    Ran refused = evaluate();
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("is signed with key ", "choose another --out");
    assertThat(evaluate("--sign", "@secret/evaluator").status()).isEqualTo(2);
    assertThat(text("b/evaluation.json")).isEqualTo(before);

    put("product/etc/ssh/sshd_config", "PermitRootLogin no\n");
    evaluate("--sign", "@secret/maker");
    assertThat(text("b/evaluation.json")).isNotEqualTo(before);
    assertThat(run("verify", "@b", "--keys", "@keys").out()).contains("signed by maker");
  }

  @Test
  void anAttestationThatCannotBeReadIsNotReplacedEither() throws Exception {
    evaluate();
    put("b/" + ATTESTATION, "?");
    assertThat(evaluate().err()).contains("attestation that cannot be read");
  }

  /** What is repeated from the cache is signed anew, for that run. */
  @Test
  void aRepeatedRunIsSignedAndItsSignatureIsNotKept() throws Exception {
    keys();
    Thread.sleep(2_100); // Files changed in the last two seconds are never relied on.
    evaluate("@cache");
    Ran repeated = evaluate("@cache", "--sign", "@secret/maker");
    assertThat(repeated.err()).contains("nothing has changed since an earlier run");
    Ran verified = run("verify", "@b", "--keys", "@keys");
    assertThat(verified.out()).contains("signed by maker");
    assertThat(verified.status()).as(verified.out()).isZero();
    assertThat(evaluate("@cache").status()).isEqualTo(2);
    try (Stream<Path> cached = Files.walk(directory.resolve("cache"))) {
      assertThat(cached.map(Path::toString)).noneMatch(name -> name.endsWith(".dsse.json"));
    }
  }

  private static List<Error> mistakes(String statement) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("../docs/schema/evaluation-v1.json")));
    return schema.validate(
        statement,
        InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  @Test
  void theAttestationIsOfItsSchema() throws Exception {
    keys();
    evaluate("--sign", "@secret/maker", "--policy", "@demand.yaml");
    String statement = new String(envelope(ATTESTATION).payload(), StandardCharsets.UTF_8);
    assertThat(mistakes(statement)).isEmpty();
    assertThat(statement).contains("\"decision\":\"APPROVED\"", "\"--policy\",\"policy.yaml\"");
    assertThat(mistakes(statement.replace("APPROVED", "FINE"))).isNotEmpty();
    assertThat(mistakes(statement.replace("\"coverage\"", "\"cover\""))).isNotEmpty();
    assertThat(mistakes(statement.replace("\"passed\":", "\"passed\":-"))).isNotEmpty();
    evaluate("--sign", "@secret/maker");
    assertThat(mistakes(new String(envelope(ATTESTATION).payload(), StandardCharsets.UTF_8)))
        .isEmpty();
    assertThat(new String(envelope(TEST_RESULT).payload(), StandardCharsets.UTF_8))
        .contains("\"result\":\"FAILED\"", "\"SSH-ROOT-LOGIN\"");
  }

  @Test
  void everyCaseThatRanIsAttestedWithItsDigestAndHowItWasMeasured() throws Exception {
    keys();
    evaluate("--sign", "@secret/maker");
    JsonNode predicate =
        new ObjectMapper().readTree(envelope(ATTESTATION).payload()).get("predicate");
    JsonNode tests = predicate.get("tests");
    assertThat(tests).hasSize(predicate.at("/coverage/cases/run").asInt());
    JsonNode login =
        StreamSupport.stream(tests.spliterator(), false)
            .filter(test -> test.get("id").asText().equals("SSH-ROOT-LOGIN"))
            .findFirst()
            .orElseThrow();
    String digest = login.at("/digest/sha256").asText();
    Ran shown = run("catalogue", "show", "SSH-ROOT-LOGIN");
    assertThat(shown.out()).contains("Digest        SHA-256 " + digest);
    // A case that has changed since the last measurement is not measured.
    assertThat(tests)
        .filteredOn(test -> test.get("measured").isObject())
        .isNotEmpty()
        .allSatisfy(
            test ->
                assertThat(test.at("/measured/samples").asInt())
                    .isEqualTo(
                        test.at("/measured/flawed/products").asInt()
                            + test.at("/measured/sound/products").asInt()
                            + test.at("/measured/clean/verdicts").asInt())
                    .isGreaterThan(1));
  }

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

  @Test
  void badKeysAreWrongUsageInOneLine() throws IOException {
    keys();
    evaluate();
    put("odd.key", "hello");
    put("mixed.key", text("secret/maker.key"));
    put("mixed.pub", text("secret/evaluator.pub"));
    for (String wrong : List.of("@none", "@odd.key", "@mixed.key", "@keys/maker.pub")) {
      for (List<String> command :
          List.of(
              List.of("sign", "@b", "--key", wrong),
              List.of("evaluate", "@product", "--sign", wrong))) {
        Ran ran = run(command.toArray(String[]::new));
        assertThat(ran.status()).as(wrong).isEqualTo(2);
        assertThat(ran.err().lines()).singleElement().asString().startsWith("assay: ");
      }
    }
    assertThat(run("sign", "@nothing", "--key", "@secret/maker").status()).isEqualTo(2);
    assertThat(run("verify", "@b", "--keys", "@nothing").status()).isEqualTo(2);
  }
}
