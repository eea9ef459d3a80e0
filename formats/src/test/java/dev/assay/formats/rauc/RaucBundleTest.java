package dev.assay.formats.rauc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.formats.Bytes;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Tool;
import dev.assay.formats.cms.CmsSigned;
import dev.assay.formats.squashfs.SquashFs;
import dev.assay.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaucBundleTest {
  @TempDir Path directory;

  /** A bundle that RAUC's own tool wrote. */
  private byte[] bundle(String format) throws IOException {
    assumeTrue(Tool.isInstalled("openssl"), "openssl is not installed");
    assumeTrue(Tool.isInstalled("mksquashfs"), "mksquashfs is not installed");
    assumeTrue(Tool.isInstalled("rauc"), "rauc is not installed");
    Tool.run(
        directory,
        "openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -subj /CN=update"
            .split(" "));
    Path content = Files.createDirectory(directory.resolve("content"));
    byte[] image = new byte[20_000];
    new Random(7).nextBytes(image);
    Files.write(content.resolve("rootfs.img"), image);
    String manifest =
        """
        [update]
        compatible=Test
        version=2026.11
        [bundle]
        format=%s
        [image.rootfs]
        filename=rootfs.img
        """;
    Files.writeString(content.resolve("manifest.raucm"), manifest.formatted(format));
    Tool.run(directory, "rauc bundle --cert=c.pem --key=k.pem content b.raucb".split(" "));
    return Files.readAllBytes(directory.resolve("b.raucb"));
  }

  @Test
  void readsTheFileSystemAndWhoSignedIt() throws IOException {
    byte[] bundle = bundle("plain");
    assertThat(Formats.of(Bytes.of(bundle)).orElseThrow()).isInstanceOf(RaucBundle.class);
    Listed listed = Listed.of(new RaucBundle(), Bytes.of(bundle));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths())
        .containsExactly("bundle.squashfs", "signature.cms", "certificate-0.cer");
    Bytes squashfs = Bytes.of(listed.bytes("bundle.squashfs"));
    assertThat(Formats.of(squashfs).orElseThrow()).isInstanceOf(SquashFs.class);
    assertThat(Listed.of(new SquashFs(), squashfs).paths()).contains("manifest.raucm");
    assertThat(new String(listed.bytes("certificate-0.cer"), ISO_8859_1)).contains("update");
    Hostile.survives(new RaucBundle(), bundle);
  }

  /** The manifest is what is signed, and the certificate is read with it. */
  @Test
  void theSignatureOfABundleWithAHashTreeHoldsTheManifest() throws IOException {
    Listed listed = Listed.of(new RaucBundle(), Bytes.of(bundle("verity")));
    assertThat(listed.paths()).containsExactly("bundle.squashfs", "signature.cms");
    Listed signature = Listed.of(new CmsSigned(), Bytes.of(listed.bytes("signature.cms")));
    assertThat(signature.paths()).containsExactly("content", "certificate-0.cer");
    assertThat(new String(signature.bytes("content"), UTF_8)).contains("verity-hash=");
  }

  @Test
  void aSquashFsWithoutASignatureIsNoBundle() throws IOException {
    byte[] bundle = bundle("plain");
    byte[] cut = Arrays.copyOf(bundle, bundle.length - 1);
    assertThat(Formats.of(Bytes.of(cut)).orElseThrow()).isInstanceOf(SquashFs.class);
    byte[] other = bundle.clone();
    other[bundle.length - 1]++;
    assertThat(Formats.of(Bytes.of(other)).orElseThrow()).isInstanceOf(SquashFs.class);
    Bytes short8 = Forged.big().text("hsqs").u32(0, 1).toBytes();
    assertThat(Listed.of(new RaucBundle(), short8).problems)
        .extracting(Problem::code)
        .containsExactly("rauc.signature");
  }
}
