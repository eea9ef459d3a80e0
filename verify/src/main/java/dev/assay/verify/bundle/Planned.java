package dev.assay.verify.bundle;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The lines of the plan or of the verdicts, each about one test case on one component. */
final class Planned implements AutoCloseable, Comparable<Planned> {
  private static final String TEST = "test";
  private static final String COMPONENT = "component";

  private final Lines lines;
  private final Set<String> wanted;
  private final Violations violations;
  private Map<String, String> fields = Map.of();
  private boolean open = true;
  private boolean ordered = true;

  private Planned(Lines lines, Set<String> wanted, Violations violations) {
    this.lines = lines;
    this.wanted = wanted;
    this.violations = violations;
  }

  /**
   * Opens the file before its first line.
   *
   * @param wanted keys, beside those of test and component
   */
  static Planned open(Path bundle, String file, Set<String> wanted, Violations violations)
      throws Damaged, Unreadable {
    Set<String> all = new HashSet<>(wanted);
    all.add(TEST);
    all.add(COMPONENT);
    return new Planned(Lines.open(bundle, file), Set.copyOf(all), violations);
  }

  void next() throws Damaged, Unreadable {
    String test = test();
    String component = component();
    open = lines.next();
    if (!open) {
      return;
    }
    fields = lines.fields(wanted);
    if (lines.leaves().count() > 1 && order(test, component, test(), component()) >= 0) {
      ordered = false;
      violations.add(
          lines.where()
              + ": `"
              + test()
              + "` on `"
              + component()
              + "` is out of order or repeated");
    }
  }

  /** Whether there is a line. */
  boolean isOpen() {
    return open;
  }

  /** Whether all lines so far were in order. */
  boolean isOrdered() {
    return ordered;
  }

  String test() {
    return get(TEST);
  }

  String component() {
    return get(COMPONENT);
  }

  String get(String key) {
    return fields.getOrDefault(key, "");
  }

  String where() {
    return lines.where();
  }

  Leaves leaves() {
    return lines.leaves();
  }

  /** The order of lines; what has none left comes last. */
  @Override
  public int compareTo(Planned other) {
    if (!open || !other.open) {
      return Boolean.compare(!open, !other.open);
    }
    return order(test(), component(), other.test(), other.component());
  }

  private static int order(String test, String component, String otherTest, String otherComponent) {
    int byTest = test.compareTo(otherTest);
    return byTest != 0 ? byTest : component.compareTo(otherComponent);
  }

  @Override
  public void close() throws Unreadable {
    lines.close();
  }
}
