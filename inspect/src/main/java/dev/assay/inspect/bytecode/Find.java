package dev.assay.inspect.bytecode;

import dev.assay.model.Evidence;

/** What was found, as the table names it, and where. */
record Find(String what, Evidence where) {}
