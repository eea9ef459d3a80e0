package dev.assay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.verify.attest.Envelope;
import dev.assay.verify.attest.TrustedKeys;
import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.Checksums;
import dev.assay.verify.bundle.Unreadable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who signed a bundle. */
class SignaturesTest {
  @TempDir Path directory;
  private Path bundle;
  private Path keys;
  private SampleKey maker;
  private SampleKey evaluator;

  @BeforeEach
  void signed() throws Exception {
    bundle = SampleBundle.of(6, 4).write(directory.resolve("b"));
    keys = directory.resolve("keys");
    maker = SampleKey.ed25519();
    evaluator = SampleKey.ec("secp256r1");
    maker.publish(keys.resolve("maker.pub"), "");
    evaluator.publish(keys.resolve("evaluator.pub"), "");
    SampleKey.sign(bundle, maker, evaluator);
  }

  private Checked check(String... demanded) throws Unreadable {
    return Verifier.check(
        bundle,
        new Verifier.Terms(
            Optional.of(TrustedKeys.read(keys)),
            new TreeSet<>(List.of(demanded)),
            LocalDate.parse("2026-11-23")));
  }

  @Test
  void namesWhoSigned() throws Exception {
    Checked checked = check();
    assertThat(checked.damage()).isEmpty();
    assertThat(checked.doubts()).isEmpty();
    assertThat(checked.lines())
        .anyMatch(line -> line.startsWith("signed by maker with maker.pub, key " + maker.id()))
        .anyMatch(line -> line.startsWith("signed by evaluator with evaluator.pub, key "));
    assertThat(checked.launch()).isEmpty();
  }

  @Test
  void aLaunchNeedsEveryDemandedRole() throws Exception {
    Checked both = check("maker", "evaluator");
    assertThat(both.isAccepted()).isTrue();
    assertThat(both.launch())
        .contains("launch APPROVED: signed by maker, evaluator; nobody is missing");

    Checked lacking = check("maker", "evaluator", "agency");
    assertThat(lacking.isVerified()).isTrue();
    assertThat(lacking.isAccepted()).isFalse();
    assertThat(lacking.launch())
        .contains("launch NOT APPROVED: signed by maker, evaluator; missing: agency");
  }

  @Test
  void signaturesDoNotMakeARejectedLaunchAnApprovedOne() throws Exception {
    bundle = SampleBundle.of(6, 4).decision("REJECTED").write(directory.resolve("r"));
    SampleKey.sign(bundle, maker, evaluator);
    Checked checked = check("maker", "evaluator");
    assertThat(checked.launch()).get().asString().startsWith("launch REJECTED: signed by maker");
    assertThat(checked.isAccepted()).isFalse();
  }

