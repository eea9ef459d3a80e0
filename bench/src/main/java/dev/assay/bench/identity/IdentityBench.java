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
 * source packages and their products, one of how versions are written, one of packages with their
 * control fields.
 *
 * <p>The unit is a source package of the sample: it is recognised if any of its binary packages
 * shows its product. A find in a package of another source counts against precision, since its
 * control file does not tell of copies; a second figure leaves out those of which the package's own
 * copyright file says that the product's files lie in its source. What programs say of the package
 * they were built for is counted by itself.
 */
public final class IdentityBench {
  private final Map<String, String> products;
  private final Conventions conventions;
  private final Map<String, Tally> tallies = new TreeMap<>();

  private IdentityBench(Map<String, String> products, Conventions conventions) {
    this.products = products;
    this.conventions = conventions;
  }

  public static void main(String[] args) throws IOException {
    Map<String, String> products =
        Files.readAllLines(Path.of(args[0])).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t"))
            .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    Map<String, List<DebianPackage>> bySource =
        Files.readAllLines(Path.of(args[2])).stream()
            .map(DebianPackage::of)
            .filter(each -> products.containsKey(each.source()))
            .collect(
                Collectors.groupingBy(DebianPackage::source, TreeMap::new, Collectors.toList()));
    IdentityBench bench = new IdentityBench(products, Conventions.read(Path.of(args[1])));
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
      boolean noted = source.stream().anyMatch(Shown::isNoted);
      tally.noted += noted ? 1 : 0;
      int right = tally.exact + tally.agreed;
      if (found.stream().anyMatch(first::isVersion)) {
        tally.exact++;
      } else if (found.stream()
          .anyMatch(told -> conventions.agree(first.source(), told, first.version()))) {
        tally.agreed++;
        System.out.println(
            "agreed: " + first.source() + " " + first.version() + " shown as " + found);
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
      List<String> beside = found.stream().filter(told -> !isRight(first, told)).toList();
      tally.told += (int) found.stream().filter(told -> !told.isEmpty()).count();
      tally.beside += beside.size();
      if (right < tally.exact + tally.agreed && !beside.isEmpty()) {
        System.out.println(
            "beside: " + first.source() + " " + first.version() + " also shown as " + beside);
      }
      tally.onlyNoted += noted && right == tally.exact + tally.agreed ? 1 : 0;
    }
  }

  /** Whether it is the version of its control file, or none at all. */
  private boolean isRight(DebianPackage where, String told) {
    return told.isEmpty()
        || where.isVersion(told)
        || conventions.agree(where.source(), told, where.version());
  }

  private void found(Component component, String own, DebianPackage where, Set<String> found) {
    if (component.name().equals(own)) {
      found.add(component.version());
    } else {
      Tally tally = tally(component.name());
      String find = where.name() + " " + component.version();
      if (Copyright.of(where.file()).declares(component.name())) {
        tally.declared.add(find);
      } else {
        tally.elsewhere.add(find);
      }
    }
  }

  private Tally tally(String product) {
    return tallies.computeIfAbsent(product, k -> new Tally());
  }

  private void print() {
    Map<String, Integer> signatures = new HashMap<>();
    Products.standard().all().forEach(row -> signatures.merge(row.product(), 1, Integer::sum));
    Tally all = new Tally();
    System.out.println(
        "product\tsources\texact\tagreed\tno version\twrong\tmissed\tdeclared\telsewhere\twhere");
    tallies.forEach(
        (product, tally) -> {
          all.add(tally);
          System.out.println(row(product, tally));
        });
    int own = all.exact + all.agreed + all.unversioned + all.wrong;
    int told = all.exact + all.agreed + all.wrong;
    int found = own + all.declared.size() + all.elsewhere.size();
    System.out.println(row("all", all));
    System.out.printf(
        Locale.ROOT,
        "products in the table %d; recall with version %.3f (%.3f as written), of the product"
            + " %.3f; precision of the product %.3f (%.3f without declared copies), of versions"
            + " told %.3f (%.3f as written)%n",
        signatures.size(),
        ratio(all.exact + all.agreed, all.expected),
        ratio(all.exact, all.expected),
        ratio(own, all.expected),
        ratio(own + all.declared.size(), found),
        ratio(own, found),
        ratio(all.exact + all.agreed, told),
        ratio(all.exact, told));
    System.out.printf(
        Locale.ROOT,
        "versions told of their own product, several of a source each counted %d; right %.3f%n",
        all.told,
        ratio(all.told - all.beside, all.told));
    System.out.printf(
        Locale.ROOT,
        "sources whose programs name their package and its version in a note %d; recall with"
            + " version, notes included, %.3f%n",
        all.noted,
        ratio(all.exact + all.agreed + all.onlyNoted, all.expected));
  }

  private static String row(String product, Tally tally) {
    return String.join(
        "\t",
        product,
        "" + tally.expected,
        "" + tally.exact,
        "" + tally.agreed,
        "" + tally.unversioned,
        "" + tally.wrong,
        "" + tally.missed(),
        "" + tally.declared.size(),
        "" + tally.elsewhere.size(),
        product.equals("all") ? "" : String.join(", ", tally.elsewhere));
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
