package dev.assay.inspect.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library without a banner is known by the soname that the linker gave it. */
class SonameTest {
  @TempDir private Path folder;

  @Test
  void aSharedLibraryIsKnownByItsSoname() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc is not installed");
    ProductSignature known =
        Products.standard().all().stream()
            .filter(each -> !each.isBanner())
            .findFirst()
            .orElseThrow();
    Path source =
        Files.writeString(folder.resolve("library.c"), "int answer(void) { return 42; }\n");
    Path library = folder.resolve("library");
    Process gcc =
        new ProcessBuilder(
                List.of(
                    "gcc",
                    "-shared",
                    "-fPIC",
                    "-Wl,-soname," + known.recognised(),
                    "-o",
                    library.toString(),
                    source.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(gcc.waitFor()).as(said).isZero();

    Described found =
        Tree.ofASystem().file("usr/lib/renamed.bin", Files.readAllBytes(library)).only("software");

    assertThat(found.component().name()).isEqualTo(known.product());
    assertThat(((SoftwareFacts) found.facts()).places()).containsExactly("usr/lib/renamed.bin");
  }
}
