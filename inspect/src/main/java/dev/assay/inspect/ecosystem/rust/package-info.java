/** Rust: the crates that cargo-auditable names in programs, and Cargo's lock files. */
@NullMarked
package dev.assay.inspect.ecosystem.rust;

import org.jspecify.annotations.NullMarked;
