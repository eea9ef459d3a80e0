package dev.assay.inspect.packages;

import dev.assay.model.Evidence;

/** A package with the place where its database says it is installed. */
record Installed(PackageFacts facts, Evidence evidence, String database) {}
