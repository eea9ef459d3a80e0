package dev.assay.formats.lvm;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Hostile;

class PhysicalVolumeFuzzTest {
  @FuzzTest
  void readsAnyBytesToAnAnswer(FuzzedDataProvider data) {
    Hostile.read(new PhysicalVolume(), data.consumeRemainingAsBytes());
  }

  @FuzzTest
  void readsAnyTextToAnAnswer(FuzzedDataProvider data) {
    String volumes = data.consumeRemainingAsString();
    Hostile.read(new PhysicalVolume(), ForgedVolume.of(volumes));
  }
}
