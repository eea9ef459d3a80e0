package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;

/**
 * Something that was taken out of one side.
 *
 * @param what name of the field or place: {@code gzip mtime}
 * @param value what stood there, shown and compared
 */
public record Trait(Equivalence kind, String what, String value) {}
