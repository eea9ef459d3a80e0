package dev.assay.cli;

import dev.assay.catalogue.source.CatalogueFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which files of test cases to work on: for commands that read sources, not a packed catalogue. */
final class CaseFileOptions {
  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "A catalogue folder other than Assay's own.")
  private @Nullable Path folder;

  @Option(names = "--only", paramLabel = "STEM", description = "Only cases/STEM.yaml.")
  private List<String> only = List.of();

  CatalogueFiles files() throws IOException {
    return folder == null ? CatalogueFiles.ofAssay() : CatalogueFiles.in(folder);
  }

  /** Names of case files without their ending; empty for all. */
  Set<String> only() {
    return Set.copyOf(only);
  }
}
