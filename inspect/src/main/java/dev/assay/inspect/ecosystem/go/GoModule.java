package dev.assay.inspect.ecosystem.go;

/**
 * A module that went into a Go program.
 *
 * @param version with its {@code v}; {@code (devel)} of a program built from its own source
 */
public record GoModule(String path, String version) {}
