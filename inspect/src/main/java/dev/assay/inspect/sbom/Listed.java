package dev.assay.inspect.sbom;

/**
 * A part of the product as a bill of materials lists it; what it does not tell is empty.
 *
 * @param file whether it is a single file, data or a key rather than software
 * @param path of the file that it is or is in; empty for what is no file of its own
 * @param license as declared or concluded
 * @param sha256 hex digest
 * @param hashed whether it has a SHA-256 or stronger digest
 * @param related whether the document says what it needs, or that it needs nothing
 * @param place where in the document: {@code components[17]}
 */
public record Listed(
    String name,
    String version,
    String purl,
    String cpe,
    String supplier,
    String license,
    String sha256,
    boolean hashed,
    boolean related,
    boolean file,
    String path,
    String place) {

  /** Name and version for people. */
  String told() {
    return version.isEmpty() ? name : name + " " + version;
  }

  Listed relatedTo() {
    return new Listed(
        name, version, purl, cpe, supplier, license, sha256, hashed, true, file, path, place);
  }
}
