package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.inspect.android.AndroidPackageFacts;
import dev.assay.inspect.android.AndroidPackageReader;
import dev.assay.inspect.android.code.AndroidCodeFacts;
import dev.assay.inspect.android.code.AndroidCodeReader;
import dev.assay.inspect.android.manifest.ManifestFacts;
import dev.assay.inspect.android.manifest.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a person found in the manifests of published apps, with aapt, and what Assay finds. */
class PublishedAppsTest {
  /**
   * @param app place in {@link PublishedApps#ALL}
   * @param permissions different ones
   * @param exported marked as exported and not switched off
   * @param parts activities and their aliases, services, receivers, providers
   */
  private record Truth(
      int app,
      String name,
      int minSdk,
      int targetSdk,
      int permissions,
      int exported,
      List<Integer> parts,
      String key,
      List<String> schemes) {}

  private static final List<Truth> TRUTHS =
      List.of(
          new Truth(
              0,
              "io.appium.settings",
              26,
              35,
              27,
              18,
              List.of(2, 7, 10, 0),
              "development key",
              List.of("v2")),
          new Truth(
              1,
              "io.appium.uiautomator2.server",
              26,
              34,
              9,
              4,
              List.of(3, 0, 1, 0),
              "AOSP testkey",
              List.of("v1", "v2", "v3")),
          // 336 are marked as exported; two of them are switched off.
          new Truth(
              2,
              "io.appium.android.apis",
              17,
              33,
              14,
              334,
              List.of(333, 11, 7, 4),
              "development key",
              List.of("v1", "v2")));

  @TempDir Path directory;

  @ParameterizedTest
  @FieldSource("TRUTHS")
  void isWhatAPersonFound(Truth truth) throws IOException {
    Bytes app = app(truth);
    AndroidPackageFacts facts = new AndroidPackageReader().inspect(app).orElseThrow();
    assertThat(facts.packageName()).isEqualTo(truth.name());
    assertThat(facts.minSdk()).isEqualTo(truth.minSdk());
    assertThat(facts.targetSdk()).isEqualTo(truth.targetSdk());
    assertThat(facts.permissions()).hasSize(truth.permissions());
    assertThat(facts.exported()).hasSize(truth.exported());
    assertThat(facts.debuggable()).isTrue();
    assertThat(facts.testKeyName()).isEqualTo(truth.key());
    assertThat(facts.signatures()).isEqualTo(truth.schemes());
    ManifestFacts manifest = new ManifestReader().inspect(app).orElseThrow();
    assertThat(
            List.of(
                count(manifest, "activity") + count(manifest, "activity-alias"),
                count(manifest, "service"),
                count(manifest, "receiver"),
                count(manifest, "provider")))
        .isEqualTo(truth.parts());
  }

  /** None of them hides itself or changes settings of the device. */
  @ParameterizedTest
  @FieldSource("TRUTHS")
  void isAccusedOfNothingItDoesNotDo(Truth truth) throws IOException {
    AndroidCodeFacts code = new AndroidCodeReader().inspect(app(truth)).orElseThrow();
    assertThat(code.patterns().keySet())
        .isNotEmpty()
        .noneMatch(pattern -> pattern.startsWith("sets-") || pattern.equals("hides-icon"));
  }

  private Bytes app(Truth truth) throws IOException {
    Path fetched = PublishedApps.fetched(directory, PublishedApps.ALL.get(truth.app()));
    return Bytes.of(Files.readAllBytes(fetched));
  }

  private static int count(ManifestFacts manifest, String type) {
    return (int) manifest.parts().stream().filter(part -> part.type().equals(type)).count();
  }
}
