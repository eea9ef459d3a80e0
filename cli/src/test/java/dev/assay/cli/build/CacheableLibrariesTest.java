package dev.assay.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheableLibrariesTest {
  @TempDir Path lib;

  private Path jar(String sealed) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "7.1");
    manifest.getMainAttributes().put(Attributes.Name.SEALED, sealed);
    Path jar = lib.resolve("some.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out, manifest)) {
      zip.putNextEntry(new ZipEntry("a/text"));
      zip.write("hello".getBytes(StandardCharsets.US_ASCII));
    }
    return jar;
  }

  /** Classes of a sealed JAR that come from a cache made elsewhere end the program. */
  @Test
  void aSealedLibraryIsUnsealedAndElseAsItWas() throws IOException {
    Path jar = jar("true");
    CacheableLibraries.main(lib.toString());
    try (JarFile file = new JarFile(jar.toFile())) {
      Attributes main = file.getManifest().getMainAttributes();
      assertThat(main.getValue(Attributes.Name.SEALED)).isNull();
      assertThat(main.getValue(Attributes.Name.IMPLEMENTATION_VERSION)).isEqualTo("7.1");
      assertThat(file.getInputStream(file.getEntry("a/text")).readAllBytes())
          .asString(StandardCharsets.US_ASCII)
          .isEqualTo("hello");
    }
  }

  @Test
  void anotherLibraryIsLeftAsItIs() throws IOException {
    Path jar = jar("false");
    byte[] before = Files.readAllBytes(jar);
    CacheableLibraries.main(lib.toString());
    assertThat(Files.readAllBytes(jar)).isEqualTo(before);
  }
}
