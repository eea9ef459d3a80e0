package dev.assay.formats;

/** A format that is recognised and named but has no members. */
public non-sealed interface Leaf extends Format {}
