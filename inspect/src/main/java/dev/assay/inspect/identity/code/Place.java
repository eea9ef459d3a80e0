package dev.assay.inspect.identity.code;

/**
 * Memory of the caller.
 *
 * @param argument index of the argument that points there
 * @param offset bytes behind where it points
 */
public record Place(int argument, long offset) {}
