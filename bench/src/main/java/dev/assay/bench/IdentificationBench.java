package dev.assay.bench;

import dev.assay.inspect.ContentInspector;
import dev.assay.inspect.Inspectors;
import dev.assay.inspect.fault.Faults;
import dev.assay.inspect.identity.LibraryParts;
import dev.assay.inspect.identity.LoneVersionReader;
import dev.assay.inspect.identity.Products;
import dev.assay.inspect.match.Signatures;
import dev.assay.inspect.scan.Interest;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Remembered;
import dev.assay.inspect.scan.Scanner;
import dev.assay.inspect.scan.Source;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;

/**
 * Reads all contents of a product once, in a fresh virtual machine, with what recognises products
 * or without, and prints the seconds of processor that the whole process took.
 *
 * <pre>IdentificationBench with|without PRODUCT</pre>
 */
public final class IdentificationBench {
  private IdentificationBench() {}

  public static void main(String[] arguments) throws IOException {
    boolean with = arguments[0].equals("with");
    Path product = Path.of(arguments[1]);
    List<ContentInspector<?>> inspectors =
        Inspectors.ofContent().stream()
            .filter(each -> with || !(each instanceof LoneVersionReader))
            .toList();
    Signatures signatures = with ? identifying(Signatures.standard()) : Signatures.standard();
    Signatures wanted =
        signatures
            .with(inspectors.stream().flatMap(each -> each.markers().stream()).distinct().toList())
            .ready();
    try (ForkJoinPool workers = new ForkJoinPool(Runtime.getRuntime().availableProcessors())) {
      Scanner.scan(
          List.of(new Source.OnHost("root", product)),
          new Scanner.Setup(
              inspectors,
              wanted::look,
              Interest.of(
                  Inspectors.ofRoots().stream()
                      .flatMap(each -> each.reads().stream())
                      .distinct()
                      .toList()),
              Limits.DEFAULT,
              workers,
              Progress.SILENT,
              Remembered.nothing(),
              Faults.END));
    }
    System.out.println(String.format(Locale.ROOT, "%.2f", cpuSeconds()));
  }

  private static Signatures identifying(Signatures others) {
    return others.and(Products.standard().signatures()).and(LibraryParts.standard().signatures());
  }

  private static double cpuSeconds() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : Double.NaN;
  }
}