  /** Flips bits in every kind of byte of the files that signatures protect. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "attestation.dsse.json",
        "test-result.dsse.json",
        "run.json",
        "report.html",
        "SHA256SUMS",
        "evaluation.json",
        "plan.jsonl",
        "verdicts.jsonl"
      })
  void namesTheFileInWhichAByteWasChanged(String name) throws Exception {
    Path file = bundle.resolve(name);
    byte[] whole = Files.readAllBytes(file);
    for (int at : VerifierTest.positions(whole)) {
      for (int mask : new int[] {1, 0x20}) {
        byte[] changed = whole.clone();
        changed[at] ^= (byte) mask;
        Files.write(file, changed);
        Checked checked = check();
        assertThat(checked.isVerified()).as(name + " byte " + at + " xor " + mask).isFalse();
        assertThat(checked.lines())
            .as(name + " byte " + at + " xor " + mask)
            .anyMatch(line -> line.startsWith(name));
      }
    }
    Files.write(file, whole);
    assertThat(check().isVerified()).isTrue();
  }

  /** All over the envelope, not only in its first bytes of each kind. */
  @Test
  void noByteOfAnAttestationCanBeChanged() throws Exception {
    Path file = bundle.resolve(BundleFiles.ATTESTATION);
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += 11) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(file, changed);
      assertThat(check().lines())
          .as("byte " + at)
          .anyMatch(line -> line.startsWith(BundleFiles.ATTESTATION))
          .last()
          .asString()
          .startsWith("NOT VERIFIED");
    }
  }

  @Test
  void aChangedBundleWhoseRootWasMadeToFitDoesNotAgreeWithItsAttestation() throws Exception {
    SampleBundle other = SampleBundle.of(6, 4);
    other.lines(BundleFiles.VERDICTS).replaceAll(line -> line.replace("\"FAIL\"", "\"PASS\""));
    other.write(bundle);
    assertThat(check().damage())
        .anyMatch(line -> line.contains("predicate.evidence.root is "))
        .anyMatch(line -> line.contains("predicate.verdicts.failed is "))
        .allMatch(line -> line.contains("dsse.json: ") || line.startsWith("SHA256SUMS was"));
  }

  @Test
  void theAttestationOfAnotherProductIsNamed() throws Exception {
    Path other = SampleBundle.of(7, 4).write(directory.resolve("other"));
    Files.copy(bundle.resolve(BundleFiles.ATTESTATION), other.resolve(BundleFiles.ATTESTATION));
    Files.copy(bundle.resolve(BundleFiles.TEST_RESULT), other.resolve(BundleFiles.TEST_RESULT));
    bundle = other;
    assertThat(check().damage())
        .anyMatch(
            line -> line.contains("predicate.coverage.components.all is 6, the bundle gives 7"));
  }

  @Test
  void theTwoAttestationsCannotStandInForEachOther() throws Exception {
    byte[] attestation = Files.readAllBytes(bundle.resolve(BundleFiles.ATTESTATION));
    Files.write(
        bundle.resolve(BundleFiles.ATTESTATION),
        Files.readAllBytes(bundle.resolve(BundleFiles.TEST_RESULT)));
    Files.write(bundle.resolve(BundleFiles.TEST_RESULT), attestation);
    assertThat(check().damage()).anyMatch(line -> line.contains("predicateType is "));
  }

  private List<String> doubts() throws Exception {
    Checked checked = check();
    assertThat(checked.damage()).isEmpty();
    assertThat(checked.isAccepted()).isFalse();
    assertThat(checked.lines()).endsWith("NOT VERIFIED: not every signature holds");
    return checked.doubts();
  }

  @Test
  void anUnknownSignerIsNamed() throws Exception {
    Files.delete(keys.resolve("evaluator.pub"));
    assertThat(doubts())
        .contains(
            "attestation.dsse.json: signature 2 is by an unknown signer: keyid "
                + evaluator.id()
                + " is of no trusted key");
  }

  @Test
  void aSignatureUnderAnothersNameIsWrong() throws Exception {
    resign(new Envelope.Signed(maker.id(), SampleKey.ed25519().sign(payload())));
    assertThat(doubts())
        .contains(
            "attestation.dsse.json: signature 1 is wrong: it names maker.pub, with which it was not made");
  }

  @Test
  void theKeyIdIsNoProofAndMustFit() throws Exception {
    resign(new Envelope.Signed(evaluator.id(), maker.sign(payload())));
    assertThat(doubts())
        .contains(
            "attestation.dsse.json: signature 1 was made with maker.pub, but its keyid is of another key");
  }

  @Test
  void oneKeyCountsOnce() throws Exception {
    resign(new Envelope.Signed(maker.id(), maker.sign(payload())));
    Envelope once = Envelope.read(Files.readAllBytes(bundle.resolve(BundleFiles.ATTESTATION)), "f");
    Files.write(
        bundle.resolve(BundleFiles.ATTESTATION), once.with(once.signatures().getFirst()).bytes());
    assertThat(doubts())
        .contains("attestation.dsse.json: signature 2 is a second one with maker.pub");

    maker.publish(keys.resolve("evaluator.pub"), "");
    assertThatThrownBy(this::check)
        .isInstanceOf(Unreadable.class)
        .hasMessage("evaluator.pub and maker.pub are the same key, which can count only once");
  }

  @Test
  void anExpiredKeyIsTrustedNoMore() throws Exception {
    maker.publish(keys.resolve("maker.pub"), "Key of the maker\nExpires: 2026-11-23\n");
    assertThat(check().isVerified()).isTrue();
    maker.publish(keys.resolve("maker.pub"), "Expires: 2026-11-22\n");
    assertThat(doubts())
        .contains(
            "attestation.dsse.json: signature 1 was made with maker.pub, which has expired on 2026-11-22");
  }

  @Test
  void severalKeysMaySpeakForOneRole() throws Exception {
    Files.move(keys.resolve("maker.pub"), keys.resolve("maker.2026.pub"));
    SampleKey.ed25519().publish(keys.resolve("maker.2027.pub"), "");
    assertThat(check("maker", "evaluator").isAccepted()).isTrue();
  }

  @Test
  void anUnsignedBundleIsNotSigned() throws Exception {
    Files.delete(bundle.resolve(BundleFiles.ATTESTATION));
    Files.delete(bundle.resolve(BundleFiles.TEST_RESULT));
    assertThat(doubts())
        .containsExactly("the bundle is not signed: it has no attestation.dsse.json");
    assertThat(check("maker").launch())
        .contains("launch NOT APPROVED: signed by nobody; missing: maker");
  }

  @Test
  void withoutKeysItSaysThatSignaturesWereNotChecked() throws Exception {
    assertThat(VerifierTest.check(bundle).lines())
        .last()
        .asString()
        .startsWith("signatures are not checked");
  }

  @Test
  void checksumsMadeToFitAChangedReportDoNotFitTheAttestation() throws Exception {
    Files.writeString(bundle.resolve("report.html"), "<p>all is well</p>");
    Files.write(bundle.resolve(BundleFiles.SUMS), Checksums.of(bundle));
    assertThat(check().damage())
        .anyMatch(line -> line.startsWith("SHA256SUMS was changed: the attestation seals"))
        .anyMatch(line -> line.startsWith("attestation.dsse.json: predicate.evidence.checksums"));
  }

  @Test
  void keysThatAreNoneAreUnreadable() throws Exception {
    SampleKey.ec("secp384r1").publish(keys.resolve("agency.pub"), "");
    assertThatThrownBy(this::check).hasMessageStartingWith("agency.pub is no Ed25519 and no P-256");
    Files.writeString(keys.resolve("agency.pub"), "hello");
    assertThatThrownBy(this::check).hasMessageContaining("agency.pub holds no PEM block");
    Files.writeString(keys.resolve("agency.pub"), "A".repeat(70_000));
    assertThatThrownBy(this::check).hasMessageContaining("agency.pub is longer than 65536 bytes");
    maker.publish(keys.resolve("agency.pub"), "Expires: soon\n");
    assertThatThrownBy(this::check).hasMessageContaining("no date such as 2027-12-31");
    assertThatThrownBy(() -> TrustedKeys.read(directory)).hasMessageContaining("no *.pub");
    assertThatThrownBy(() -> TrustedKeys.read(directory.resolve("x")))
        .hasMessageContaining("is not a directory");
  }

  private byte[] payload() throws Exception {
    return Envelope.read(Files.readAllBytes(bundle.resolve(BundleFiles.ATTESTATION)), "f")
        .signedBytes();
  }

  private void resign(Envelope.Signed signed) throws Exception {
    Path file = bundle.resolve(BundleFiles.ATTESTATION);
    Envelope before = Envelope.read(Files.readAllBytes(file), "f");
    assertThat(new String(before.payload(), StandardCharsets.UTF_8)).startsWith("{\"_type\"");
    Files.write(
        file, new Envelope(before.payloadType(), before.payload(), List.of(signed)).bytes());
  }
}
