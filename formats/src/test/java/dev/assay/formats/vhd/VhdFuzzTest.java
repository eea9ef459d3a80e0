package dev.assay.formats.vhd;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Blocks;
import dev.assay.formats.Hostile;

class VhdFuzzTest {
  @FuzzTest
  void readsAnyBytesToAnAnswer(FuzzedDataProvider data) {
    Hostile.read(new Vhd(), data.consumeRemainingAsBytes());
  }

  @FuzzTest
  void readsAnyBlocksToAnAnswer(FuzzedDataProvider data) {
    Hostile.read(new Vhd(), Blocks.image(data.consumeRemainingAsBytes()));
  }
}
