package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.forge.AndroidForge;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.android.AndroidPackageFacts;
import dev.assay.inspect.android.code.AndroidCodeFacts;
import dev.assay.inspect.android.manifest.ManifestFacts;
import dev.assay.inspect.android.signature.SignatureFacts;
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
    packages.put("base.apk", base(Map.of()));
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

  /** For devices that cannot run libraries from within a package, stores write it another way. */
  @Test
  void areOneAppWithTheVariantForOlderDevices() throws IOException {
    packages.put("base_2.apk", base(Map.of("extractNativeLibs", true)));
    packages.put("base_3.apk", base(Map.of("extractNativeLibs", true)));
    Inspection inspection = inspected(written());
    assertThat(only(inspection, "android-package").component().artifacts()).hasSize(5);
    assertThat(((AndroidPackageFacts) only(inspection, "android-package").facts()).splits())
        .isEqualTo(2);
    assertThat(all(inspection, "android-code")).hasSize(1);
    assertThat(all(inspection, "android-signature")).hasSize(5);
    // Only the manifests differ, and each is judged.
    assertThat(all(inspection, "android-manifest")).hasSize(2);
  }

  @Test
  void hideNothingInAVariant() throws IOException {
    packages.put("base_2.apk", base(Map.of("debuggable", true)));
    packages.put(
        "base_3.apk",
        new AndroidForge().make(Map.of("code", Map.of("strings", List.of("https://other.test/")))));
    Inspection inspection = inspected(written());
    assertThat(all(inspection, "android-package"))
        .extracting(each -> ((AndroidPackageFacts) each.facts()).debuggable())
        .contains(true, false);
    assertThat(all(inspection, "android-code"))
        .anySatisfy(
            each ->
                assertThat(((AndroidCodeFacts) each.facts()).hosts()).containsKey("other.test"));
  }

  /** A split says nothing of the systems that go by its v1 signature. */
  @Test
  void areSignedForTheSystemsThatTheirBaseInstallsOn() throws IOException {
    AndroidForge forge = new AndroidForge();
    packages.put(
        "split_config.de.apk",
        forge.make(
            Map.of(
                "manifest",
                Map.of("split", "config.de"),
                "schemes",
                List.of("v1", "v2"),
                "hash",
                "SHA-1")));
    assertThat(signature("split_config.de.apk").digests()).containsExactly("SHA-256");
    assertThat(signature("split_config.de.apk").checked()).containsExactly("v2");
    packages.put("base.apk", forge.make(Map.of("minSdk", 21)));
    assertThat(signature("split_config.de.apk").minSdk()).isEqualTo(21);
    assertThat(signature("split_config.de.apk").digests()).containsExactly("SHA-1", "SHA-256");
    assertThat(signature("split_config.de.apk").checked()).containsExactly("v1", "v2");
  }

  @Test
  void areShownAtTheirBase() throws IOException {
    packages.put("a_split.apk", packages.remove("split_config.de.apk"));
    assertThat(only(inspected(written()), "app-privacy").evidence())
        .filteredOn(each -> each.fact().equals("given"))
        .allSatisfy(each -> assertThat(each.evidence().artifact()).endsWith("/base.apk"));
  }

  private SignatureFacts signature(String name) throws IOException {
    return all(inspected(written()), "android-signature").stream()
        .filter(each -> each.component().id().endsWith("/" + name))
        .map(each -> (SignatureFacts) each.facts())
        .findFirst()
        .orElseThrow();
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

  private static byte[] base(Map<String, Object> application) {
    return new AndroidForge()
        .make(
            Map.of(
                "application",
                application,
                "permissions",
                List.of("android.permission.INTERNET"),
                "code",
                Map.of("calls", List.of("android.provider.CallLog.CONTENT_URI"))));
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
