package dev.assay.inspect.bootloader;

import java.util.Map;

/**
 * One environment in a content.
 *
 * @param stored whether a checksum proves that it is one that U-Boot saved, rather than the one
 *     built into the program
 * @param offset of the first variable, in bytes
 * @param variables by name
 * @param places offsets in bytes, by name
 */
public record BootEnvironment(
    boolean stored, long offset, Map<String, String> variables, Map<String, Long> places) {}
