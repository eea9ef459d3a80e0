package dev.assay.inspect.identity;

import java.util.List;

/**
 * How a row that reads numbers is proven.
 *
 * @param version a version of the product
 * @param told the numbers that tell it, as C writes them
 * @param others numbers that tell none
 */
record VersionControls(String version, List<String> told, List<String> others) {
  /** From the last three fields of a row. */
  static VersionControls of(List<String> row) {
    List<String> last = row.subList(row.size() - 3, row.size());
    return new VersionControls(
        last.get(0), List.of(last.get(1).split(" ")), List.of(last.get(2).split(" ")));
  }
}
