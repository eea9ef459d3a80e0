package dev.assay.catalogue.identity;

import dev.assay.catalogue.source.CatalogueFiles;
import dev.assay.catalogue.source.Definition;
import dev.assay.model.CaseIdentity;
import dev.assay.model.Measured;
import dev.assay.model.Measured.Tried;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What was measured of test cases, by the digest of the case. */
public final class Measurements {
  private static final String FILE = CatalogueFiles.MEASURED;

  private static final List<String> COLUMNS =
      List.of(
          "test",
          "digest",
          "on",
          "flawed",
          "missed",
          "sound",
          "alarms",
          "clean",
          "clean-alarms",
          "alterations",
          "unnoticed");
  private static final Pattern LINE =
      Pattern.compile("[^,\\s]+,[0-9a-f]{64},[0-9]{4}-[0-9]{2}-[0-9]{2}(,[0-9]{1,7}){8}");

  private final Map<String, Measured> byDigest;

  private Measurements(Map<String, Measured> byDigest) {
    this.byDigest = Map.copyOf(byDigest);
  }

  public static Measurements none() {
    return new Measurements(Map.of());
  }

  /**
   * Those of a catalogue; none where it has no such file.
   *
   * @throws IllegalArgumentException naming the line that is none
   */
  public static Measurements of(CatalogueFiles files) {
    return files.text(FILE).map(Measurements::read).orElseGet(Measurements::none);
  }

  private static Measurements read(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(String.join(",", COLUMNS))) {
      throw new IllegalArgumentException(
          FILE + " line 1: expected the columns " + String.join(",", COLUMNS));
    }
    Map<String, Measured> byDigest = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!LINE.matcher(lines.get(i)).matches()) {
        throw new IllegalArgumentException(
            FILE + " line " + (i + 1) + ": `" + lines.get(i) + "` is no measurement of a case");
      }
      List<String> cells = List.of(lines.get(i).split(","));
      try {
        byDigest.put(cells.get(1), measured(cells));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(FILE + " line " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    return new Measurements(byDigest);
  }

  private static Measured measured(List<String> cells) {
    List<Tried> tried =
        IntStream.iterate(3, at -> at < COLUMNS.size(), at -> at + 2)
            .mapToObj(at -> new Tried(number(cells.get(at)), number(cells.get(at + 1))))
            .toList();
    return new Measured(cells.get(2), tried.get(0), tried.get(1), tried.get(2), tried.get(3));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /** By what a case is known, with what was measured of it as it now is. */
  public CaseIdentity identify(Definition definition) {
    String digest = CaseDigest.of(definition);
    return new CaseIdentity(
        definition.meta().id(),
        definition.meta().revision(),
        digest,
        Optional.of(definition.meta().weakness()),
        Optional.ofNullable(byDigest.get(digest)));
  }

  /** The file that says what was measured of cases, by id; the others are left out. */
  public static String text(Collection<CaseIdentity> cases) {
    return cases.stream()
        .sorted(Comparator.comparing(CaseIdentity::test))
        .flatMap(each -> each.measured().map(measured -> line(each, measured)).stream())
        .collect(Collectors.joining("\n", String.join(",", COLUMNS) + "\n", "\n"));
  }

  private static String line(CaseIdentity identity, Measured measured) {
    return Stream.concat(
            Stream.of(identity.test(), identity.digest(), measured.on()),
            Stream.of(measured.flawed(), measured.sound(), measured.clean(), measured.alterations())
                .flatMap(tried -> Stream.of(tried.all(), tried.wrong()))
                .map(String::valueOf))
        .collect(Collectors.joining(","));
  }
}
