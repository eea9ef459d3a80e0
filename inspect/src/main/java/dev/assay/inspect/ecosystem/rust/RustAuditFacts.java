package dev.assay.inspect.ecosystem.rust;

import java.util.List;

/**
 * What cargo-auditable left in a program.
 *
 * @param crates those that are in it; not those that only its build used
 */
public record RustAuditFacts(List<RustCrate> crates) {}
