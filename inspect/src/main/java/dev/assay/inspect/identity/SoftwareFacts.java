package dev.assay.inspect.identity;

import java.util.List;

/**
 * A product that was recognised by its content and that no package owns; one component for each
 * version of it in a root.
 *
 * @param product its name
 * @param version empty where the content does not tell it
 * @param category what sort of software it is: {@code tls}, {@code web} …
 * @param places paths in the root of the files that are it or hold it
 * @param copies number of different contents among them
 * @param otherVersions versions of the same product elsewhere in the root, ordered
 */
public record SoftwareFacts(
    String product,
    String version,
    String category,
    List<String> places,
    int copies,
    List<String> otherVersions) {}
