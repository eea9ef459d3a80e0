package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.android.apksig.ApkSigner;
import com.android.apksig.ApkVerifier;
import com.android.apksig.KeyConfig;
import com.android.apksig.apk.ApkFormatException;
import com.android.apksig.util.DataSources;
import dev.assay.catalogue.forge.AndroidForge;
import dev.assay.catalogue.forge.CertificateForge;
import dev.assay.catalogue.forge.SideSignatureForge;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.android.signature.Flaw;
import dev.assay.inspect.android.signature.SignatureFacts;
import dev.assay.inspect.android.signature.SignatureReader;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifies what apksig, the verifier of the Android SDK, verifies, with the same verdicts. */
class SecondVerifierTest {
  private static final List<String> PUBLISHED = PublishedApps.ALL;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2", "v3", "v2 v3", "v1 v2 v3"})
  void acceptsWhatIsWellSigned(String schemes) {
    byte[] apk = forged(schemes, Map.of());
    assertThat(accepted(apk)).isTrue();
    assertThat(facts(apk).flaws()).isEmpty();
    assertThat(facts(apk).checked()).isNotEmpty();
  }

  @Test
  void followsARotationAsApksigDoes() {
    byte[] apk = forged("v3", Map.of("rotatedFrom", Map.of("subject", "CN=First", "key", 9)));
    assertThat(accepted(apk)).isTrue();
    assertThat(facts(apk).flaws()).isEmpty();
    assertThat(facts(apk).lineage()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "v2, content, content",
    "v3, content, content",
    "v2, signature, signature",
    "v3, signature, signature",
    "v3, key, key",
    "v2, algorithms, algorithms",
    "v3, levels, levels",
    "v2, stripped, stripped",
    "v3, lineage, lineage",
    "v1, member-changed, member-changed",
    "v1, member-unsigned, member-unsigned",
    "v1, member-missing, member-missing",
    "v1, manifest, manifest",
    "v1, signature, signature",
    "v1, stripped, stripped",
  })
  void refusesWhatIsDamaged(String schemes, String damage, String code) {
    Map<String, Object> more = new HashMap<>(Map.of("damage", damage));
    more.put("rotatedFrom", Map.of("subject", "CN=First", "key", 9));
    byte[] apk = forged(schemes, more);
    assertThat(accepted(apk)).isFalse();
    assertThat(facts(apk).flaws()).extracting(Flaw::code).contains(code);
  }

