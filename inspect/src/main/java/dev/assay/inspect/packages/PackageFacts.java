package dev.assay.inspect.packages;

import java.util.List;

/**
 * One installed package.
 *
 * @param name as the package manager knows it
 * @param manager {@code dpkg}, {@code opkg}, {@code apk}, {@code rpm}
 * @param status {@code installed}, or what the database says instead: {@code unpacked}, {@code
 *     half-configured} …
 * @param section archive section or group, empty where not given
 * @param files paths of its files, where the database lists them
 * @param licenses as declared, in words of the packager; empty where nothing is declared
 * @param dependsOn names of the installed packages it needs, ordered: of alternatives the first
 *     that is installed; what is not installed is left out
 */
public record PackageFacts(
    String name,
    String version,
    String architecture,
    String source,
    String maintainer,
    String manager,
    String status,
    String section,
    List<String> files,
    List<String> licenses,
    List<String> dependsOn) {
  PackageFacts dependingOn(List<String> packages) {
    return new PackageFacts(
        name,
        version,
        architecture,
        source,
        maintainer,
        manager,
        status,
        section,
        files,
        licenses,
        packages);
  }
}
