package dev.assay.cli;

import dev.assay.feed.source.Refusal;
import dev.assay.feed.vex.VexDocument;
import dev.assay.feed.vex.VexFile;
import dev.assay.feed.vex.VexStatement;
import dev.assay.report.Plain;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The files of {@code --vex}. */
final class VexDocuments {
  /** Refused statements that are told one by one. */
  private static final int TOLD = 20;

  private VexDocuments() {}

  /** What a file states; what is refused of it is said, also where messages are not wanted. */
  static List<VexStatement> read(Path file) {
    try {
      VexDocument document = VexFile.read(file);
      tellRefused(file, document);
      return document.statements();
    } catch (NoSuchFileException e) {
      throw new UsageError("no VEX document `" + e.getFile() + "`");
    } catch (IOException e) {
      throw new UsageError(file + ": " + e.getMessage());
    }
  }

  /** Digests in order, with commas between: the order of the files does not matter. */
  static Optional<String> digests(List<Path> files) {
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(
            files.stream()
                .flatMap(file -> RuleOptions.digest(file).stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(",")));
  }

  private static void tellRefused(Path file, VexDocument document) {
    List<Refusal> refusals = document.refusals();
    if (refusals.isEmpty()) {
      return;
    }
    System.err.println(
        "assay: "
            + file
            + ": "
            + Plain.count(refusals.size(), "statement", "statements")
            + " refused, wholly or in part, of "
            + document.records());
    refusals.stream()
        .limit(TOLD)
        .forEach(refusal -> System.err.println("  " + Plain.line(refusal.toString())));
    if (refusals.size() > TOLD) {
      System.err.println("  and " + (refusals.size() - TOLD) + " more");
    }
  }
}
