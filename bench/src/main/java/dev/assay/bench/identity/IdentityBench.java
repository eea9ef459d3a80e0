package dev.assay.bench.identity;

import dev.assay.inspect.identity.Products;
import dev.assay.model.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Prints the confusion table of the product signatures over Debian packages. Arguments: a table of
 * source packages and their products, a table of packages with their control fields.
 *
 * <p>The unit is a source package of the sample: it is recognised if any of its binary packages
 * shows its product. A find in a package of another source counts against precision, also where
 * that package holds a copy of the product in truth, which its control file does not say; those are
 * listed, to be judged by eye.
 */
public final class IdentityBench {
  private final Map<String, String> products;
  private final Map<String, Tally> tallies = new TreeMap<>();

  private IdentityBench(Map<String, String> products) {
    this.products = products;
  }

  public static void main(String[] args) throws IOException {
    Map<String, String> products =
        Files.readAllLines(Path.of(args[0])).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t"))
            .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    Map<String, List<DebianPackage>> bySource =
        Files.readAllLines(Path.of(args[1])).stream()
            .map(DebianPackage::of)
            .filter(each -> products.containsKey(each.source()))
            .collect(
                Collectors.groupingBy(DebianPackage::source, TreeMap::new, Collectors.toList()));
    IdentityBench bench = new IdentityBench(products);
    List.copyOf(bySource.values()).parallelStream()
        .map(packages -> packages.stream().map(Shown::by).toList())
        .toList()
        .forEach(bench::count);
    bench.print();
  }

  private void count(List<Shown> source) {
    DebianPackage first = source.getFirst().where();
    String own = products.getOrDefault(first.source(), first.source());
    Set<String> found = new TreeSet<>();
    for (Shown each : source) {
      each.software().forEach(component -> found(component, own, each.where(), found));
    }
    if (source.stream().anyMatch(Shown::programs) || !found.isEmpty()) {
      Tally tally = tally(own);
      tally.expected++;
      if (found.stream().anyMatch(first::isVersion)) {
        tally.exact++;
      } else if (found.stream().anyMatch(v -> !v.isEmpty())) {
        tally.wrong++;
        System.out.println(
            "wrong: " + first.source() + " " + first.version() + " shown as " + found);
      } else {
        tally.unversioned += found.isEmpty() ? 0 : 1;
        System.out.println(
            (found.isEmpty() ? "missed: " : "no version: ")
                + first.source()
                + " "
                + first.version());
      }
    }
  }

  private void found(Component component, String own, DebianPackage where, Set<String> found) {
    if (component.name().equals(own)) {
      found.add(component.version());
    } else {
      tally(component.name()).elsewhere.add(where.name() + " " + component.version());
    }
  }

  private Tally tally(String product) {
    return tallies.computeIfAbsent(product, k -> new Tally());
  }

  private void print() {
    Map<String, Integer> signatures = new HashMap<>();
    Products.standard().all().forEach(row -> signatures.merge(row.product(), 1, Integer::sum));
    Tally all = new Tally();
    System.out.println("product\tsources\texact\tno version\twrong\tmissed\telsewhere\twhere");
    tallies.forEach(
        (product, tally) -> {
          all.add(tally);
          System.out.println(row(product, tally));
        });
    int claims = all.exact + all.unversioned + all.wrong + all.elsewhere.size();
    System.out.println(row("all", all));
    System.out.printf(
        Locale.ROOT,
        "products in the table %d; recall with version %.3f, of the product %.3f; precision of the"
            + " product %.3f, of versions told %.3f%n",
        signatures.size(),
        ratio(all.exact, all.expected),
        ratio(all.expected - all.missed(), all.expected),
        ratio(claims - all.elsewhere.size(), claims),
        ratio(all.exact, all.exact + all.wrong));
  }

  private static String row(String product, Tally tally) {
    return String.join(
        "\t",
        product,
        "" + tally.expected,
        "" + tally.exact,
        "" + tally.unversioned,
        "" + tally.wrong,
        "" + tally.missed(),
        "" + tally.elsewhere.size(),
        product.equals("all") ? "" : String.join(", ", tally.elsewhere));
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
