package dev.assay.feed.source;

import dev.assay.feed.Conditions;
import dev.assay.feed.Statement;
import dev.assay.feed.Subject;
import dev.assay.model.ProgramFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Without which configuration a kernel does not hold the code that an advisory is about: {@code
 * kernel-areas.tsv}.
 */
final class KernelAreas {
  private static final String KERNEL = Subject.ofProduct("o", "linux", "linux_kernel");

  /** How descriptions of the kernel's own CVE team begin; the title of the fix follows. */
  private static final String RESOLVED =
      "In the Linux kernel, the following vulnerability has been resolved:";

  /** Characters of a title in which its area is looked for. */
  private static final int MOST = 80;

  private static final Map<String, Conditions> AREAS = read();

  private KernelAreas() {}

  /** The statement, where it is on the kernel under the conditions of the area described. */
  static Statement narrowed(Statement statement, String description) {
    return statement.subject().equals(KERNEL) && statement.conditions().equals(Conditions.NONE)
        ? of(description).map(statement::under).orElse(statement)
        : statement;
  }

  /** {@code netfilter: nf_tables} of {@code netfilter: nf_tables: reject …}: the longest known. */
  private static Optional<Conditions> of(String description) {
    if (!description.startsWith(RESOLVED)) {
      return Optional.empty();
    }
    String title = description.substring(RESOLVED.length()).stripLeading();
    String head = title.substring(0, Math.min(MOST, title.length()));
    for (int end = head.lastIndexOf(": "); end > 0; end = head.lastIndexOf(": ", end - 1)) {
      Conditions found = AREAS.get(head.substring(0, end));
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static Map<String, Conditions> read() {
    return ProgramFile.rows(KernelAreas.class, "kernel-areas.tsv").stream()
        .collect(Collectors.toUnmodifiableMap(List::getFirst, KernelAreas::conditions));
  }

  private static Conditions conditions(List<String> row) {
    return Conditions.ofKernel(
        List.of(row.get(1).split(" ")),
        row.get(2).equals("-") ? List.of() : List.of(row.get(2).split(" ")));
  }
}
