package dev.assay.inspect.sbom;

import java.util.List;

/**
 * What the bytes of a bill of materials tell.
 *
 * @param sbom the document, or none where it could not be read
 * @param failure why it could not be read; empty if it was
 */
public record SbomContent(List<SbomFacts> sbom, String failure) {}
