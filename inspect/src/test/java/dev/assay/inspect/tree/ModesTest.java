package dev.assay.inspect.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.Tree;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import dev.assay.inspect.script.ScriptFacts;
import dev.assay.model.Described;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Whose mode tells that anyone may change a script. */
class ModesTest {
  private static final byte[] SCRIPT =
      "#!/usr/bin/env node\nrequire('http')\n".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] MANIFEST =
      "{\"name\": \"a\", \"version\": \"1.0.0\"}".getBytes(StandardCharsets.US_ASCII);

  @Test
  void aFilesOwnModeTells() {
    assertThat(isOpen(system().file("opt/a.js", 0666, 0, 0, SCRIPT).only("script"))).isTrue();
    assertThat(isOpen(system().file("opt/a.js", 0644, 0, 0, SCRIPT).only("script"))).isFalse();
  }

  @Test
  void ofAnArchiveWithoutModesThatOfTheArchiveTells() throws Exception {
    assertThat(isOpen(system().file("opt/a.zip", 0666, 0, 0, zip("a.js")).only("script"))).isTrue();
    assertThat(isOpen(system().file("opt/a.zip", 0644, 0, 0, zip("a.js")).only("script")))
        .isFalse();
  }

  @Test
  void anArchiveWithoutModesAloneTellsNothing() throws Exception {
    assertThat(onlyScript(zip("a.js")).unknown()).containsKey("worldWritable");
    assertThat(onlyScript(zip("META-INF/MANIFEST.MF", "a.js")).unknown())
        .containsKey("worldWritable");
  }

  @Test
  void whatAndroidInstallsNobodyChanges() throws Exception {
    assertThat(isOpen(onlyScript(zip("AndroidManifest.xml", "classes.dex", "a.js")))).isFalse();
  }

  @Test
  void modesThatThePackagersMachineGaveDoNotStay() {
    Tree packed =
        new Tree()
            .file("package/package.json", 0666, 0, 0, MANIFEST)
            .file("package/a.js", 0666, 0, 0, SCRIPT);
    assertThat(packed.only("script").unknown()).containsKey("worldWritable");
    Tree installed =
        system()
            .file("usr/lib/node_modules/a/package.json", 0666, 0, 0, MANIFEST)
            .file("usr/lib/node_modules/a/a.js", 0666, 0, 0, SCRIPT);
    assertThat(isOpen(installed.only("script"))).isTrue();
  }

  private static Tree system() {
    return Tree.ofASystem();
  }

  private static boolean isOpen(Described script) {
    assertThat(script.unknown()).doesNotContainKey("worldWritable");
    return ((ScriptFacts) script.facts()).worldWritable();
  }

  private static Described onlyScript(byte[] product) {
    List<Described> scripts =
        Inspection.of(
                List.of(new Source.InMemory("a.zip", Bytes.of(product))),
                Limits.DEFAULT,
                ForkJoinPool.commonPool(),
                Progress.SILENT)
            .components()
            .stream()
            .filter(each -> each.component().kind().equals("script"))
            .toList();
    assertThat(scripts).hasSize(1);
    return scripts.getFirst();
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.endsWith(".js") ? SCRIPT : new byte[1]);
      }
    }
    return out.toByteArray();
  }
}
