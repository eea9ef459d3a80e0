package dev.assay.formats.oci;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listed;
import dev.assay.formats.Malformed;
import java.util.List;

class OciLayoutFuzzTest {
  @FuzzTest
  void readsAnything(byte[] bytes) {
    Content content = Content.of(Bytes.of(bytes));
    List<Entry> members =
        List.of(
            Entry.part("oci-layout", content),
            Entry.part("index.json", content),
            Entry.part("x/manifest.json", content));
    try {
      List<Entry> arranged =
          new DockerSave().arrange(new OciLayout().arrange(members, new Listed()), new Listed());
      arranged.forEach(entry -> entry.members().ifPresent(lister -> lister.accept(new Listed())));
    } catch (Malformed refused) {
      // Recorded as a problem in a scan.
    }
  }
}
