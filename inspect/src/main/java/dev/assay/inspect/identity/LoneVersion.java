package dev.assay.inspect.identity;

/**
 * The version of a library, by the one text that can be it, its symbol versions or a function.
 *
 * @param product whose library it is by its soname
 * @param offset where in the file the text or function stands
 * @param seen the text, or what the function tells
 */
public record LoneVersion(String product, String version, long offset, String seen) {}
