package dev.assay.cli;

import dev.assay.evidence.Bundle;
import dev.assay.model.Evaluation;
import dev.assay.report.Reports;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One {@code --report FORMAT[=FILE]}.
 *
 * @param file where it goes; empty for the bundle, {@code -} for standard output
 */
record RequestedReport(Bundle.View view, String file) {
  static List<RequestedReport> parse(List<String> arguments) {
    List<RequestedReport> reports = new ArrayList<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      Bundle.View view =
          Reports.named(name)
              .orElseThrow(
                  () ->
                      new UsageError(
                          "no report format `"
                              + name
                              + "`; there are "
                              + String.join(", ", Reports.names())));
      reports.add(new RequestedReport(view, equals < 0 ? "" : argument.substring(equals + 1)));
    }
    return reports;
  }

  boolean toStandardOutput() {
    return file.equals("-");
  }

  /** Writes it where it was asked for, outside the bundle. */
  void write(Evaluation evaluation, String root) throws IOException {
    if (toStandardOutput()) {
      view.write(evaluation, root, System.out);
      return;
    }
    try (OutputStream out = Files.newOutputStream(Path.of(file))) {
      view.write(evaluation, root, out);
    } catch (IOException e) {
      throw new UsageError("cannot write " + file + ": " + e.getMessage());
    }
  }
}
