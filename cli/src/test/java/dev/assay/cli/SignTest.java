package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys, signatures and the launch that waits for them. */
class SignTest extends SigningTestProduct {
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
        .doesNotContain("artifacts.jsonl", "facts.jsonl")
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
