package dev.assay.inspect.elf;

import java.util.List;

/**
 * An ELF file's facts, and where in it they were read.
 *
 * @param places several of one fact where several prove it
 */
public record ElfContent(ElfFacts facts, List<ElfPlace> places, Linkage linkage) {}
