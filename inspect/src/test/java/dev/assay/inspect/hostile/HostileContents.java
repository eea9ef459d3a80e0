package dev.assay.inspect.hostile;

import java.util.List;
import java.util.stream.Stream;

/** The corpus of what inspectors of contents read: each is evaluated as a product is. */
final class HostileContents {
  private HostileContents() {}

  static List<HostileProduct> all() {
    return Stream.of(new HostilePrograms(), new HostileCode(), new HostileResources())
        .flatMap(table -> table.rows().stream())
        .toList();
  }
}
