package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.forge.AndroidForge;
import dev.assay.formats.Bytes;
import dev.assay.inspect.android.AndroidPackageReader;
import dev.assay.inspect.android.manifest.ManifestFacts;
import dev.assay.inspect.android.manifest.ManifestReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Thousands of harmless declarations hide none. */
class LargeManifestTest {
  private static final int MANY = 3000;

  @Test
  void permissionsAndComponentsAreSeenBehindThousands() {
    List<String> permissions = new ArrayList<>(numbered("test.P"));
    permissions.add("zz.LAST");
    List<Map<String, Object>> components = new ArrayList<>();
    for (String name : numbered("test.control.C")) {
      components.add(Map.of("type", "activity", "name", name, "exported", true));
    }
    components.add(Map.of("type", "service", "name", "test.control.Last", "exported", true));
    Bytes app = Bytes.of(apk(Map.of("permissions", permissions, "components", components)));
    var facts = new AndroidPackageReader().inspect(app).orElseThrow();
    assertThat(facts.permissions()).hasSize(MANY + 1).contains("zz.LAST");
    assertThat(facts.exported().getLast().name()).isEqualTo("test.control.Last");
    assertThat(new ManifestReader().inspect(app).orElseThrow().parts().getLast().name())
        .isEqualTo("test.control.Last");
  }

  @Test
  void moreLinksThanAreListedAreUnknown() {
    List<Map<String, Object>> components = new ArrayList<>();
    for (String name : numbered("test.control.C")) {
      components.add(
          Map.of(
              "type",
              "activity",
              "name",
              name,
              "exported",
              true,
              "actions",
              List.of("android.intent.action.VIEW"),
              "categories",
              List.of("android.intent.category.BROWSABLE"),
              "scheme",
              "https"));
    }
    ManifestFacts facts =
        new ManifestReader().inspect(Bytes.of(apk(Map.of("components", components)))).orElseThrow();
    assertThat(facts.unresolved()).contains("links");
  }

  private static byte[] apk(Map<String, Object> parameters) {
    return new AndroidForge().make(parameters);
  }

  private static List<String> numbered(String name) {
    return IntStream.range(0, MANY).mapToObj(i -> name + i).toList();
  }
}
