package dev.assay.verify;

import dev.assay.verify.attest.Envelope;
import dev.assay.verify.attest.Pem;
import dev.assay.verify.attest.Seals;
import dev.assay.verify.attest.Statements;
import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.Census;
import dev.assay.verify.bundle.Sha256;
import dev.assay.verify.bundle.Violations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Map;

/** A key pair, and what can be done with it, by the JDK alone. */
public record SampleKey(KeyPair pair, String signatures) {
  public static SampleKey ed25519() throws GeneralSecurityException {
    return new SampleKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair(), "Ed25519");
  }

  public static SampleKey ec(String curve) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return new SampleKey(generator.generateKeyPair(), "SHA256withECDSA");
  }

  public String id() {
    return Sha256.hex(pair.getPublic().getEncoded());
  }

  /** Writes the public half, after lines of text. */
  public void publish(Path file, String before) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, before + Pem.write("PUBLIC KEY", pair.getPublic().getEncoded()));
  }

  public byte[] sign(byte[] message) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(signatures);
    signature.initSign(pair.getPrivate());
    signature.update(message);
    return signature.sign();
  }

  /** Signs the bundle with all keys, in place of whoever signed it. */
  public static void sign(Path bundle, SampleKey... keys) throws Exception {
    Census census = Census.of(bundle, new Violations());
    Map<String, byte[]> statements =
        Map.of(
            BundleFiles.ATTESTATION, Statements.evaluation(census, Seals.of(bundle)).bytes(),
            BundleFiles.TEST_RESULT, Statements.testResult(census).bytes());
    for (Map.Entry<String, byte[]> statement : statements.entrySet()) {
      Envelope envelope = new Envelope(Envelope.IN_TOTO, statement.getValue(), List.of());
      for (SampleKey key : keys) {
        envelope = envelope.with(new Envelope.Signed(key.id(), key.sign(envelope.signedBytes())));
      }
      Files.write(bundle.resolve(statement.getKey()), envelope.bytes());
    }
  }
}
