package dev.assay.inspect.sbom;

import java.util.List;

/**
 * A bill of materials.
 *
 * @param format {@code CycloneDX} or {@code SPDX}
 * @param specVersion of the format
 * @param author who made it, tools excepted; empty where not told
 * @param timestamp when, as written; empty where not told
 * @param subject product that it is about; empty where not told
 * @param subjectVersion its version
 * @param components what it lists
 * @param refused records that could not be understood, each with its place; at most a hundred
 * @param refusals number of them
 */
public record SbomFacts(
    String format,
    String specVersion,
    String author,
    String timestamp,
    String subject,
    String subjectVersion,
    List<Listed> components,
    List<String> refused,
    int refusals) {}
