package dev.assay.formats.iso;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Hostile;

class Iso9660FuzzTest {
  private static final int SYSTEM_AREA = 32 << 10;

  /** The system area is nobody's structure: the input begins behind it. */
  @FuzzTest
  void readsAnyBytesToAnAnswer(FuzzedDataProvider data) {
    byte[] volumes = data.consumeRemainingAsBytes();
    byte[] disc = new byte[SYSTEM_AREA + volumes.length];
    System.arraycopy(volumes, 0, disc, SYSTEM_AREA, volumes.length);
    Hostile.read(new Iso9660(), disc);
  }
}
