package dev.assay.catalogue.cel;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Chooses lines of evidence by an expression over their file, number and fields. */
public final class LineFilter {
  private static final String FILE = "file";
  private static final String NUMBER = "number";

  private final CelRuntime.Program program;
  private final Map<String, Object> empty;

  private LineFilter(CelRuntime.Program program, Map<String, Object> empty) {
    this.program = program;
    this.empty = Map.copyOf(empty);
  }

  /**
   * Compiles an expression of type bool.
   *
   * @param fields names of variables that hold text
   * @throws BadExpression saying where it is wrong and which names there are
   */
  public static LineFilter of(String expression, Collection<String> fields) throws BadExpression {
    CelCompilerBuilder compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar(FILE, SimpleType.STRING)
            .addVar(NUMBER, SimpleType.INT)
            .setResultType(SimpleType.BOOL);
    Map<String, Object> empty = new HashMap<>();
    for (String field : fields) {
      compiler.addVar(field, SimpleType.STRING);
      empty.put(field, "");
    }
    try {
      return new LineFilter(
          CelRuntimeFactory.plannerRuntimeBuilder()
              .build()
              .createProgram(compiler.build().compile(expression).getAst()),
          empty);
    } catch (CelValidationException e) {
      throw new BadExpression(
          e.getErrors().getFirst().getMessage()
              + "; names are file, number, "
              + String.join(", ", new TreeSet<>(fields)));
    } catch (CelEvaluationException e) {
      throw new BadExpression(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Whether the expression holds for a line.
   *
   * @param number of the line in its file, from 1
   */
  public boolean takes(String file, long number, Map<String, String> fields) {
    Map<String, Object> variables = new HashMap<>(empty);
    variables.putAll(fields);
    variables.put(FILE, file);
    variables.put(NUMBER, number);
    try {
      return program.eval(variables).equals(true);
    } catch (CelEvaluationException e) {
      return false;
    }
  }
}
