package dev.assay.inspect.support;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import dev.assay.model.RiskSigns.Exposure;
import dev.assay.model.RiskSigns.Privilege;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Finds the declared support period. */
public final class SupportPeriodInspector implements Inspector {
  public static final Kind<SupportPeriodFacts> KIND =
      Kind.of("support-period", SupportPeriodFacts.class, "Declared support period");

  /** Name of the part of a product that declares it. */
  public static final String FILE = "support-period.yaml";

  private static final String KEY = "until:";

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return List.of(FILE);
  }

  @Override
  public void inspect(Root root, Findings findings) {
    root.file(FILE).ifPresent(file -> describe(file, findings));
  }

  private static void describe(SourceFile file, Findings findings) {
    Draft draft =
        findings
            .component(KIND, file.path(), "support period")
            .artifact(file.node())
            .signs(inert());
    Optional<Line> declared =
        file.lines().stream().filter(line -> line.text().startsWith(KEY)).findFirst();
    draft.seen("until", declared.map(file::at).orElseGet(() -> file.whole("no line `until: DAY`")));
    draft.facts(new SupportPeriodFacts(declared.flatMap(SupportPeriodInspector::day).orElse("")));
  }

  private static Optional<String> day(Line line) {
    String text = line.text().substring(KEY.length()).strip().replace("\"", "");
    try {
      return Optional.of(LocalDate.parse(text).toString());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static RiskSigns inert() {
    return RiskSigns.UNKNOWN
        .withExposure(Exposure.NONE, "a statement, not a program")
        .withSurface(0, 0, "a statement, not a program")
        .withMemoryUnsafe(false, "a statement, not a program")
        .withParsesInput(false, "a statement, not a program")
        .withPrivilege(Privilege.USER, "a statement, not a program");
  }
}
