package dev.assay.inspect.android;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.inspect.android.manifest.ManifestFacts;
import dev.assay.inspect.android.manifest.ManifestFacts.Part;
import dev.assay.inspect.android.manifest.ManifestReader;
import dev.assay.inspect.android.signature.SignatureReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code bundle.aab} has two modules that aapt2 converted from packages: the base is {@code
 * resources.apk}, the other has the manifest of {@code control.apk}.
 */
class BundleTest {
  @Test
  void saysWhatThePackageSaysThatItIsMadeInto() throws IOException {
    ManifestFacts bundle = manifest("bundle.aab");
    ManifestFacts packed = manifest("resources.apk");
    assertEquals(packed.packageName(), bundle.packageName());
    assertEquals(packed.targetSdk(), bundle.targetSdk());
    assertEquals(packed.application(), bundle.application());
    assertEquals(packed.defines(), bundle.defines());
    assertEquals(packed.links(), bundle.links());
    assertEquals(packed.parts(), bundle.parts().subList(0, packed.parts().size()));
  }

  @Test
  void takesInThePartsOfAllModules() throws IOException {
    List<String> base = names(manifest("resources.apk"));
    List<String> more = names(manifest("control.apk"));
    assertEquals(
        Stream.concat(base.stream(), more.stream()).toList(), names(manifest("bundle.aab")));
  }

  @Test
  void findsTheNetworkConfigurationOfTheBase() throws IOException {
    AndroidPackageFacts facts =
        new AndroidPackageReader().inspect(sample("bundle.aab")).orElseThrow();
    assertTrue(facts.bundle());
    assertTrue(facts.networkRules().read());
    assertFalse(facts.networkRules().cleartextByDefault());
    assertTrue(
        facts.networkRules().words().startsWith("cleartextTrafficPermitted=false by default, "));
  }

  /**
   * Written by aapt2 from {@code varying.apk}, where one switch is on from API level 24 on and the
   * others are the same on every device.
   */
  @Test
  void takesSwitchesFromItsResources() throws IOException {
    AndroidPackageFacts bundle =
        new AndroidPackageReader().inspect(sample("varying.aab")).orElseThrow();
    AndroidPackageFacts packed =
        new AndroidPackageReader().inspect(sample("varying.apk")).orElseThrow();
    assertTrue(bundle.debuggable());
    assertFalse(bundle.allowBackup());
    assertEquals(packed.exported(), bundle.exported());
    assertEquals(packed.openServices(), bundle.openServices());
  }

  @Test
  void isNotJudgedByASignatureThatDevicesNeverSee() throws IOException {
    SignatureReader reader = new SignatureReader();
    assertFalse(reader.wants("application/zip", sample("bundle.aab"), Set.of()));
    assertTrue(reader.wants("application/zip", sample("control.apk"), Set.of()));
  }

  @Test
  void answersDamageWithMalformed() throws IOException {
    byte[] sample = sample("bundle.aab").toArray(1 << 20);
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      byte[] damaged = sample.clone();
      for (int change = 0; change < 3; change++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        new ManifestReader().inspect(Bytes.of(damaged));
        new AndroidPackageReader().inspect(Bytes.of(damaged));
      } catch (Malformed refused) {
        assertFalse(refused.problem().code().isEmpty());
      }
    }
  }

  private static List<String> names(ManifestFacts facts) {
    return facts.parts().stream().map(Part::name).toList();
  }

  private static ManifestFacts manifest(String name) throws IOException {
    return new ManifestReader().inspect(sample(name)).orElseThrow();
  }

  private static Bytes sample(String name) throws IOException {
    try (InputStream in = AndroidPackageFacts.class.getResourceAsStream(name)) {
      return Bytes.of(in.readAllBytes());
    }
  }
}
