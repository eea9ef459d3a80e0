package dev.assay.inspect.ecosystem.go;

import java.util.List;

/**
 * What the Go linker tells of a program.
 *
 * @param goVersion {@code go1.21.5}
 * @param modules the main module first
 */
public record GoBuildFacts(String goVersion, List<GoModule> modules) {}
