package dev.assay.inspect.tree;

import dev.assay.model.Problem;

/** A file that holds more than some reader looks at. */
public record CutFile(Node file, Problem problem) {}
