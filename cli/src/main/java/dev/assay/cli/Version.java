package dev.assay.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of Assay. */
final class Version implements IVersionProvider {
  static String number() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "0.1.0");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"assay " + number()};
  }
}
