package dev.assay.cli;

import dev.assay.model.Evaluation;
import dev.assay.model.requirement.Requirement;
import dev.assay.model.requirement.Requirements;
import dev.assay.report.Plain;
import dev.assay.report.scheme.Answer;
import dev.assay.report.scheme.Documents;
import dev.assay.report.scheme.Dossier;
import dev.assay.report.scheme.Scheme;
import dev.assay.report.scheme.Schemes;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** What outside parties expect, written beside a bundle: the bundle's own files are sealed. */
final class SchemeReports {
  private SchemeReports() {}

  static List<Scheme> named(List<String> names) {
    return names.stream().map(SchemeReports::named).toList();
  }

  private static Scheme named(String name) {
    return Schemes.named(name)
        .orElseThrow(
            () ->
                new UsageError(
                    "no scheme `" + name + "`; there are " + String.join(", ", Schemes.names())));
  }

  /** The folder of a scheme's documents where none is named: {@code BUNDLE.SCHEME}. */
  static Path beside(Path bundle, Scheme scheme) {
    Path absolute = bundle.toAbsolutePath().normalize();
    return absolute.resolveSibling(absolute.getFileName() + "." + scheme.name());
  }

  /**
   * Writes the documents and says what is missing.
   *
   * @param evaluation as it was read back from the bundle, so that later reports are the same
   * @param signers roles that have signed; empty where signatures were not checked
   */
  static void write(
      Scheme scheme,
      Evaluation evaluation,
      String root,
      Optional<SortedSet<String>> signers,
      Path folder,
      PrintStream out) {
    Dossier dossier = Dossier.of(scheme, evaluation, root, signers, SchemeReports::title);
    try {
      List<String> files = Documents.write(dossier, folder);
      out.println(scheme.name() + ": " + String.join(", ", files) + " in " + folder);
    } catch (IOException e) {
      throw new UsageError("cannot write to " + folder + ": " + e.getMessage());
    }
    for (Answer answer : dossier.open()) {
      out.println(
          Plain.line("  " + answer.state().word() + ": " + answer.what() + ": " + answer.how()));
    }
  }

  private static String title(String requirement) {
    return Requirements.find(requirement).map(Requirement::title).orElse("");
  }
}
