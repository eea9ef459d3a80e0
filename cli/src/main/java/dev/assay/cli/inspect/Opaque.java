package dev.assay.cli.inspect;

import dev.assay.inspect.Inspection;
import dev.assay.inspect.opaque.OpaqueFacts;
import dev.assay.model.Described;
import java.util.HashMap;
import java.util.Map;

/** What could not be examined. */
final class Opaque {
  private Opaque() {}

  static Map<String, OpaqueFacts> byPath(Inspection inspection) {
    Map<String, OpaqueFacts> found = new HashMap<>();
    for (Described described : inspection.components()) {
      if (described.facts() instanceof OpaqueFacts facts) {
        described.component().artifacts().forEach(path -> found.put(path, facts));
      }
    }
    return found;
  }
}
