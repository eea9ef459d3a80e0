package dev.assay.inspect.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import dev.assay.model.Problem;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages that rpmbuild makes and rpmsign signs, in a product. */
class RpmFileTest {
  private static final String MAKE =
      """
      printf '%s\\n' 'Name: p' 'Version: 1' 'Release: 2' 'Summary: s' 'License: none' \\
        'BuildArch: noarch' '%description' d '%files' >p.spec
      rpmbuild -bb --quiet --define "_topdir $PWD/top" --define "_rpmdir $PWD" p.spec
      mkdir -m 700 h
      gpg --homedir h --batch --quiet --passphrase '' --quick-gen-key KEY KEY sign never
      rpmsign OPTIONS --define "__gpg $(command -v gpg)" --define '_gpg_name KEY' \\
        --define "_gpg_path $PWD/h" --addsign noarch/*.rpm
      gpg --homedir h --batch --quiet --armor --export KEY >public
      gpgconf --homedir h --kill all
      cp noarch/*.rpm made
      """;

  @TempDir Path directory;

  private byte[] made() throws Exception {
    return made("ed25519", "");
  }

  private byte[] made(String key, String options) throws Exception {
    for (String tool : List.of("rpmbuild", "rpmsign", "gpg")) {
      assumeTrue(Files.isExecutable(Path.of("/usr/bin", tool)), tool + " is installed");
    }
    String script = MAKE.replace("KEY", key).replace("OPTIONS", options);
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", "set -e\n" + script);
    Path log = Files.createTempFile(directory, "log", "");
    builder.directory(directory.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    assertThat(builder.start().waitFor()).as(Files.readString(log)).isZero();
    return Files.readAllBytes(directory.resolve("made"));
  }

  private Tree withKey(byte[] rpm) throws Exception {
    return Tree.ofASystem()
        .file("opt/update/p.rpm", rpm)
        .file("etc/pki/rpm-gpg/KEY", Files.readAllBytes(directory.resolve("public")));
  }

  private static RpmFileFacts facts(Tree tree) {
    return (RpmFileFacts) tree.only("rpm-file").facts();
  }

  @Test
  void digestsAndSignaturesAreFacts() throws Exception {
    byte[] rpm = made();
    RpmFileFacts facts = facts(Tree.ofASystem().file("opt/update/p.rpm", rpm));
    assertThat(facts.name() + " " + facts.version() + " " + facts.architecture())
        .isEqualTo("p 1-2 noarch");
    assertThat(facts.digests()).contains("SHA-256 of header", "SHA-256 of payload");
    assertThat(facts.mismatches()).isEmpty();
    assertThat(facts.signatures()).hasSize(1);
    RpmFileSignature signature = facts.signatures().getFirst();
    assertThat(signature.covers()).isEqualTo("header");
    assertThat(signature.key()).isEqualTo("EdDSALegacy");
    assertThat(signature.hash()).isEqualTo("SHA-256");
    assertThat(signature.keyId()).matches("[0-9a-f]{16}");
    assertThat(signature.created()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    assertThat(signature.fits()).isTrue();
    assertThat(signature.keyBits()).isEqualTo(256);
  }

  @ParameterizedTest
  @CsvSource({
    "ed25519, '', 256, SHA-256",
    "rsa2048, --rpmv3, 2048, SHA-512",
    "rsa3072, --define '_gpg_digest_algo sha1', 3072, SHA-1",
    "dsa2048, '', 2048, SHA-256",
    "dsa1024, '', 1024, SHA-1"
  })
  void theKeyOfTheSystemVerifiesWhatItHasSigned(String key, String options, int bits, String hash)
      throws Exception {
    List<RpmFileSignature> signatures = facts(withKey(made(key, options))).signatures();
    assertThat(signatures).isNotEmpty().allMatch(RpmFileSignature::verified);
    assertThat(signatures).allMatch(RpmFileSignature::fits);
    assertThat(signatures.getFirst().keyBits()).isEqualTo(bits);
    assertThat(signatures.getFirst().hash()).isEqualTo(hash);
  }

  @Test
  void whoseASignatureIsNobodyTellsWithoutTheKey() throws Exception {
    Described found = Tree.ofASystem().file("opt/update/p.rpm", made()).only("rpm-file");
    assertThat(found.unknown().get("signatures[0].verified"))
        .matches("the system it lies in has no key [0-9a-f]{16}, so whose it is cannot be told");
    assertThat(found.unknown()).doesNotContainKey("signatures[0].fits");
  }

  /** Only the first bytes of the hash speak for the signature. */
  @Test
  void aSignatureThatTheNamedKeyHasNotMadeDoesNotFit() throws Exception {
    byte[] rpm = made("rsa2048", "");
    // A number of the signature, behind its two bytes of the hash; the last in its header.
    RpmFileSignature good = facts(withKey(rpm)).signatures().getFirst();
    assertThat(good.verified()).isTrue();
    int at = numbers(rpm);
    rpm[at + 100] ^= 1;
    RpmFileSignature forged = facts(withKey(rpm)).signatures().getFirst();
    assertThat(forged.keyId()).isEqualTo(good.keyId());
    assertThat(forged.verified()).isFalse();
    assertThat(forged.fits()).isFalse();
    assertThat(withKey(rpm).only("rpm-file").unknown()).isEmpty();
  }

  /** Tag 268 of the signature header has the packet, 7 is the type of its bytes. */
  private static int numbers(byte[] rpm) {
    ByteBuffer all = ByteBuffer.wrap(rpm);
    int entries = all.getInt(96 + 8);
    int entry = 96 + 16;
    while (all.getInt(entry) != 268) {
      entry += 16;
    }
    assertThat(all.getInt(entry + 4)).isEqualTo(7);
    return 96 + 16 + 16 * entries + all.getInt(entry + 8);
  }

  @Test
  void aRevokedKeyVerifiesNothing() throws Exception {
    byte[] rpm = made();
    Tree tree =
        Tree.ofASystem()
            .file("opt/update/p.rpm", rpm)
            .file("etc/pki/rpm-gpg/KEY", revoked(Files.readString(directory.resolve("public"))));
    assertThat(tree.only("rpm-file").unknown()).containsKey("signatures[0].verified");
  }

  /** Behind the packet of the key the start of a revocation, which is all that counts. */
  private static byte[] revoked(String armour) {
    String base64 =
        armour
            .lines()
            .filter(line -> line.matches("[A-Za-z0-9+/]+={0,2}"))
            .reduce("", String::concat);
    byte[] packets = Base64.getDecoder().decode(base64);
    int key = 2 + packets[1];
    byte[] revocation = {(byte) 0xC2, 3, 4, 0x20, 22};
    return ByteBuffer.allocate(packets.length + revocation.length)
        .put(packets, 0, key)
        .put(revocation)
        .put(packets, key, packets.length - key)
        .array();
  }

  @Test
  void whatDoesNotMatchIsAFactAndAProblem() throws Exception {
    byte[] rpm = made();
    rpm[rpm.length - 4] ^= 1;
    Tree tree = Tree.ofASystem().file("opt/update/p.rpm", rpm);
    assertThat(facts(tree).mismatches())
        .containsExactly("SHA-256 of payload", "MD5 of header and payload");
    assertThat(tree.inspected().artifacts())
        .filteredOn(each -> each.path().endsWith("p.rpm"))
        .flatExtracting(each -> each.problems())
        .extracting(Problem::code)
        .contains("rpm.payload-digest", "rpm.digest");
  }
}
