package dev.assay.bench;

import dev.assay.compare.Comparer;
import dev.assay.compare.Comparison;
import dev.assay.compare.Product;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Compares two root file systems, once, in a fresh virtual machine, then lets diffoscope do the
 * same where it is installed, and says how long each took on the wall.
 *
 * <pre>CompareBench LEFT RIGHT</pre>
 */
public final class CompareBench {
  private CompareBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Comparison comparison =
        Comparer.compare(
            product(arguments[0]),
            product(arguments[1]),
            Limits.DEFAULT,
            Runtime.getRuntime().availableProcessors());
    double own = (System.nanoTime() - start) / 1e9;
    System.out.println(
        String.format(
            Locale.ROOT,
            "assay %.2f s without starting: %s, %d identical, %d others",
            own,
            comparison.verdict(),
            comparison.identical(),
            comparison.findings().size()));
    long theirStart = System.nanoTime();
    try {
      Process process =
          new ProcessBuilder("diffoscope", "--json", "/dev/null", arguments[0], arguments[1])
              .inheritIO()
              .start();
      int status = process.waitFor();
      double theirs = (System.nanoTime() - theirStart) / 1e9;
      System.out.println(
          String.format(
              Locale.ROOT,
              "diffoscope %.2f s, status %d, ratio %.1f",
              theirs,
              status,
              theirs / own));
    } catch (IOException e) {
      System.out.println("diffoscope is not installed");
    }
  }

  private static Product product(String path) {
    return new Product(path, List.of(new Source.OnHost("p", Path.of(path))));
  }
}
