package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.forge.AndroidForge;
import dev.assay.catalogue.forge.ElfForge;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.android.AndroidPackageFacts;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import dev.assay.model.Described;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Native libraries of split packages belong to one app and are found in the split they are in. */
class NativeSplitsTest {
  @TempDir Path product;

  @Test
  void areOneAppByProcessorEachInItsSplit() throws IOException {
    split("base.apk", Map.of(), List.of());
    split("arm.apk", Map.of("split", "config.arm64_v8a"), List.of("arm64-v8a/libmain.so"));
    split(
        "x86.apk",
        Map.of("split", "config.x86_64"),
        List.of("x86_64/libmain.so", "x86_64/libvault.so"));
    Inspection inspection = inspected();
    List<Described> apps = of(inspection, "android-package");
    assertThat(apps).hasSize(1);
    AndroidPackageFacts facts = (AndroidPackageFacts) apps.getFirst().facts();
    assertThat(facts.splits()).isEqualTo(2);
    assertThat(facts.natives())
        .containsEntry("arm64-v8a", List.of("libmain.so"))
        .containsEntry("x86_64", List.of("libmain.so", "libvault.so"));
    assertThat(apps.getFirst().evidence())
        .filteredOn(each -> each.fact().equals("natives[arm64-v8a]"))
        .extracting(each -> each.evidence().artifact())
        .containsExactly("product/arm.apk");
    assertThat(of(inspection, "library"))
        .extracting(each -> each.component().artifacts().getFirst())
        .containsExactlyInAnyOrder(
            "product/arm.apk!/lib/arm64-v8a/libmain.so",
            "product/x86.apk!/lib/x86_64/libmain.so",
            "product/x86.apk!/lib/x86_64/libvault.so");
  }

  /** What bundletool packs for devices that know no splits. */
  @Test
  void areOneAppWithTheWholePackagesOfTheirSet() throws IOException {
    set(Map.of());
    List<Described> apps = of(inspected(), "android-package");
    assertThat(apps).hasSize(1);
    AndroidPackageFacts facts = (AndroidPackageFacts) apps.getFirst().facts();
    assertThat(facts.splits()).isEqualTo(1);
    assertThat(facts.natives()).containsOnlyKeys("arm64-v8a", "armeabi-v7a", "x86_64");
    assertThat(apps.getFirst().component().artifacts())
        .containsExactlyInAnyOrder(
            "product/app.apks!/splits/base-master.apk",
            "product/app.apks!/splits/base-arm64_v8a.apk",
            "product/app.apks!/standalones/standalone-arm64_v8a.apk",
            "product/app.apks!/standalones/standalone-armeabi_v7a.apk",
            "product/app.apks!/standalones/standalone-x86_64.apk");
    assertThat(of(inspected(), "android-code")).hasSize(1);
  }

  /** The whole packages are for all processors together, also where they differ from the splits. */
  @Test
  void areTwoVariantsWhereTheWholePackagesDiffer() throws IOException {
    set(Map.of("sharedUserId", "test.shared"));
    List<Described> apps = of(inspected(), "android-package");
    assertThat(apps).hasSize(2);
    assertThat(((AndroidPackageFacts) apps.getLast().facts()).natives())
        .containsOnlyKeys("arm64-v8a", "armeabi-v7a", "x86_64");
  }

  private void set(Map<String, Object> whole) throws IOException {
    Map<String, byte[]> packages = new TreeMap<>();
    packages.put("splits/base-master.apk", made(Map.of(), List.of()));
    packages.put(
        "splits/base-arm64_v8a.apk",
        made(Map.of("split", "config.arm64_v8a"), List.of("arm64-v8a/libmain.so")));
    for (String abi : List.of("arm64-v8a", "armeabi-v7a", "x86_64")) {
      packages.put(
          "standalones/standalone-" + abi.replace('-', '_') + ".apk",
          made(whole, List.of(abi + "/libmain.so")));
    }
    Files.write(product.resolve("app.apks"), Zipped.zip(packages));
  }

  private Inspection inspected() {
    return Inspection.of(
        List.of(new Source.OnHost("product", product)), Limits.DEFAULT, 2, Progress.SILENT);
  }

  private static List<Described> of(Inspection inspection, String kind) {
    return inspection.components().stream()
        .filter(each -> each.component().kind().equals(kind))
        .toList();
  }

  private void split(String name, Map<String, Object> manifest, List<String> libraries)
      throws IOException {
    Files.write(product.resolve(name), made(manifest, libraries));
  }

  private static byte[] made(Map<String, Object> manifest, List<String> libraries)
      throws IOException {
    byte[] forged = new AndroidForge().make(Map.of("manifest", manifest));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(forged));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(next.getName()));
        zip.write(in.readAllBytes());
      }
      for (String library : libraries) {
        zip.putNextEntry(new ZipEntry("lib/" + library));
        zip.write(new ElfForge().make(Map.of("library", true)));
      }
    }
    return out.toByteArray();
  }
}
