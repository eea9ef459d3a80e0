package dev.assay.formats.nordic;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listed;
import java.util.List;

class NordicPackageFuzzTest {
  private static final Entry MANIFEST =
      Entry.part(
          "manifest.json",
          Content.of(
              Bytes.of(
                  "{\"manifest\":{\"bootloader\":{\"bin_file\":\"a.bin\",\"dat_file\":\"a.dat\"}}}")));

  @FuzzTest
  void readsAnyInitPacketToAnAnswer(byte[] bytes) {
    Content content = Content.of(Bytes.of(bytes));
    new NordicPackage()
        .arrange(
            List.of(MANIFEST, Entry.part("a.bin", content), Entry.part("a.dat", content)),
            new Listed());
  }
}
