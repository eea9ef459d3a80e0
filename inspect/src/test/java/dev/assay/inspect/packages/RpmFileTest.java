package dev.assay.inspect.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.inspect.Tree;
import dev.assay.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages that rpmbuild makes and rpmsign signs, in a product. */
class RpmFileTest {
  private static final String MAKE =
      """
      printf '%s\\n' 'Name: p' 'Version: 1' 'Release: 2' 'Summary: s' 'License: none' \\
        'BuildArch: noarch' '%description' d '%files' >p.spec
      rpmbuild -bb --quiet --define "_topdir $PWD/top" --define "_rpmdir $PWD" p.spec
      mkdir -m 700 h
      gpg --homedir h --batch --quiet --passphrase '' --quick-gen-key ed25519 ed25519 sign never
      rpmsign --define "__gpg $(command -v gpg)" --define '_gpg_name ed25519' \\
        --define "_gpg_path $PWD/h" --addsign noarch/*.rpm
      gpgconf --homedir h --kill all
      cp noarch/*.rpm made
      """;

  @TempDir Path directory;

  private byte[] made() throws Exception {
    for (String tool : List.of("rpmbuild", "rpmsign", "gpg")) {
      assumeTrue(Files.isExecutable(Path.of("/usr/bin", tool)), tool + " is installed");
    }
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", "set -e\n" + MAKE);
    Path log = Files.createTempFile(directory, "log", "");
    builder.directory(directory.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    assertThat(builder.start().waitFor()).as(Files.readString(log)).isZero();
    return Files.readAllBytes(directory.resolve("made"));
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
