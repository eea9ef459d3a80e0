/** Rust programs: the crates that cargo-auditable names in them. */
@NullMarked
package dev.assay.inspect.ecosystem.rust;

import org.jspecify.annotations.NullMarked;
