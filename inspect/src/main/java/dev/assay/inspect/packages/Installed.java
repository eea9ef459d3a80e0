package dev.assay.inspect.packages;

import dev.assay.model.Evidence;

/**
 * A package with the place where its database says it is installed.
 *
 * @param sourceVersion version of its source package where that differs from its own, else empty
 */
record Installed(PackageFacts facts, Evidence evidence, String database, String sourceVersion) {
  Installed(PackageFacts facts, Evidence evidence, String database) {
    this(facts, evidence, database, "");
  }
}
