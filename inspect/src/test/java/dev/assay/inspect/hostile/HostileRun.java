package dev.assay.inspect.hostile;

import dev.assay.inspect.Inspection;
import dev.assay.inspect.fault.Faults;
import dev.assay.inspect.match.Found;
import dev.assay.inspect.scan.Interest;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Remembered;
import dev.assay.inspect.scan.Scanned;
import dev.assay.inspect.scan.Scanner;
import dev.assay.inspect.scan.Source;
import dev.assay.model.Problem;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the corpus in a process of its own, whose heap is small; a line for each product. */
final class HostileRun {
  private static final Limits SMALL =
      new Limits(32, 200, 1 << 20, 256L << 20, 20_000, 8 << 20, 1 << 20, 16L << 20);

  private HostileRun() {}

  public static void main(String[] args) {
    for (HostileProduct product : HostileProducts.all()) {
      print(product, scan(product).nodes().stream().flatMap(node -> node.problems().stream()));
    }
    for (HostileProduct product : HostileContents.all()) {
      print(
          product, inspect(product).artifacts().stream().flatMap(each -> each.problems().stream()));
    }
  }

  private static Inspection inspect(HostileProduct product) {
    return Inspection.of(
        List.of(new Source.InMemory("product", product.content())), SMALL, 1, Progress.SILENT);
  }

  private static Scanned scan(HostileProduct product) {
    try (ForkJoinPool workers = new ForkJoinPool(1)) {
      return Scanner.scan(
          List.of(new Source.InMemory("product", product.content())),
          new Scanner.Setup(
              List.of(),
              bytes -> Found.NOTHING,
              Interest.of(List.of()),
              SMALL,
              workers,
              Progress.SILENT,
              Remembered.nothing(),
              Faults.END));
    }
  }

  private static void print(HostileProduct product, Stream<Problem> problems) {
    String codes = problems.map(Problem::code).distinct().sorted().collect(Collectors.joining(" "));
    System.out.println(product.title() + "\t" + codes);
  }
}
