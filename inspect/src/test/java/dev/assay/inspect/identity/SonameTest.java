package dev.assay.inspect.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library without a banner is known by the soname that the linker gave it. */
class SonameTest {
  @TempDir private Path folder;

  @Test
  void aSharedLibraryIsKnownByItsSoname() throws Exception {
    ProductSignature known =
        Products.standard().all().stream()
            .filter(each -> !each.isBanner() && each.companion().isEmpty())
            .findFirst()
            .orElseThrow();
    byte[] library =
        CompiledLibrary.of(folder, known.recognised(), "int answer(void) { return 42; }");

    Described found = Tree.ofASystem().file("usr/lib/renamed.bin", library).only("software");

    assertThat(found.component().name()).isEqualTo(known.product());
    assertThat(((SoftwareFacts) found.facts()).places()).containsExactly("usr/lib/renamed.bin");
  }

  /** PipeWire and LLVM have libraries of these names, too. */
  @Test
  void aSonameThatTwoProductsShareIsLeftToWhatElseTheLibraryHolds() throws Exception {
    byte[] other =
        CompiledLibrary.of(folder, "libjack.so.0", "int jack_client_open(void) { return 42; }");
    assertThat(Tree.ofASystem().file("usr/lib/libjack.so.0", other).all("software")).isEmpty();

    byte[] jack =
        CompiledLibrary.of(
            folder, "libjack.so.0", "const char type[] = \"N4Jack13JackLibClientE\";");
    assertThat(
            Tree.ofASystem().file("usr/lib/libjack.so.0", jack).only("software").component().name())
        .isEqualTo("jackd2");

    byte[] llvm = CompiledLibrary.of(folder, "libunwind.so.1", "int answer(void) { return 42; }");
    assertThat(Tree.ofASystem().file("usr/lib/libunwind.so.1", llvm).all("software")).isEmpty();
  }
}
