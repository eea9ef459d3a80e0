package dev.assay.formats.dwarf;

import java.util.List;

/**
 * Which line of which file is compiled to which address (DWARF 5, 6.2).
 *
 * @param directories as numbered; before version 5 that of the unit is not among them
 * @param files as numbered, from the first that has a number
 * @param firstFile 0 from version 5 on, else 1
 * @param rows in the order of the program
 */
public record LineTable(
    int version, List<String> directories, List<File> files, int firstFile, List<Row> rows) {
  /**
   * @param directory its number
   * @param digest MD5 in hexadecimal; empty where there is none
   */
  public record File(String name, long directory, String digest) {}

  /**
   * @param isEnd whether it is the first address behind a sequence and has no line
   */
  public record Row(long address, long file, long line, long column, boolean isEnd) {}

  /** The name of a file by its number; the number where there is none. */
  public String file(long number) {
    long index = number - firstFile;
    return index >= 0 && index < files.size()
        ? files.get((int) index).name()
        : "file " + Long.toUnsignedString(number);
  }

  /**
   * The table of a unit.
   *
   * @param at where it is in {@code .debug_line}
   * @throws dev.assay.formats.Malformed where it is damaged or longer than the budget
   */
  public static LineTable read(DebugSections sections, Unit unit, long at, Budget budget) {
    return new LineReader(sections, unit, budget).read(sections.of("line").moveTo(at));
  }
}
