package dev.assay.inspect.identity;

import dev.assay.inspect.elf.ElfFacts;
import java.util.List;

/**
 * One build of a library or program of a product, by the id that its linker gave it (GNU's note
 * {@code NT_GNU_BUILD_ID}: a digest of what was linked, which stripping leaves as it is): a row of
 * {@code build-ids.tsv}, whose head says what the columns are.
 *
 * @param id hex
 * @param product of {@code products.tsv}
 * @param machine as {@link ElfFacts#machine}
 * @param codeSize bytes of executable segments
 * @param soname empty for a program
 * @param origin the distribution, and its package that the build came in
 */
record Build(
    String id,
    String product,
    String version,
    String machine,
    long codeSize,
    String soname,
    String origin) {
  static Build of(List<String> row) {
    return new Build(
        row.get(0),
        row.get(1),
        row.get(2),
        row.get(3),
        Long.parseLong(row.get(4)),
        row.get(5).equals("-") ? "" : row.get(5),
        row.get(6));
  }

  /**
   * Whether a file that claims the id can be that build. A note is copied easily; architecture,
   * soname and length of the code are the same in every copy of one build, stripped or not.
   */
  boolean canBe(ElfFacts file) {
    return file.buildId().equals(id)
        && file.machine().equals(machine)
        && file.soname().equals(soname)
        && file.codeSize() == codeSize;
  }

  /** {@code build id 9a3f… of Debian libogg0 1.3.5-3 amd64}. */
  String told() {
    return "build id " + id + " of " + origin;
  }
}
