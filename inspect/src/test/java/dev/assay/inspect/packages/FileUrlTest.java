package dev.assay.inspect.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The package URLs of single programs, on one that runs here. */
class FileUrlTest {
  private static byte[] program() throws IOException {
    return Files.readAllBytes(Path.of("/bin/sh"));
  }

  @Test
  void aFileOfAPackageIsASubpathOfIt() throws Exception {
    Described found =
        Tree.ofASystem()
            .file("etc/os-release", "ID=debian\nVERSION_CODENAME=bookworm\n")
            .file("usr/bin/my sh", program())
            .file(
                "var/lib/dpkg/status",
                "Package: shell\nStatus: install ok installed\nVersion: 1:1.0-2\n"
                    + "Architecture: amd64\n")
            .file("var/lib/dpkg/info/shell.list", "/.\n/bin\n/bin/my sh\n")
            .only("executable");
    assertThat(found.component().purl())
        .isEqualTo("pkg:deb/debian/shell@1:1.0-2?arch=amd64&distro=bookworm#usr/bin/my%20sh");
  }

  @Test
  void whatNoPackageOwnsIsKnownByItsChecksum() throws Exception {
    byte[] program = program();
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(program));
    Described found = Tree.ofASystem().file("usr/bin/a+b", program).only("executable");
    assertThat(found.component().purl()).isEqualTo("pkg:generic/a%2Bb?checksum=sha256:" + digest);
  }
}
