/**
 * Debugging information and call frames (DWARF 5 Standard, chapter 7 and section 6; versions 2 to 5
 * in the 32-bit and the 64-bit format; {@code .eh_frame}: Linux Standard Base Core 5.0, 10.6).
 * Offsets are 4 bytes long, in the 64-bit format 8; numbers may be LEB128.
 *
 * <pre>
 * length of all that follows: 4 bytes, or ff ff ff ff and 8 bytes, which is the 64-bit format
 *
 * unit of .debug_info            entry                          table of .debug_abbrev
 * 2      version                 leb  code; 0 ends siblings     leb  code; 0 ends the table
 * 1      kind          from 5    …    values of attributes,     leb  tag
 * 1      address size  from 5         as the abbreviation of    1    whether it has nested entries
 * offset abbreviations           …    the code says             leb  attribute, leb form, …
 * 1      address size  up to 4                                  0, 0 end the attributes
 * …      entries
 *
 * CIE                            FDE                            lines
 * 4      0; in .debug_frame −1   4    to its CIE                2    version
 * 1      version                 …    start of a function       …    directories, files
 * …      augmentation, to a NUL  …    length of its code        …    opcodes of a machine whose
 * leb    code, data alignment    leb  of augmentation, and it        state is a row: address,
 * leb    return address          …    instructions                   file, line, column
 * leb    of augmentation, and it
 * …      instructions
 * </pre>
 *
 * What a table says of its own length is believed within the section only, and whatever is read
 * counts against a {@link dev.assay.formats.dwarf.Budget}, for tables may overlap.
 */
@NullMarked
package dev.assay.formats.dwarf;

import org.jspecify.annotations.NullMarked;
