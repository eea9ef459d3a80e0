package dev.assay.formats.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.formats.Bytes;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Tool;
import dev.assay.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CmsSignedTest {
  private static final byte[] FIRMWARE =
      "a kernel, and behind it a root file system "
          .repeat(2000)
          .getBytes(StandardCharsets.US_ASCII);

  @TempDir Path directory;

  private byte[] signed(String... options) throws IOException {
    assumeTrue(Tool.isInstalled("openssl"), "openssl is not installed");
    Files.write(directory.resolve("fw"), FIRMWARE);
    Tool.run(
        directory,
        "openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -subj /CN=update"
            .split(" "));
    List<String> command =
        new ArrayList<>(
            List.of(
                "openssl cms -sign -binary -in fw -signer c.pem -inkey k.pem -outform DER -out fw.p7m"
                    .split(" ")));
    command.addAll(List.of(options));
    Tool.run(directory, command.toArray(String[]::new));
    return Files.readAllBytes(directory.resolve("fw.p7m"));
  }

  /** Streamed, it is in pieces whose ends are told by two zeros. */
  @Test
  void readsWhatIsSignedAndTheCertificateBesideIt() throws IOException {
    for (String[] options : new String[][] {{"-nodetach"}, {"-nodetach", "-stream"}}) {
      byte[] image = signed(options);
      assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(CmsSigned.class);
      Listed listed = Listed.of(new CmsSigned(), Bytes.of(image));
      assertThat(listed.problems).isEmpty();
      assertThat(listed.paths()).containsExactly("content", "certificate-0.cer");
      assertThat(listed.bytes("content")).isEqualTo(FIRMWARE);
      assertThat(new String(listed.bytes("certificate-0.cer"), StandardCharsets.ISO_8859_1))
          .contains("update");
      Hostile.survives(new CmsSigned(), image);
    }
  }

  @Test
  void aDetachedSignatureHasNoContent() throws IOException {
    Bytes signature = Bytes.of(signed());
    assertThat(new CmsSigned().recognises(signature)).isFalse();
    assertThat(Listed.of(new CmsSigned(), signature).problems)
        .extracting(Problem::code)
        .containsExactly("cms.content");
  }

  @Test
  void elementsAreFollowedOnlySoDeep() {
    Forged deep = Forged.big().u8(0x30, 0x80).u8(6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 2);
    for (int i = 0; i < 100_000; i++) {
      deep.u8(0xA0, 0x80);
    }
    assertThat(Listed.of(new CmsSigned(), deep.toBytes()).problems)
        .extracting(Problem::code)
        .containsExactly("cms.element");
  }
}
