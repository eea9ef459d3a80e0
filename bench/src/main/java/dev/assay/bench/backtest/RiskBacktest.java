package dev.assay.bench.backtest;

import dev.assay.assess.risk.Risks;
import dev.assay.assess.risk.Weights;
import dev.assay.bench.backtest.Judged.Ranking;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import dev.assay.model.Risk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Ranks the packages of a sample by Assay's risk, by size, and by size and dependents, and prints
 * how well each ranking foretells security fixes. The packages make one product, so that libraries
 * are reached through the programs beside them.
 */
final class RiskBacktest {
  private static final Set<String> KINDS =
      Set.of("executable", "library", "script", "java-code", "service");

  private RiskBacktest() {}

  /**
   * {@code SAMPLE-FILE FIXED-FILE FOLDER RANKING-FILE}: the sample, the names of the fixed, the
   * packages, and where to write them by risk, with size and dependents.
   */
  public static void main(String[] arguments) throws IOException {
    Map<String, List<Integer>> risks = risks(Path.of(arguments[2]));
    Set<String> fixed = Set.copyOf(Files.readAllLines(Path.of(arguments[1])));
    List<Judged> packages = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      String[] cells = line.split("\t");
      List<String> binaries = List.of(cells[0].split(" "));
      if (binaries.stream().anyMatch(risks::containsKey)) {
        List<Integer> own =
            binaries.stream()
                .flatMap(each -> risks.getOrDefault(each, List.of()).stream())
                .toList();
        int most = own.stream().mapToInt(risk -> risk).max().orElse(0);
        double all = own.stream().mapToInt(risk -> risk).sum();
        packages.add(
            new Judged(
                cells[1],
                most + all / (all + 1000),
                !own.isEmpty(),
                Long.parseLong(cells[2]),
                Integer.parseInt(cells[3]),
                Double.parseDouble(cells[4]),
                binaries.stream().anyMatch(fixed::contains)));
      }
    }
    Files.write(Path.of(arguments[3]), ranking(packages));
    print("all packages", packages);
    print("packages with programs", packages.stream().filter(Judged::programs).toList());
    print(
        "packages without dependents", packages.stream().filter(p -> p.dependents() == 0).toList());
  }

  /** Riskiest first. */
  private static List<String> ranking(List<Judged> packages) {
    return packages.stream()
        .sorted(Comparator.comparingDouble(Judged::risk).reversed().thenComparing(Judged::name))
        .map(
            each ->
                String.format(
                    Locale.ROOT,
                    "%.2f\t%s\t%s\t%d\t%d",
                    each.risk(),
                    each.name(),
                    each.fixed() ? "fixed" : "",
                    each.size(),
                    each.dependents()))
        .toList();
  }

  /** The risks of what is in each binary package, by its name; empty where it holds no program. */
  private static Map<String, List<Integer>> risks(Path folder) throws IOException {
    List<Source> sources = new ArrayList<>();
    Map<String, List<Integer>> risks = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(".deb"))
          .sorted()
          .forEach(
              file -> {
                String name = name(file.getFileName().toString());
                sources.add(new Source.OnHost(name, file));
                risks.put(name, new ArrayList<>());
              });
    }
    Inspection inspection =
        Inspection.of(
            sources, Limits.DEFAULT, Runtime.getRuntime().availableProcessors(), Progress.SILENT);
    Map<String, String> packages = new HashMap<>();
    inspection.components().stream()
        .map(described -> described.component())
        .filter(component -> KINDS.contains(component.kind()))
        .forEach(
            component ->
                packages.put(component.id(), component.artifacts().getFirst().split("[!/]", 2)[0]));
    for (Risk risk : Risks.of(inspection.components(), Weights.standard())) {
      String name = packages.get(risk.component());
      if (name != null && risks.containsKey(name)) {
        risks.get(name).add(risk.score());
      }
    }
    return risks;
  }

  /** {@code openssl_1.1.1w-0+deb11u1_amd64.deb}. */
  private static String name(String file) {
    return file.substring(0, file.indexOf('_'));
  }

  private static void print(String title, List<Judged> packages) {
    ToDoubleFunction<Judged> size = standard(packages, Judged::logSize);
    ToDoubleFunction<Judged> dependents = standard(packages, Judged::logDependents);
    ToDoubleFunction<Judged> risk = standard(packages, Judged::risk);
    Ranking assay = new Ranking("Assay's risk", Judged::risk);
    Ranking baseline =
        new Ranking(
            "size and dependents", p -> size.applyAsDouble(p) + dependents.applyAsDouble(p));
    List<Ranking> rankings =
        List.of(
            assay,
            new Ranking("size", Judged::logSize),
            baseline,
            new Ranking(
                "Assay's risk and dependents",
                p -> risk.applyAsDouble(p) + dependents.applyAsDouble(p)));
    System.out.printf(
        Locale.ROOT,
        "%n%s: %d, of which %d fixed later%n",
        title,
        packages.size(),
        packages.stream().filter(Judged::fixed).count());
    for (Ranking each : rankings) {
      double[] interval = Discrimination.interval(packages, each);
      double[] better = Discrimination.advantage(packages, each, baseline);
      System.out.printf(
          Locale.ROOT,
          "%-28s AUC %.3f (%.3f to %.3f), over size and dependents %+.3f to %+.3f; top 5/10/20 %%: %.0f/%.0f/%.0f %%%n",
          each.name(),
          Discrimination.area(packages, each),
          interval[0],
          interval[1],
          better[0],
          better[1],
          100 * Discrimination.captured(packages, each, .05),
          100 * Discrimination.captured(packages, each, .10),
          100 * Discrimination.captured(packages, each, .20));
    }
  }

  /** A measure less its mean, in standard deviations, packages weighted as they stand. */
  private static ToDoubleFunction<Judged> standard(
      List<Judged> packages, ToDoubleFunction<Judged> measure) {
    double weight = packages.stream().mapToDouble(Judged::weight).sum();
    double mean =
        packages.stream().mapToDouble(p -> p.weight() * measure.applyAsDouble(p)).sum() / weight;
    double variance =
        packages.stream()
                .mapToDouble(p -> p.weight() * Math.pow(measure.applyAsDouble(p) - mean, 2))
                .sum()
            / weight;
    return p -> (measure.applyAsDouble(p) - mean) / Math.max(1e-9, Math.sqrt(variance));
  }
}
