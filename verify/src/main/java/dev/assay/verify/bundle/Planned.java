package dev.assay.verify.bundle;

import dev.assay.verify.json.Fields;
import dev.assay.verify.json.Names;
import java.nio.file.Path;

/** The lines of the plan or of the verdicts, each about one test case on one component. */
final class Planned implements AutoCloseable, Comparable<Planned> {
  private static final String TEST = "test";
  private static final String COMPONENT = "component";

  static final String RUN = "run";
  static final String WHY = "why";
  static final String VERDICT = "verdict";
  static final String SEVERITY = "severity";

  private final Lines lines;
  private final Names wanted;
  private final Violations violations;
  private Fields fields = Fields.none();
  private boolean open = true;
  private boolean ordered = true;

  private Planned(Lines lines, Names wanted, Violations violations) {
    this.lines = lines;
    this.wanted = wanted;
    this.violations = violations;
  }

  /** Opens the plan before its first line. */
  static Planned plan(Path bundle, Violations violations) throws Damaged, Unreadable {
    return new Planned(
        Lines.open(bundle, BundleFiles.PLAN), Names.of(TEST, COMPONENT, RUN, WHY), violations);
  }

  /** Opens the verdicts before their first line. */
  static Planned verdicts(Path bundle, Violations violations) throws Damaged, Unreadable {
    return new Planned(
        Lines.open(bundle, BundleFiles.VERDICTS),
        Names.of(TEST, COMPONENT, VERDICT, SEVERITY),
        violations);
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
    return fields.get(key, "");
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
