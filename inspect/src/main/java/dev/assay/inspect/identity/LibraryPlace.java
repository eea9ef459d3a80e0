package dev.assay.inspect.identity;

import java.util.List;

/**
 * A file that holds a library or some of it.
 *
 * @param path in the product; of a static library the archive
 * @param extent {@code full}, {@code partial} or {@code fragments}
 * @param machine the architecture it is built for; empty where the file does not tell it
 * @param version empty where the file does not tell it
 * @param parts of the library that are in it, ordered
 * @param of how many parts the library has
 */
public record LibraryPlace(
    String path, String extent, String machine, String version, List<String> parts, int of) {}
