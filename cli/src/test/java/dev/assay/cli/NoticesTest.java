package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.forge.AndroidForge;
import dev.assay.formats.Bytes;
import dev.assay.inspect.android.AndroidPackageReader;
import dev.assay.inspect.android.Notices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which languages apps tell users of personal data. */
class NoticesTest {
  @TempDir Path directory;

  @Test
  void takesNoLanguageForOneOfTheAppThatOnlyALibrarySpeaks() {
    Notices notices =
        notices(
            Map.of(
                "default", Map.of("a", "One", "b", "Two", "c", "Three", "privacy_note", "Four"),
                "de", Map.of("a", "Eins", "b", "Zwei", "privacy_note", "Vier"),
                "pt", Map.of("c", "Três")));
    assertThat(notices.all()).isEqualTo(4);
    assertThat(notices.texts()).containsExactly("privacy_note");
    assertThat(notices.languages()).containsExactly("de");
    assertThat(notices.appLanguages()).containsExactly("de");
  }

  @Test
  void findsANoticeByItsWordsWhereNamesAreBlanked() {
    Notices notices =
        notices(Map.of("de", Map.of("x", "Unsere Datenschutzerklärung", "y", "Beginnen")));
    assertThat(notices.texts()).containsExactly("x");
    assertThat(notices.languages()).containsExactly("de");
  }

  /** ApiDemos speaks of no one's data. */
  @Test
  void readsThePublishedDemonstration() throws Exception {
    Path app = PublishedApps.fetched(directory, PublishedApps.ALL.get(2));
    Notices notices =
        new AndroidPackageReader()
            .inspect(Bytes.of(Files.readAllBytes(app)))
            .orElseThrow()
            .notices();
    assertThat(notices.all()).isGreaterThan(500);
    assertThat(notices.texts()).isEmpty();
  }

  private static Notices notices(Map<String, Object> texts) {
    byte[] apk = new AndroidForge().make(Map.of("texts", texts));
    return new AndroidPackageReader().inspect(Bytes.of(apk)).orElseThrow().notices();
  }
}
