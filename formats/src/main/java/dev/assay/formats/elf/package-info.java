/**
 * Executable and Linkable Format (System V gABI, chapters 4 and 5). Offsets for 32 | 64 bit; byte
 * order from {@code e_ident[5]}.
 *
 * <pre>
 * header             program header (one a segment)   section header          dynamic entry
 * 0    4  7f "ELF"   0  | 0   4  type                 0  | 0   4  name        0 | 0  4 | 8  tag
 * 4    1  class      24 | 4   4  flags                4  | 4   4  type        4 | 8  4 | 8  value
 * 5    1  data       4  | 8   4 | 8  file offset      12 | 16  4 | 8  address
 * 16   2  type       8  | 16  4 | 8  address          16 | 24  4 | 8  offset  symbol
 * 18   2  machine    16 | 32  4 | 8  size in file     20 | 32  4 | 8  size    0  | 0   4  name
 * 28|32   phoff      20 | 40  4 | 8  size in memory   24 | 40  4  link        12 | 4   1  info
 * 32|40   shoff                                       36 | 56  4 | 8  entsize 14 | 6   2  section
 * </pre>
 *
 * Everything is taken from the program headers and the dynamic segment, which a file needs in order
 * to run; section headers, which it does not, only add what they alone tell (symbol table, debug
 * information).
 */
@NullMarked
package dev.assay.formats.elf;

import org.jspecify.annotations.NullMarked;
