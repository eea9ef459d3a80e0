package dev.assay.formats.dex;

/**
 * A method or field another part refers to.
 *
 * @param owner number of the type it is looked for in
 * @param kind number of a method's prototype, of a field's type
 * @param name number of a string
 */
public record Member(int owner, int kind, int name) {}
