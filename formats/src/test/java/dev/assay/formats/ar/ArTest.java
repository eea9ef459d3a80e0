package dev.assay.formats.ar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArTest {
  private static final Ar AR = new Ar();
  private static final String LONG = "a-name-of-more-than-sixteen-characters.o";

  @TempDir Path directory;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(directory.resolve("short"), "odd");
    Files.writeString(directory.resolve(LONG), "even");
  }

  @Test
  void readsWhatGnuArWrites() throws IOException {
    Tool.run(directory, "ar", "qc", "out.a", "short", LONG);
    byte[] archive = Files.readAllBytes(directory.resolve("out.a"));
    holds(archive);
    assertThat(AR.extent(Bytes.of(archive), 0)).hasValue(archive.length);
  }

  @Test
  void readsTheBsdVariant() {
    holds(Tool.run(directory, "bsdtar", "-cf", "-", "--format=arbsd", "short", LONG));
  }

  @Test
  void readsADebianPackage() throws IOException {
    Path control = Files.createDirectories(directory.resolve("tree/DEBIAN"));
    Files.writeString(
        control.resolve("control"),
        "Package: x\nVersion: 1\nArchitecture: all\nMaintainer: m <m@example.org>\nDescription: d\n");
    Tool.run(directory, "dpkg-deb", "-Zxz", "--build", "tree", "x.deb");
    byte[] deb = Files.readAllBytes(directory.resolve("x.deb"));
    assertThat(Formats.of(Bytes.of(deb)).orElseThrow().type())
        .isEqualTo("application/vnd.debian.binary-package");
    Listed listed = Listed.of(new DebianPackage(), Bytes.of(deb));
    assertThat(listed.paths()).containsExactly("debian-binary", "control.tar.xz", "data.tar.xz");
    assertThat(listed.text("debian-binary")).isEqualTo("2.0\n");
  }

  @Test
  void keepsWhatIsThereOfATruncatedArchive() throws IOException {
    Tool.run(directory, "ar", "qc", "out.a", "short");
    byte[] archive = Files.readAllBytes(directory.resolve("out.a"));
    Listed listed = Listed.of(AR, Bytes.of(Arrays.copyOf(archive, 8 + 60 + 2)));
    assertThat(listed.text("short")).isEqualTo("od");
    assertThat(listed.entry("short").problems())
        .singleElement()
        .extracting("code")
        .isEqualTo("ar.truncated");
  }

  @Test
  void survivesHostileInput() throws IOException {
    Tool.run(directory, "ar", "qc", "out.a", "short", LONG);
    Hostile.survives(AR, Files.readAllBytes(directory.resolve("out.a")));
  }

  private static void holds(byte[] archive) {
    assertThat(AR.recognises(Bytes.of(archive))).isTrue();
    Listed listed = Listed.of(AR, Bytes.of(archive));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("short", LONG);
    assertThat(listed.text("short")).isEqualTo("odd");
    assertThat(listed.text(LONG)).isEqualTo("even");
  }
}
