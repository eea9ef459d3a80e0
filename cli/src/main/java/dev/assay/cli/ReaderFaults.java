package dev.assay.cli;

import dev.assay.model.Artifact;
import dev.assay.model.Problem;
import dev.assay.report.Plain;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells of readers of Assay that failed. What was found all the same stands, but a script must not
 * take it for all there is: the exit status is that of an internal fault, whatever was decided.
 */
final class ReaderFaults {
  private static final int SHOWN = 10;

  private ReaderFaults() {}

  static boolean in(List<Artifact> artifacts) {
    return artifacts.stream().anyMatch(each -> each.problems().stream().anyMatch(Problem::isFault));
  }

  /** A line for each of the first, if any. */
  static void tell(List<Artifact> artifacts, PrintStream err) {
    List<String> lines = new ArrayList<>();
    for (Artifact artifact : artifacts) {
      artifact.problems().stream()
          .filter(Problem::isFault)
          .forEach(fault -> lines.add(line(artifact.path(), fault)));
    }
    tellLines(lines, err);
  }

  private static String line(String path, Problem fault) {
    return path + ": " + fault.message();
  }

  private static void tellLines(List<String> lines, PrintStream err) {
    lines.stream().limit(SHOWN).forEach(line -> err.println("assay: " + Plain.line(line)));
    if (lines.size() > SHOWN) {
      err.println("assay: and " + (lines.size() - SHOWN) + " more faults of Assay");
    }
    if (!lines.isEmpty()) {
      err.println("assay: the product was not wholly examined; exit status " + ExitStatus.FAULT);
    }
  }

  /**
   * Tells of them and gives the exit status.
   *
   * @param otherwise where there are none
   */
  static int status(List<Artifact> artifacts, int otherwise, PrintStream err) {
    tell(artifacts, err);
    return in(artifacts) ? ExitStatus.FAULT : otherwise;
  }

  /**
   * Tells of faults that stand on no artifact, since nothing was scanned, and gives the exit
   * status.
   *
   * @param faults by the name of the image
   * @param otherwise where there are none
   */
  static int status(Map<String, Problem> faults, int otherwise, PrintStream err) {
    tellLines(
        faults.entrySet().stream().map(each -> line(each.getKey(), each.getValue())).toList(), err);
    return faults.isEmpty() ? otherwise : ExitStatus.FAULT;
  }
}
