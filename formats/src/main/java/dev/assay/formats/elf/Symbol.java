package dev.assay.formats.elf;

/**
 * One symbol.
 *
 * @param defined whether this file defines it; else it is imported
 * @param function whether it is code (STT_FUNC or STT_GNU_IFUNC), or of no type, as imports often
 *     are
 * @param address what it stands for when the file is loaded where it was linked to; of Thumb code
 *     one more
 * @param at where in the file its entry stands, in bytes
 */
public record Symbol(String name, boolean defined, boolean function, long address, long at) {}
