package dev.assay.bench.backtest;

import dev.assay.assess.risk.Risks;
import dev.assay.assess.risk.Weights;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Gives the packages of a sample Assay's risk, and writes them with all that {@link Compared}
 * reads. The packages make one product, so that libraries are reached through the programs beside
 * them.
 */
final class RiskBacktest {
  private static final Set<String> KINDS =
      Set.of("executable", "library", "script", "java-code", "service");

  private RiskBacktest() {}

  /**
   * {@code SAMPLE-FILE FIXED-FILE FOLDER RANKING-FILE}: the sample, the names of the fixed, the
   * packages, and where to write them, riskiest first.
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
    Files.write(
        Path.of(arguments[3]),
        packages.stream()
            .sorted(Comparator.comparingDouble(Judged::risk).reversed().thenComparing(Judged::name))
            .map(Judged::line)
            .toList());
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
}
