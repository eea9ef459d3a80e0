package dev.assay.catalogue.cel;

import dev.assay.catalogue.expression.ComponentField;
import dev.assay.catalogue.expression.Expr;
import dev.assay.model.Kind;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What expressions over one kind of component may say: its facts, {@code component}, and the
 * columns of a family's table.
 */
public final class CelEnvironment {
  static final String ROW = "row";
  static final String COMPONENT = "component";

  private final Kind<?> kind;
  private final CelCompiler compiler;

  private CelEnvironment(Kind<?> kind, CelCompiler compiler) {
    this.kind = kind;
    this.compiler = compiler;
  }

  /**
   * @param columns names of the family's table, empty for single cases
   * @throws IllegalArgumentException if the kind's facts have a type that expressions cannot see
   */
  public static CelEnvironment of(Kind<?> kind, Set<String> columns) {
    FactTypes types = new FactTypes();
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(CelOptions.current().build())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(
                CelExtensions.strings(
                    CelStringExtensions.Function.LOWER_ASCII,
                    CelStringExtensions.Function.UPPER_ASCII))
            .setResultType(SimpleType.BOOL);
    for (RecordComponent fact : kind.facts().getRecordComponents()) {
      if (fact.getName().equals(COMPONENT) || fact.getName().equals(ROW)) {
        throw new IllegalArgumentException(
            "a fact cannot be called `" + fact.getName() + "`: the word has another meaning");
      }
      builder.addVar(fact.getName(), types.of(fact.getGenericType()));
    }
    List<String> fields = Arrays.stream(ComponentField.values()).map(ComponentField::word).toList();
    builder.addVar(COMPONENT, types.texts(COMPONENT, fields));
    if (!columns.isEmpty()) {
      builder.addVar(ROW, types.texts(ROW, new TreeSet<>(columns)));
    }
    return new CelEnvironment(kind, builder.setTypeProvider(types.provider()).build());
  }

  /**
   * Reads and type-checks an expression, which must be of type bool.
   *
   * @throws BadExpression saying where and what was expected
   */
  public Checked check(String source) throws BadExpression {
    try {
      CelAbstractSyntaxTree tree = compiler.compile(source).getAst();
      return new Checked(tree);
    } catch (CelValidationException e) {
      throw new BadExpression(
          e.getErrors().stream().map(this::explain).distinct().collect(Collectors.joining("; ")));
    }
  }

  private String explain(CelIssue issue) {
    String message = issue.getMessage().replace(" (in container '')", "").strip();
    int column = issue.getSourceLocation().getColumn();
    String known =
        message.startsWith("undeclared reference")
            ? "; facts of " + kind.name() + " are " + facts()
            : "";
    return message + " (character " + (column + 1) + known + ")";
  }

  private String facts() {
    return Arrays.stream(kind.facts().getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.joining(", "));
  }

  /** A type-checked expression; its columns still open. */
  public static final class Checked {
    private final CelAbstractSyntaxTree tree;

    private Checked(CelAbstractSyntaxTree tree) {
      this.tree = tree;
    }

    CelAbstractSyntaxTree tree() {
      return tree;
    }

    /**
     * As an expression of ours, the columns replaced by a row's values.
     *
     * @throws BadExpression if it uses a part of CEL that test cases cannot use
     */
    public Expr bind(Map<String, String> row) throws BadExpression {
      return new Translation(tree, row).translate();
    }
  }
}
