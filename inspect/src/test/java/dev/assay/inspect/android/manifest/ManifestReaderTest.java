package dev.assay.inspect.android.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.formats.Bytes;
import dev.assay.inspect.android.AndroidPackageFacts;
import dev.assay.inspect.android.AndroidPackageReader;
import dev.assay.inspect.android.manifest.ManifestFacts.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ManifestReaderTest {
  @Test
  void agreesWithThePackageReaderOnWhatIsExported() throws IOException {
    Bytes content = control();
    List<String> exported =
        new AndroidPackageReader()
            .inspect(content).orElseThrow().exported().stream()
                .map(AndroidPackageFacts.Exported::name)
                .toList();
    ManifestFacts facts = read(content);
    assertEquals(exported, facts.parts().stream().filter(Part::exported).map(Part::name).toList());
    assertTrue(facts.parts().size() > exported.size());
    assertEquals("test.control", facts.packageName());
  }

  @Test
  void namesAttributesByTheirIds() throws IOException {
    Part first = read(control()).parts().getFirst();
    assertEquals("test.control.Main", first.attributes().get("name"));
    assertFalse(first.attributes().containsKey("permission"));
  }

  @Test
  void namesLevelsAndBits() {
    assertEquals("signature", Bits.level(0x12));
    assertEquals(List.of("privileged"), Bits.PROTECTION.of(0x12));
    assertEquals(List.of("location", "camera"), Bits.FOREGROUND.of(0x48));
    assertEquals("9", Bits.level(9));
  }

  private static ManifestFacts read(Bytes content) {
    ManifestReader reader = new ManifestReader();
    assertTrue(reader.wants("application/zip", content, Set.of()));
    return reader.inspect(content).orElseThrow();
  }

  private static Bytes control() throws IOException {
    try (InputStream in = AndroidPackageFacts.class.getResourceAsStream("control.apk")) {
      return Bytes.of(in.readAllBytes());
    }
  }
}
