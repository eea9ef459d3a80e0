package dev.assay.formats.fat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Blocks;
import dev.assay.formats.Hostile;

class FatFuzzTest {
  @FuzzTest
  void readsAnyBytesToAnAnswer(FuzzedDataProvider data) {
    Hostile.read(new Fat(), data.consumeRemainingAsBytes());
  }

  @FuzzTest
  void readsAnyBlocksToAnAnswer(FuzzedDataProvider data) {
    Hostile.read(new Fat(), Blocks.image(data.consumeRemainingAsBytes()));
  }

  /** What a file system holds besides files is compared, so that nothing hides there. */
  @FuzzTest
  void tellsTheRemainsOfAnyBlocks(FuzzedDataProvider data) {
    FatTest.tellsRemains(Blocks.image(data.consumeRemainingAsBytes()));
  }
}
