package dev.assay.inspect.android;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.formats.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AndroidPackageReaderTest {
  /** Written by aapt2: {@code @bool/later} is false, and true from API level 24 on. */
  @Test
  void takesASwitchThatIsSetOnSomeDevicesForSet() throws IOException {
    AndroidPackageFacts facts = facts("varying.apk");
    assertTrue(facts.debuggable());
    assertFalse(facts.allowBackup());
    assertEquals(
        List.of(".S"), facts.exported().stream().map(AndroidPackageFacts.Exported::name).toList());
  }

  @Test
  void goesByTheRulesOfTheTargetedApiLevel() throws IOException {
    AndroidPackageFacts facts = facts();
    assertEquals("test.control", facts.packageName());
    assertEquals(28, facts.targetSdk());
    // Below API level 31 the launcher's filter exports the activity; the provider stays closed from
    // level 17 on.
    assertEquals(
        List.of("test.control.Main", "test.control.Open"),
        facts.exported().stream().map(AndroidPackageFacts.Exported::name).toList());
    assertTrue(facts.exported().getFirst().launcher());
    assertFalse(facts.exported().getFirst().explicit());
    assertEquals(1, facts.openServices());
    assertFalse(facts.cleartextTraffic());
    assertTrue(facts.allowBackup());
  }

  @Test
  void namesSchemesAndSigner() throws IOException {
    AndroidPackageFacts facts = facts();
    assertEquals(List.of("v1", "v2", "v3"), facts.signatures());
    assertEquals("CN=Maker of the control", facts.signerName());
    assertEquals(2048, facts.signerKeyBits());
    assertFalse(facts.testKey());
  }

  private static AndroidPackageFacts facts() throws IOException {
    return facts("control.apk");
  }

  private static AndroidPackageFacts facts(String name) throws IOException {
    try (InputStream in = AndroidPackageReaderTest.class.getResourceAsStream(name)) {
      Bytes content = Bytes.of(in.readAllBytes());
      AndroidPackageReader reader = new AndroidPackageReader();
      assertTrue(reader.wants("application/zip", content, Set.of()));
      return reader.inspect(content).orElseThrow();
    }
  }
}
