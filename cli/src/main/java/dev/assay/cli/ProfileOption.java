package dev.assay.cli;

import dev.assay.catalogue.Catalogue;
import picocli.CommandLine.Option;

/** The profile whose test cases are shown. */
final class ProfileOption {
  @Option(
      names = "--profile",
      paramLabel = "P",
      defaultValue = "linux-device",
      description = "A profile; default: linux-device.")
  private String profile = "";

  Catalogue catalogue() {
    return CatalogueCommand.load(profile);
  }
}
