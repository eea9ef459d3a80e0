package dev.assay.inspect.elf;

/**
 * Where in an ELF file something stands that a fact tells.
 *
 * @param fact name of the component of {@link ElfFacts}, with an index for an element of a list
 * @param offset bytes from the start of the file
 * @param seen what stands there
 */
public record ElfPlace(String fact, long offset, String seen) {}
