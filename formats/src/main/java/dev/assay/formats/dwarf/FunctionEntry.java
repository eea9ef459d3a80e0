package dev.assay.formats.dwarf;

import dev.assay.formats.Block;
import java.util.List;

/**
 * An FDE.
 *
 * @param at where it stands in its section
 * @param start address of the code
 * @param length of the code in bytes
 * @param exceptions address of its exception table (LSDA); 0 where there is none
 * @param program call frame instructions as they are stored
 */
public record FunctionEntry(
    CommonEntry common, long at, long start, long length, long exceptions, Block program) {
  /** The call frame instructions in words. */
  public List<String> instructions(Meaning meaning) {
    return common.instructions(program, meaning);
  }
}
