package dev.assay.inspect.ecosystem;

import java.util.List;

/**
 * A package of a language's ecosystem, or one of a distribution that programs name themselves.
 *
 * @param ecosystem package URL type: {@code maven}, {@code npm}, {@code pypi}, {@code golang} …
 * @param name as the ecosystem writes it, with its group or scope
 * @param version empty where not told
 * @param license as declared; empty where it is not
 * @param declaredBy what tells of it: {@code installed metadata}, {@code lock file}, {@code
 *     requirement}, {@code build information}, {@code classes taken into an archive}, {@code
 *     package note}
 * @param otherVersions versions of the same package elsewhere in the root, ordered
 * @param newerVersions those of them that are newer and could take its place, the newest last:
 *     where an ecosystem has incompatible versions side by side, only compatible ones
 */
public record DependencyFacts(
    String ecosystem,
    String name,
    String version,
    String license,
    String declaredBy,
    List<String> otherVersions,
    List<String> newerVersions) {}
