package dev.assay.inspect.packages;

import dev.assay.model.Evidence;
import java.util.List;

/**
 * A package with the place where its database says it is installed.
 *
 * @param sourceVersion version of its source package where that differs from its own, else empty
 * @param relations what it needs and provides
 * @param licensed where its licences are declared
 */
record Installed(
    PackageFacts facts,
    Evidence evidence,
    String database,
    String sourceVersion,
    Relations relations,
    Evidence licensed) {
  Installed(PackageFacts facts, Evidence evidence, String database, Relations relations) {
    this(facts, evidence, database, "", relations, evidence);
  }

  Installed dependingOn(List<String> packages) {
    return new Installed(
        facts.dependingOn(packages), evidence, database, sourceVersion, relations, licensed);
  }
}
