package dev.assay.inspect;

import dev.assay.inspect.fault.Faults;
import java.util.List;

/**
 * What reads a product, beside the formats.
 *
 * @param contents what looks at single contents
 * @param roots what looks at root file systems
 * @param faults what is done where one of them, or a format, fails
 */
public record Readers(List<ContentInspector<?>> contents, List<Inspector> roots, Faults faults) {
  public Readers {
    contents = List.copyOf(contents);
    roots = List.copyOf(roots);
  }

  /** All inspectors. */
  public static Readers all(Faults faults) {
    return new Readers(Inspectors.ofContent(), Inspectors.ofRoots(), faults);
  }
}
