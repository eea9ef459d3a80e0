package dev.assay.inspect;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import dev.assay.formats.Formats;
import dev.assay.formats.Malformed;
import java.util.Set;
import java.util.TreeSet;

/** Any bytes for every inspector of contents that takes them for something of any type. */
class ContentFuzzTest {
  /** Made before the first input, whose time is limited: it takes all formats. */
  private static final Set<String> TYPES = types();

  private static Set<String> types() {
    Set<String> types = new TreeSet<>(Set.of("application/octet-stream", "text/plain"));
    Formats.all().forEach(format -> types.add(format.type()));
    return types;
  }

  @FuzzTest
  void answersWithFactsOrMalformed(byte[] content) {
    survives(content);
  }

  static void survives(byte[] content) {
    Bytes bytes = Bytes.of(content);
    for (ContentInspector<?> inspector : Inspectors.ofContent()) {
      try {
        if (isWanted(inspector, bytes)) {
          inspector.inspect(bytes);
        }
      } catch (Malformed refused) {
        // Recorded as a problem in a scan.
      }
    }
  }

  private static boolean isWanted(ContentInspector<?> inspector, Bytes bytes) {
    Set<String> markers = Set.copyOf(inspector.markers());
    return TYPES.stream().anyMatch(type -> inspector.wants(type, bytes, markers));
  }
}
