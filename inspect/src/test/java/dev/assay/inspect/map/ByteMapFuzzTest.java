package dev.assay.inspect.map;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;

class ByteMapFuzzTest {
  @FuzzTest
  void everyByteBelongsToOneRegion(FuzzedDataProvider data) {
    byte[] image = data.consumeRemainingAsBytes();
    ByteMapTest.assertCovers(ByteMap.of(Bytes.of(image)), 0, image.length);
  }
}