  /**
   * Each byte belongs to what is signed, to what signs, or to neither: both must agree. Where
   * apksig finds no archive, the reader of archives says so elsewhere.
   */
  @ParameterizedTest
  @ValueSource(strings = {"v2", "v3"})
  void agreesOnEveryKindOfByte(String schemes) {
    byte[] apk = forged(schemes, Map.of());
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      // Most changes meet the signature, which stands behind the other members.
      int from = round % 4 == 0 ? 0 : apk.length - 3000;
      int at = random.nextInt(from, apk.length);
      byte[] changed = apk.clone();
      changed[at] ^= (byte) (1 << random.nextInt(8));
      verdict(changed)
          .ifPresent(
              accepted ->
                  assertThat(refused(changed))
                      .as("byte " + at + " of " + schemes)
                      .isEqualTo(!accepted));
    }
  }

  @ParameterizedTest
  @FieldSource("PUBLISHED")
  void agreesOnPublishedApps(String app) throws IOException {
    byte[] apk = Files.readAllBytes(PublishedApps.fetched(directory, app));
    assertThat(accepted(apk)).isTrue();
    assertThat(facts(apk).flaws()).isEmpty();
    assertThat(facts(apk).checked()).isNotEmpty();
    apk[apk.length / 2] ^= 1;
    assertThat(accepted(apk)).isFalse();
    assertThat(refused(apk)).isTrue();
  }

  /** Signed by apksig with all schemes; the file of v4 lies beside the package. */
  @Test
  void acceptsWhatApksigSigns() throws Exception {
    Path app = signedByApksig();
    SignatureFacts facts = inspected();
    assertThat(facts.schemes()).containsExactly("v1", "v2", "v3", "v4");
    assertThat(facts.checked()).contains("v1", "v2", "v3", "v4");
    assertThat(facts.flaws()).isEmpty();
    Path side = directory.resolve("app.apk.idsig");
    byte[] changed = Files.readAllBytes(side);
    // Within the digest of the package: after version, hashing info and two lengths.
    changed[4 + 4 + 45 + 4 + 4] ^= 1;
    Files.write(side, changed);
    assertThat(inspected().flaws()).extracting(Flaw::scheme).contains("v4").doesNotContain("v3");
    assertThat(accepted(Files.readAllBytes(app))).isTrue();
  }

  /** The tree of what apksig writes stands at the end of the file; the package at its start. */
  @Test
  void followsTheTreeThatApksigWrites() throws Exception {
    Path app = signedByApksig();
    Path side = directory.resolve("app.apk.idsig");
    byte[] whole = Files.readAllBytes(side);
    byte[] changed = whole.clone();
    changed[whole.length - 1] ^= 1;
    Files.write(side, changed);
    assertThat(inspected().flaws()).extracting(Flaw::code).containsExactly("tree");
    Files.write(side, whole);
    // Not a byte of zero, with which the last page is filled up.
    Files.write(app, new byte[] {1}, StandardOpenOption.APPEND);
    assertThat(inspected().flaws()).extracting(Flaw::code).contains("blocks");
  }

  @Test
  void acceptsTheForgedSignatureBesideAPackageAsApksigDoes() throws Exception {
    Map<String, Object> apk = Map.of("schemes", List.of("v3"));
    Path app = Files.write(directory.resolve("app.apk"), new AndroidForge().make(apk));
    Path side = directory.resolve("app.apk.idsig");
    for (String damage : List.of("none", "signature", "key", "blocks", "tree")) {
      Files.write(side, new SideSignatureForge().make(Map.of("apk", apk, "damage", damage)));
      assertThat(
              new ApkVerifier.Builder(app.toFile())
                  .setV4SignatureFile(side.toFile())
                  .build()
                  .verify()
                  .isVerifiedUsingV4Scheme())
          .as(damage)
          .isEqualTo(damage.equals("none"));
      assertThat(inspected().flaws().isEmpty()).as(damage).isEqualTo(damage.equals("none"));
    }
  }

  /** Whatever the method is called, what is not stored is taken for deflate. */
  @Test
  void readsASignaturePackedByAMethodThatIsNone() throws Exception {
    for (int method : new int[] {0, 8, 21}) {
      byte[] apk = Files.readAllBytes(signedByApksig());
      packedBy(method, "META-INF/MAKER.RSA", apk);
      assertThat(facts(apk).checked()).contains("v1");
      assertThat(facts(apk).flaws().stream().anyMatch(flaw -> flaw.scheme().equals("v1")))
          .as("method " + method)
          .isEqualTo(method == 0);
    }
  }

  private static void packedBy(int method, String name, byte[] apk) {
    ByteBuffer bytes = ByteBuffer.wrap(apk).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + 46 + name.length() < apk.length; at++) {
      if (bytes.getInt(at) == 0x02014B50
          && new String(apk, at + 46, name.length(), StandardCharsets.US_ASCII).equals(name)) {
        bytes.putShort(at + 10, (short) method);
      }
    }
  }

  private Path signedByApksig() throws Exception {
    String pem =
        new String(
            new CertificateForge().make(Map.of("withKey", true, "key", 5)),
            StandardCharsets.US_ASCII);
    int cut = pem.indexOf("-----BEGIN PRIVATE KEY");
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(
                        pem.substring(0, cut).getBytes(StandardCharsets.US_ASCII)));
    String body = pem.substring(cut).replaceAll("-----[^-]*-----", "");
    PrivateKey key =
        KeyFactory.getInstance("RSA")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
    Path app = directory.resolve("app.apk");
    new ApkSigner.Builder(
            List.of(
                new ApkSigner.SignerConfig.Builder(
                        "maker", new KeyConfig.Jca(key), List.of(certificate))
                    .build()))
        .setInputApk(DataSources.asDataSource(ByteBuffer.wrap(forged("v1", Map.of()))))
        .setOutputApk(app.toFile())
        .setV4SignatureOutputFile(directory.resolve("app.apk.idsig").toFile())
        .setV4SigningEnabled(true)
        .setV4ErrorReportingEnabled(true)
        .build()
        .sign();
    return app;
  }

  private SignatureFacts inspected() {
    Inspection inspection =
        Inspection.of(
            List.of(new Source.OnHost("product", directory)), Limits.DEFAULT, 2, Progress.SILENT);
    return inspection.components().stream()
        .filter(described -> described.component().kind().equals("android-signature"))
        .map(described -> (SignatureFacts) described.facts())
        .findFirst()
        .orElseThrow();
  }

  private static byte[] forged(String schemes, Map<String, Object> more) {
    Map<String, Object> parameters = new HashMap<>(more);
    parameters.put("schemes", List.of(schemes.split(" ")));
    parameters.put("files", Map.of("assets/a.txt", "signed"));
    // Below 24 the system goes by v1; from level 30 on it demands v2.
    parameters.put("minSdk", schemes.contains("v1") ? 21 : schemes.startsWith("v3") ? 28 : 24);
    parameters.put("targetSdk", schemes.equals("v1") ? 29 : 35);
    return new AndroidForge().make(parameters);
  }

  private static SignatureFacts facts(byte[] apk) {
    return new SignatureReader().inspect(Bytes.of(apk)).orElseThrow();
  }

  /** Whether a flaw is found, or it is no package any more. */
  private static boolean refused(byte[] apk) {
    try {
      return new SignatureReader()
          .inspect(Bytes.of(apk))
          .map(facts -> !facts.flaws().isEmpty() || facts.checked().isEmpty())
          .orElse(true);
    } catch (Malformed noPackage) {
      return true;
    }
  }

  private static boolean accepted(byte[] apk) {
    return verdict(apk).orElse(false);
  }

  /** What apksig says; empty where it finds no archive. */
  private static Optional<Boolean> verdict(byte[] apk) {
    try {
      return Optional.of(
          new ApkVerifier.Builder(DataSources.asDataSource(ByteBuffer.wrap(apk)))
              .build()
              .verify()
              .isVerified());
    } catch (ApkFormatException | RuntimeException noArchive) {
      // Its reader of manifests answers some damage with exceptions of the JDK.
      return Optional.empty();
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
