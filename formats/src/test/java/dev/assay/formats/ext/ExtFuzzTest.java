package dev.assay.formats.ext;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Blocks;
import dev.assay.formats.Hostile;

class ExtFuzzTest {
  @FuzzTest
  void readsAnyBytesToAnAnswer(FuzzedDataProvider data) {
    Hostile.read(new Ext(), data.consumeRemainingAsBytes());
  }

  @FuzzTest
  void readsAnyBlocksToAnAnswer(FuzzedDataProvider data) {
    Hostile.read(new Ext(), Blocks.image(data.consumeRemainingAsBytes()));
  }
}
