package dev.assay.inspect.ecosystem.rust;

/** A crate that went into a Rust program. */
public record RustCrate(String name, String version) {}
