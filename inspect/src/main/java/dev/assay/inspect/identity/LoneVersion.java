package dev.assay.inspect.identity;

/**
 * The one text of a library that can be its version.
 *
 * @param product whose library it is by its soname
 * @param version as {@link LoneVersions} tells it
 * @param offset where in the file the text stands
 * @param seen the text
 */
public record LoneVersion(String product, String version, long offset, String seen) {}
