package dev.assay.catalogue.cel;

import dev.assay.catalogue.expression.ComponentField;
import dev.assay.model.Described;
import dev.assay.model.Outcome;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** CEL's own evaluator over facts turned into maps: the yardstick that tests hold ours against. */
public final class CelEvaluator {
  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.plannerRuntimeBuilder()
          .addLibraries(
              CelExtensions.strings(
                  CelStringExtensions.Function.LOWER_ASCII,
                  CelStringExtensions.Function.UPPER_ASCII))
          .build();

  private CelEvaluator() {}

  /**
   * PASS for true, FAIL for false, INCONCLUSIVE for an error. Knows nothing of unknown facts: the
   * component must have none.
   *
   * @throws BadExpression if CEL cannot plan the expression
   */
  public static Outcome evaluate(CelEnvironment.Checked expression, Described described)
      throws BadExpression {
    Map<String, Object> variables = record(described.facts());
    Map<String, Object> component = new LinkedHashMap<>();
    for (ComponentField field : ComponentField.values()) {
      component.put(field.word(), field.of(described.component()));
    }
    variables.put("component", component);
    try {
      Object value = RUNTIME.createProgram(expression.tree()).eval(variables);
      return value.equals(true) ? Outcome.PASS : Outcome.FAIL;
    } catch (CelEvaluationException e) {
      return Outcome.INCONCLUSIVE;
    }
  }

  private static Map<String, Object> record(Record record) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        values.put(component.getName(), value(component.getAccessor().invoke(record)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return values;
  }

  private static Object value(Object raw) {
    return switch (raw) {
      case Integer number -> (long) number;
      case Enum<?> constant -> constant.name();
      case Record record -> record(record);
      case Collection<?> collection -> collection.stream().map(CelEvaluator::value).toList();
      case Map<?, ?> map -> {
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((key, each) -> copy.put(key, value(each)));
        yield copy;
      }
      default -> raw;
    };
  }
}
