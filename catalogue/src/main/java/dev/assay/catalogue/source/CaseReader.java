package dev.assay.catalogue.source;

import dev.assay.catalogue.cel.BadExpression;
import dev.assay.catalogue.cel.CelEnvironment;
import dev.assay.catalogue.control.Control;
import dev.assay.catalogue.expression.Expr;
import dev.assay.model.Severity;
import dev.assay.model.TestCase;
import dev.assay.model.requirement.Requirements;
import dev.assay.model.weakness.Weaknesses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one test case, single or of a row of its family's table. */
final class CaseReader {
  private static final List<String> COMMON =
      List.of(
          "title",
          "component",
          "applies",
          "expect",
          "severity",
          "weakness",
          "because",
          "mitigate",
          "requirements",
          "controls",
          "revision",
          "depth");
  static final int DEEPEST = 1;
  static final int SHALLOWEST = 4;

  private final Context context;
  private final Fields fields;
  private final Template template;
  private final Set<String> columns;
  private final Mistakes mistakes;

  CaseReader(
      Context context, Fields fields, Template template, Set<String> columns, Mistakes mistakes) {
    this.context = context;
    this.fields = fields;
    this.template = template;
    this.columns = columns;
    this.mistakes = mistakes;
  }

  /** Notes keys that no test case has. */
  static void checkKeys(Fields fields, List<String> own) {
    List<String> known = new ArrayList<>(own);
    known.addAll(COMMON);
    fields.only(known, "a test case");
  }

  /**
   * The case, empty where a mistake was noted.
   *
   * @param family id pattern of the family, empty for a single case
   */
  Optional<Definition> read(String id, String family) {
    int before = mistakes.count();
    String component = needed("component");
    if (!component.isEmpty() && !context.kinds().contains(component)) {
      mistakes.add(
          fields.at("component"),
          "there is no kind of component `" + component + "`; known are " + context.kinds());
    }
    Expression applies = expression("applies", component, fields.text("applies", "true"));
    Expression expect = expression("expect", component, fields.needed("expect"));
    TestCase meta =
        new TestCase(
            id,
            number("revision", 1, 1, Integer.MAX_VALUE),
            family,
            needed("title"),
            component,
            applies.text(),
            expect.text(),
            severity(),
            weakness(),
            needed("because"),
            needed("mitigate"),
            requirements(),
            number("depth", SHALLOWEST, DEEPEST, SHALLOWEST));
    List<Control> fails = controls("fails");
    List<Control> passes = controls("passes");
    List<Control> inconclusive = controls("inconclusive");
    for (String column : template.missing()) {
      mistakes.add(fields.node(), "the table has no column `" + column + "`; it has " + columns);
    }
    if (mistakes.count() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Definition(
            meta,
            applies.expr(),
            expect.expr(),
            fails,
            passes,
            inconclusive,
            mistakes.file(),
            Mistakes.line(fields.node())));
  }

  private String needed(String key) {
    return template.fill(fields.needed(key)).strip();
  }

  private record Expression(String text, Expr expr) {}

  private Expression expression(String key, String component, String source) {
    String text = template.fill(source).strip();
    Expr nothing = new Expr.Constant(false);
    if (text.isEmpty() || !context.kinds().contains(component)) {
      return new Expression(text, nothing); // the mistake is noted where it was made
    }
    try {
      CelEnvironment.Checked checked = context.check(component, columns, text);
      return new Expression(RowText.fill(text, template.row()), checked.bind(template.row()));
    } catch (BadExpression e) {
      mistakes.add(fields.at(key), "`" + key + "` cannot be compiled: " + e.getMessage());
      return new Expression(text, nothing);
    }
  }

  private Severity severity() {
    String word = needed("severity");
    try {
      return Severity.of(word);
    } catch (IllegalArgumentException e) {
      if (!word.isEmpty()) {
        mistakes.add(fields.at("severity"), String.valueOf(e.getMessage()));
      }
      return Severity.INFO;
    }
  }

  private String weakness() {
    String id = needed("weakness");
    if (!id.isEmpty() && Weaknesses.find(id).isEmpty()) {
      mistakes.add(fields.at("weakness"), "there is no weakness `" + id + "`; one is `CWE-798`");
    }
    return id;
  }

  private int number(String key, int otherwise, int least, int most) {
    String text = template.fill(fields.text(key, String.valueOf(otherwise)));
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    String range = most == Integer.MAX_VALUE ? "from " + least : least + " to " + most;
    mistakes.add(
        fields.at(key), "expected a number " + range + " for `" + key + "`, found `" + text + "`");
    return otherwise;
  }

  private List<String> requirements() {
    List<String> ids =
        fields.texts("requirements").stream()
            .map(template::fill)
            .flatMap(text -> List.of(text.strip().split("\\s+")).stream())
            .filter(id -> !id.isEmpty())
            .distinct()
            .toList();
    if (ids.isEmpty()) {
      mistakes.add(fields.at("requirements"), "a test case has at least one requirement");
    }
    for (String id : ids) {
      if (Requirements.find(id).isEmpty()) {
        mistakes.add(
            fields.at("requirements"),
            "there is no requirement `" + id + "`; known standards are " + prefixes());
      }
    }
    return ids;
  }

  private static List<String> prefixes() {
    return Requirements.standards().stream().map(standard -> standard.prefix() + "…").toList();
  }

  /** One control or a list of them. */
  private List<Control> controls(String which) {
    Optional<Node> controls = fields.find("controls");
    if (controls.isEmpty()) {
      if (which.equals("fails")) {
        mistakes.add(fields.node(), "missing `controls`");
      }
      return List.of();
    }
    Mistakes quiet = which.equals("fails") ? mistakes : new Mistakes(mistakes.file());
    Fields both = Fields.of(controls.get(), "controls `fails` and `passes`", quiet);
    if (which.equals("fails")) {
      both.only(List.of("fails", "passes", "inconclusive"), "controls");
    }
    List<Node> nodes =
        both.find(which)
            .map(node -> node instanceof SequenceNode list ? list.getValue() : List.of(node))
            .orElse(List.of());
    if (nodes.isEmpty() && !which.equals("inconclusive")) {
      mistakes.add(both.node(), "missing the control `" + which + "`");
    }
    ControlReader reader = new ControlReader(context.forges(), template, mistakes);
    return nodes.stream().map(reader::read).toList();
  }
}
