package dev.assay.formats.disk;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Blocks;
import dev.assay.formats.Hostile;

class GptFuzzTest {
  @FuzzTest
  void readsAnyBytesToAnAnswer(FuzzedDataProvider data) {
    Hostile.read(new Gpt(), data.consumeRemainingAsBytes());
  }

  @FuzzTest
  void readsAnyBlocksToAnAnswer(FuzzedDataProvider data) {
    Hostile.read(new Gpt(), Blocks.image(data.consumeRemainingAsBytes()));
  }
}
