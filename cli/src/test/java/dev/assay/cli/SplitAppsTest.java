package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.forge.AndroidForge;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.android.AndroidPackageFacts;
import dev.assay.inspect.android.code.AndroidCodeFacts;
import dev.assay.inspect.android.manifest.ManifestFacts;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import dev.assay.model.Described;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An app whose base and splits are delivered together. */
class SplitAppsTest {
  @TempDir Path directory;

  private final Map<String, byte[]> packages = new TreeMap<>();

  @BeforeEach
  void anAppOfThreePackages() {
    AndroidForge forge = new AndroidForge();
    packages.put(
        "base.apk",
        forge.make(
            Map.of(
                "permissions",
                List.of("android.permission.INTERNET"),
                "code",
                Map.of("calls", List.of("android.provider.CallLog.CONTENT_URI")))));
    packages.put(
        "split_config.de.apk",
        forge.make(
            Map.of(
                "manifest",
                Map.of("split", "config.de"),
                "application",
                Map.of("hasCode", false))));
    packages.put(
        "split_more.apk",
        forge.make(
            Map.of(
                "manifest",
                Map.of("split", "more"),
                "permissions",
                List.of("android.permission.CAMERA"),
                "components",
                List.of(Map.of("type", "service", "name", "test.more.Open", "exported", true)),
                "code",
                Map.of("strings", List.of("https://more.test/")))));
  }

  @Test
  void areOneAppInAnArchive() throws IOException {
    Path archive = directory.resolve("app.apks");
    Files.write(archive, Zipped.zip(packages));
    isOneApp(inspected(archive));
  }

  @Test
  void areOneAppInADirectory() throws IOException {
    isOneApp(inspected(written()));
  }

  @Test
  void standAloneWithoutTheirBase() throws IOException {
    packages.remove("base.apk");
    assertThat(all(inspected(written()), "android-manifest")).hasSize(2);
  }

  /** Code of a split is followed by itself, so what it does not show may still be there. */
  @Test
  void leaveOpenWhatIsNotFollowed() throws IOException {
    Described code = only(inspected(written()), "android-code");
    assertThat(code.unknown()).containsKey("whole");
    assertThat(code.unknown().get("whole")).contains("split_more.apk");
    assertThat(((AndroidCodeFacts) code.facts()).hosts()).containsKey("more.test");
    packages.remove("split_more.apk");
    Files.delete(directory.resolve("app/split_more.apk"));
    assertThat(only(inspected(written()), "android-code").unknown()).doesNotContainKey("whole");
  }

  private static void isOneApp(Inspection inspection) {
    Described app = only(inspection, "android-package");
    assertThat(app.component().artifacts()).hasSize(3);
    AndroidPackageFacts facts = (AndroidPackageFacts) app.facts();
    assertThat(facts.permissions())
        .containsExactly("android.permission.CAMERA", "android.permission.INTERNET");
    assertThat(facts.openServices()).isEqualTo(1);
    ManifestFacts manifest = (ManifestFacts) only(inspection, "android-manifest").facts();
    assertThat(manifest.parts()).extracting(ManifestFacts.Part::name).contains("test.more.Open");
    Described code = only(inspection, "android-code");
    assertThat(((AndroidCodeFacts) code.facts()).hosts()).containsKey("more.test");
    // Each package is signed by itself.
    assertThat(all(inspection, "android-signature")).hasSize(3);
  }

  private Path written() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("app"));
    for (Map.Entry<String, byte[]> each : packages.entrySet()) {
      Files.write(folder.resolve(each.getKey()), each.getValue());
    }
    return folder;
  }

  private static Inspection inspected(Path product) {
    return Inspection.of(
        List.of(new Source.OnHost("product", product)), Limits.DEFAULT, 2, Progress.SILENT);
  }

  private static List<Described> all(Inspection inspection, String kind) {
    return inspection.components().stream()
        .filter(described -> described.component().kind().equals(kind))
        .toList();
  }

  private static Described only(Inspection inspection, String kind) {
    assertThat(all(inspection, kind)).hasSize(1);
    return all(inspection, kind).getFirst();
  }
}
