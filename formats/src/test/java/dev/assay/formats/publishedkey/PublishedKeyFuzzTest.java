package dev.assay.formats.publishedkey;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Format;
import dev.assay.formats.Hostile;
import java.util.List;

class PublishedKeyFuzzTest {
  private static final List<Format> ALL =
      List.of(
          new DlinkShrs(),
          new DlinkUbiImage(),
          new AlphaImage(),
          new Wrgg(),
          new BuffaloImage(),
          new BuffaloHeader(),
          new QnapImage());

  @FuzzTest
  void readsAnyBytesToAnAnswer(FuzzedDataProvider data) {
    Format format = data.pickValue(ALL);
    Hostile.read(format, data.consumeRemainingAsBytes());
  }
}
