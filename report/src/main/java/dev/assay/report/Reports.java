package dev.assay.report;

import dev.assay.evidence.Bundle;
import dev.assay.report.cyclonedx.CycloneDx;
import dev.assay.report.cyclonedx.CycloneDxVex;
import dev.assay.report.html.HtmlReport;
import dev.assay.report.junit.JunitXml;
import dev.assay.report.sarif.Sarif;
import dev.assay.report.spdx.Spdx;
import dev.assay.report.vex.CsafVex;
import dev.assay.report.vex.OpenVex;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Table of contents: every format an evaluation can be shown in. */
public final class Reports {
  private Reports() {}

  private record Entry(String name, Supplier<Bundle.View> view) {}

  // Suppliers, so that a format's libraries are only loaded when it is asked for.
  private static final List<Entry> ALL =
      List.of(
          new Entry("html", HtmlReport::new),
          new Entry("sarif", Sarif::new),
          new Entry("cyclonedx", CycloneDx::new),
          new Entry("spdx", Spdx::new),
          new Entry("cyclonedx-vex", CycloneDxVex::new),
          new Entry("openvex", OpenVex::new),
          new Entry("csaf", CsafVex::new),
          new Entry("junit", JunitXml::new));

  public static List<String> names() {
    return ALL.stream().map(Entry::name).toList();
  }

  public static Optional<Bundle.View> named(String name) {
    return ALL.stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .map(entry -> entry.view().get());
  }
}
