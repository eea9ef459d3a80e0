package dev.assay.inspect.hostile;

import java.util.List;
import java.util.stream.Stream;

/** The corpus: every product, what is wrong with it, and the problem that must be reported. */
final class HostileProducts {
  private HostileProducts() {}

  static List<HostileProduct> all() {
    return Stream.of(
            new HostileNames(),
            new HostileFloods(),
            new HostileLies(),
            new HostileDamage(),
            new HostileReaders(),
            new HostileUpdates(),
            new HostileFlash(),
            new HostileFileSystems())
        .flatMap(table -> table.rows().stream())
        .toList();
  }
}
