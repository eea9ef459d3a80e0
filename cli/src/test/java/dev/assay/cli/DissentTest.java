package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.CommandLine.Ran;
import dev.assay.verify.attest.Envelope;
import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.Checksums;
import dev.assay.verify.bundle.MerkleTree;
import dev.assay.verify.bundle.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An evaluator who finds other verdicts than the maker signed. */
class DissentTest {
  @TempDir Path dir;

  @BeforeEach
  void product() throws IOException {
    Path file = dir.resolve("product/etc/ssh/sshd_config");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "PermitRootLogin yes\n");
    Files.createDirectories(dir.resolve("keys"));
    for (String role : List.of("maker", "evaluator")) {
      run("keygen", "--out", "@" + role);
      Files.copy(dir.resolve(role + ".pub"), dir.resolve("keys/" + role + ".pub"));
    }
    run("evaluate", "@product", "--out", "@b", "--as-of", "2026-11-23", "--cache", "off");
  }

  private Ran run(String... words) {
    return CommandLine.run(
        List.of(words).stream()
            .map(word -> word.startsWith("@") ? dir.resolve(word.substring(1)).toString() : word)
            .toArray(String[]::new));
  }

  /** The bundle as a maker would have it who passes over what failed: whole, and signed. */
  private void lie() throws IOException {
    Path bundle = dir.resolve("b");
    Path verdicts = bundle.resolve(BundleFiles.VERDICTS);
    List<String> lines =
        Files.readAllLines(verdicts).stream()
            .map(
                line ->
                    line.contains("\"SSH-ROOT-LOGIN\"")
                        ? line.replace("\"FAIL\"", "\"PASS\"")
                        : line)
            .toList();
    Files.write(verdicts, lines);
    String summary = Files.readString(bundle.resolve(BundleFiles.SUMMARY));
    String line = summary.substring(0, summary.lastIndexOf(",\"root\"")) + "}";
    line = moved(line, "\"pass\":", 1);
    line = moved(line, "\"fail\":", -1);
    line = moved(line, "\"high\":", -1);
    MerkleTree tree = new MerkleTree();
    add(tree, BundleFiles.SUMMARY, line);
    for (String file : BundleFiles.LINES) {
      Files.readAllLines(bundle.resolve(file)).forEach(each -> add(tree, file, each));
    }
    String root = HexFormat.of().formatHex(tree.root());
    Files.writeString(
        bundle.resolve(BundleFiles.SUMMARY),
        line.substring(0, line.length() - 1) + ",\"root\":\"" + root + "\"}\n");
    Files.write(bundle.resolve(BundleFiles.SUMS), Checksums.of(bundle));
    Ran signed = run("sign", "@b", "--key", "@maker");
    assertThat(signed.status()).as(signed.out() + signed.err()).isZero();
  }

  private static void add(MerkleTree tree, String file, String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    tree.add(new Sha256().leaf(file, bytes, 0, bytes.length));
  }

  /** The text with the first number behind a key moved. */
  private static String moved(String text, String key, int by) {
    int start = text.indexOf(key) + key.length();
    int end = start;
    while (Character.isDigit(text.charAt(end))) {
      end++;
    }
    int number = Integer.parseInt(text.substring(start, end)) + by;
    return text.substring(0, start) + number + text.substring(end);
  }

  private Ran disagree() {
    return run(
        "verify",
        "@b",
        "@product",
        "--keys",
        "@keys",
        "--disagree",
        "@d.json",
        "--sign",
        "@evaluator");
  }

  @Test
  void aVerdictThatDiffersIsSignedEvidence() throws Exception {
    lie();
    Ran replayed = disagree();
    assertThat(replayed.status()).as(replayed.err()).isOne();
    assertThat(replayed.out()).contains("NOT VERIFIED", "the disagreement is in ");

    Ran verified = run("verify", "@d.json", "--keys", "@keys");
    assertThat(verified.status()).as(verified.out() + verified.err()).isZero();
    assertThat(verified.out())
        .contains("evaluator disagrees with the evaluation of root ", " in 1 verdict\n")
        .containsPattern("of product, SHA-256 [0-9a-f]{64}\n")
        .contains("SSH-ROOT-LOGIN on ssh-server:", ": PASS, replayed FAIL")
        .contains("signed by evaluator with evaluator.pub");
  }

  @Test
  void itIsCycloneDxWithTheEvidenceOfBothSides() throws Exception {
    lie();
    disagree();
    Envelope envelope = Envelope.read(Files.readAllBytes(dir.resolve("d.json")), "d.json");
    JsonNode statement = new ObjectMapper().readTree(envelope.payload());
    assertThat(statement.at("/subject/1/name").asText()).isEqualTo("product");
    JsonNode bom = statement.get("predicate");
    assertThat(new JsonParser().validate(bom.toString(), Version.VERSION_16)).isEmpty();
    JsonNode claim = bom.at("/declarations/claims/1");
    assertThat(claim.get("predicate").asText()).isEqualTo("SSH-ROOT-LOGIN: PASS");
    assertThat(evidence(bom, claim.at("/evidence/0").asText())).contains("\"verdict\":\"PASS\"");
    assertThat(evidence(bom, claim.at("/counterEvidence/0").asText()))
        .contains("\"verdict\":\"FAIL\"");
  }

  private static String evidence(JsonNode bom, String reference) {
    for (JsonNode each : bom.at("/declarations/evidence")) {
      if (each.get("bom-ref").asText().equals(reference)) {
        return each.at("/data/0/contents/attachment/content").asText();
      }
    }
    return "";
  }

  @Test
  void itIsInTheNameOfWhoSigned() throws Exception {
    lie();
    run(
        "verify",
        "@b",
        "@product",
        "--disagree",
        "@d.json",
        "--sign",
        "@maker",
        "--as",
        "evaluator");
    Ran verified = run("verify", "@d.json", "--keys", "@keys");
    assertThat(verified.status()).isOne();
    assertThat(verified.out()).contains("in the name of evaluator and signed by maker");
  }

  @Test
  void aClaimThatItsEvidenceDoesNotBearIsFound() throws Exception {
    lie();
    disagree();
    Path file = dir.resolve("d.json");
    Envelope envelope = Envelope.read(Files.readAllBytes(file), "d.json");
    String payload = new String(envelope.payload(), StandardCharsets.UTF_8);
    Envelope changed =
        new Envelope(
            envelope.payloadType(),
            payload
                .replace("SSH-ROOT-LOGIN: PASS", "SSH-ROOT-LOGIN: FAIL")
                .getBytes(StandardCharsets.UTF_8),
            envelope.signatures());
    Files.write(file, changed.bytes());
    Ran verified = run("verify", "@d.json", "--keys", "@keys");
    assertThat(verified.status()).isOne();
    assertThat(verified.out()).contains("claim `claim-1` claims other than the line");
  }

  @Test
  void nothingIsWrittenWhereThereIsNothingToDisagreeWith() {
    run("sign", "@b", "--key", "@maker");
    Ran same = disagree();
    assertThat(same.status()).as(same.out()).isZero();
    assertThat(dir.resolve("d.json")).doesNotExist();
  }

  @Test
  void nothingIsWrittenOverAnotherProduct() throws IOException {
    run("sign", "@b", "--key", "@maker");
    Files.writeString(dir.resolve("product/etc/ssh/sshd_config"), "PermitRootLogin no\n");
    Ran other = disagree();
    assertThat(other.status()).isOne();
    assertThat(other.out()).contains("it would be over another product");
    assertThat(dir.resolve("d.json")).doesNotExist();
  }
}
