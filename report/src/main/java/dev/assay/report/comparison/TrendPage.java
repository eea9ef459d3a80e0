package dev.assay.report.comparison;

import dev.assay.evidence.releases.CallSafety;
import dev.assay.evidence.releases.History;
import dev.assay.evidence.releases.Releases;
import dev.assay.evidence.releases.Sprawl;
import dev.assay.evidence.releases.Standing;
import dev.assay.evidence.releases.Trend;
import dev.assay.model.weakness.Weaknesses;
import dev.assay.report.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A product's releases beside each other, as a text. */
public final class TrendPage {
  private static final int ROWS = 500;

  /** How two catalogues are held against each other. */
  private static final String MAPPING =
      "The releases were evaluated with different catalogues. Test cases are mapped by their id, whose meaning never changes; what is new may not have been tested before.";

  /** What a mended failure may have come back as. */
  static final String VARIANTS =
      "New where a failure of the same class of weakness was mended on the same component:";

  private final Trend trend;
  private final List<String> titles;
  private final Document.Builder document = new Document.Builder();

  private TrendPage(Trend trend) {
    this.trend = trend;
    this.titles = titles(trend.releases());
  }

  /** Releases by their titles; with their places where two have the same. */
  private static List<String> titles(List<Trend.Release> releases) {
    List<String> titles = releases.stream().map(Trend.Release::title).toList();
    boolean distinct = Set.copyOf(titles).size() == titles.size();
    return IntStream.range(0, titles.size())
        .mapToObj(i -> distinct ? titles.get(i) : titles.get(i) + " #" + (i + 1))
        .toList();
  }

  public static Document of(Trend trend) {
    TrendPage page = new TrendPage(trend);
    page.verdicts();
    page.open();
    page.calls();
    page.sprawl();
    page.releases();
    return page.document.build(
        "Trend",
        String.join(" → ", page.titles),
        "roots "
            + trend.releases().stream().map(Trend.Release::root).collect(Collectors.joining(", ")));
  }

  /** How test cases of different catalogues were found again. */
  static String mapping(Releases releases) {
    int mapped = releases.mapping().newIds().size();
    return MAPPING + (mapped == 0 ? "" : " " + mapped + " of them by the mapping given.");
  }

  private void verdicts() {
    document.heading(1, "What became of failures");
    document.paragraph(
        trend.verdicts().sameCatalogue()
            ? "All releases were evaluated with the same test cases."
            : mapping(trend.verdicts()));
    standings("Class of weakness", trend.verdicts().byWeakness(), TrendPage::titled);
    standings("Test case", trend.verdicts().byTest(), test -> test);
  }

  private void standings(
      String group, Map<String, Map<Standing, Long>> counts, UnaryOperator<String> title) {
    List<String> head = new ArrayList<>(List.of(group));
    for (Standing standing : Standing.values()) {
      head.add(standing.word());
    }
    Document.TableBuilder table = document.table(5, 2, 2, 2, 2, 2);
    table.row(head.toArray(String[]::new));
    counts.forEach(
        (name, all) -> {
          List<String> row = new ArrayList<>(List.of(title.apply(name)));
          for (Standing standing : Standing.values()) {
            row.add(all.getOrDefault(standing, 0L).toString());
          }
          table.row(row.toArray(String[]::new));
        });
    table.end();
  }

  /** Id and name of a class of weakness. */
  static String titled(String weakness) {
    return weakness.isEmpty() ? "Class of weakness not stated" : Weaknesses.title(weakness);
  }

  private void open() {
    document.heading(2, "New and returned");
    List<History> worse =
        trend.verdicts().histories().stream()
            .filter(
                history ->
                    history.standing().equals(Optional.of(Standing.NEW))
                        || history.standing().equals(Optional.of(Standing.RETURNED)))
            .toList();
    document.bullets(
        worse.stream()
            .limit(ROWS)
            .map(
                history ->
                    history.standing().orElseThrow().word()
                        + ": "
                        + history.test()
                        + " on "
                        + history.component())
            .toList(),
        "None.");
    more(worse.size());
    List<History> variants = trend.verdicts().variants();
    if (!variants.isEmpty()) {
      document.paragraph(VARIANTS);
      document.bullets(
          variants.stream()
              .limit(ROWS)
              .map(
                  history ->
                      history.test()
                          + " on "
                          + history.component()
                          + ", "
                          + titled(history.weakness()))
              .toList(),
          "None.");
      more(variants.size());
    }
  }

  private void calls() {
    document.heading(1, "Functions that copy memory");
    document.paragraph(
        "Imports of programs and libraries, one a file and function: those without a bound, and those that check sizes. How often they are called is not known.");
    Document.TableBuilder table = document.table(3, 2, 2, 2, 5);
    table.row("Release", "Without a bound", "Checked", "Share without a bound", "Which");
    for (int i = 0; i < titles.size(); i++) {
      CallSafety calls = trend.releases().get(i).calls();
      table.row(
          titles.get(i),
          String.valueOf(calls.unbounded()),
          String.valueOf(calls.checked()),
          share(calls) + (calls.unknown() == 0 ? "" : ", " + calls.unknown() + " files unknown"),
          shown(calls.functions()));
    }
    table.end();
  }

  private static String share(CallSafety calls) {
    long all = calls.unbounded() + calls.checked();
    return all == 0
        ? "none"
        : String.format(Locale.ROOT, "%.1f %%", 100d * calls.unbounded() / all);
  }

  private static String shown(Map<String, Long> functions) {
    return functions.entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue())
        .collect(Collectors.joining(", "));
  }

  private void sprawl() {
    document.heading(1, "Copies and versions");
    document.paragraph(
        "Components of which a release has two copies or more, as copies × versions, those with most versions first.");
    document.bullets(trend.sprawl().stream().limit(ROWS).map(TrendPage::line).toList(), "None.");
    more(trend.sprawl().size());
  }

  private static String line(Sprawl sprawl) {
    return sprawl.kind()
        + " "
        + sprawl.name()
        + ": "
        + sprawl.releases().stream().map(TrendPage::copies).collect(Collectors.joining(" → "));
  }

  private static String copies(Optional<Sprawl.Copies> copies) {
    return copies
        .map(
            each ->
                each.count()
                    + " × "
                    + each.versions().size()
                    + " ("
                    + String.join(", ", each.versions())
                    + ")")
        .orElse("none");
  }

  private void releases() {
    document.heading(1, "Releases");
    Document.TableBuilder table = document.table(3, 5, 5);
    table.row("Release", "Root of its evidence", "Catalogue");
    for (int i = 0; i < titles.size(); i++) {
      Trend.Release release = trend.releases().get(i);
      table.row(titles.get(i), release.root(), release.catalogue());
    }
    table.end();
  }

  private void more(int all) {
    if (all > ROWS) {
      document.paragraph("and " + (all - ROWS) + " more; --json has all");
    }
  }
}
