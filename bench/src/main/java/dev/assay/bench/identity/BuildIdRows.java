package dev.assay.bench.identity;

import dev.assay.inspect.Inspection;
import dev.assay.inspect.elf.ElfFacts;
import dev.assay.inspect.elf.ProgramFacts;
import dev.assay.inspect.identity.ProductSignature;
import dev.assay.inspect.identity.Products;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import dev.assay.model.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints rows of {@code build-ids.tsv} for Debian packages whose content does not tell their
 * version. Arguments: a table of source packages and their products, one of how versions are
 * written, one of packages with their control fields, the name of the distribution, and how many
 * files of a source are too many.
 *
 * <p>Of a source that shows its version in any of its packages there are none; of one that shows
 * its product, those files that are known for it; of one that shows nothing, those with most code.
 */
public final class BuildIdRows {
  /** Files of a package whose content shows nothing. */
  private static final int MOST_OF_UNKNOWN = 6;

  /** Bytes of an id, in hex digits, below which it names more than one build. */
  private static final int SHORTEST_ID = 32;

  /** Versions that makers write; others are a packager's. */
  private static final Pattern PLAIN = Pattern.compile("[0-9]+(?:[.-]?[0-9a-z]+){0,6}");

  private final Map<String, String> products;
  private final Conventions conventions;
  private final String distribution;
  private final int most;
  private final Set<String> known =
      Products.standard().all().stream()
          .map(ProductSignature::product)
          .collect(Collectors.toUnmodifiableSet());

  private BuildIdRows(
      Map<String, String> products, Conventions conventions, String distribution, int most) {
    this.products = products;
    this.conventions = conventions;
    this.distribution = distribution;
    this.most = most;
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
            .collect(Collectors.groupingBy(BuildIdRows::build, TreeMap::new, Collectors.toList()));
    BuildIdRows rows =
        new BuildIdRows(
            products, Conventions.read(Path.of(args[1])), args[3], Integer.parseInt(args[4]));
    List.copyOf(bySource.values()).parallelStream()
        .map(packages -> packages.stream().map(Content::of).toList())
        .flatMap(rows::of)
        .toList()
        .forEach(System.out::println);
  }

  /** The packages of one release and architecture are in one folder. */
  private static String build(DebianPackage each) {
    return each.source() + " " + each.file().getParent();
  }

  /** What is in a package. */
  private record Content(DebianPackage where, List<Component> software, Map<String, ElfFacts> elf) {
    static Content of(DebianPackage where) {
      Inspection inspection =
          Inspection.of(
              List.of(new Source.OnHost("deb", where.file())), Limits.DEFAULT, 1, Progress.SILENT);
      Map<String, ElfFacts> elf = new HashMap<>();
      inspection
          .components()
          .forEach(
              each -> {
                if (each.facts() instanceof ProgramFacts program) {
                  each.component().artifacts().forEach(path -> elf.put(path, program.elf()));
                }
              });
      return new Content(
          where,
          inspection.components().stream()
              .map(described -> described.component())
              .filter(component -> component.kind().equals("software"))
              .toList(),
          elf);
    }

    List<Component> of(String product) {
      return software.stream().filter(each -> each.name().equals(product)).toList();
    }
  }

  private Stream<String> of(List<Content> source) {
    DebianPackage first = source.getFirst().where();
    String product = products.getOrDefault(first.source(), first.source());
    boolean told =
        source.stream()
            .flatMap(each -> each.of(product).stream())
            .anyMatch(each -> isRight(first, each.version()));
    if (told || !known.contains(product) || !PLAIN.matcher(first.version()).matches()) {
      return Stream.of();
    }
    boolean shown = source.stream().anyMatch(each -> !each.of(product).isEmpty());
    Set<String> rows = new TreeSet<>();
    source.forEach(each -> rows.addAll(shown ? known(each, product) : largest(each, product)));
    return rows.size() > most ? Stream.of() : rows.stream();
  }

  private boolean isRight(DebianPackage where, String told) {
    return !told.isEmpty()
        && (where.isVersion(told) || conventions.agree(where.source(), told, where.version()));
  }

  private List<String> known(Content content, String product) {
    return content.of(product).stream()
        .flatMap(each -> each.artifacts().stream())
        .filter(content.elf()::containsKey)
        .map(path -> content.elf().get(path))
        .filter(elf -> elf.buildId().length() >= SHORTEST_ID)
        .map(elf -> row(elf, product, content.where()))
        .toList();
  }

  private List<String> largest(Content content, String product) {
    return content.elf().values().stream()
        .filter(elf -> elf.buildId().length() >= SHORTEST_ID)
        .sorted(
            Comparator.comparingLong(ElfFacts::codeSize)
                .reversed()
                .thenComparing(ElfFacts::buildId))
        .limit(MOST_OF_UNKNOWN)
        .map(elf -> row(elf, product, content.where()))
        .toList();
  }

  private String row(ElfFacts elf, String product, DebianPackage where) {
    String file = where.file().getFileName().toString();
    return String.join(
        "\t",
        elf.buildId(),
        product,
        where.version(),
        elf.machine(),
        "" + elf.codeSize(),
        elf.soname().isEmpty() ? "-" : elf.soname(),
        distribution
            + " "
            + file.substring(0, file.length() - ".deb".length())
                .replace('_', ' ')
                .replace("%3a", ":"));
  }
}
