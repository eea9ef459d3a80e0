package dev.assay.inspect.ecosystem.python;

import java.util.Locale;

/** The name by which a distribution is looked up (PEP 503). */
final class PythonName {
  private PythonName() {}

  static String of(String written) {
    return written.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
  }
}
