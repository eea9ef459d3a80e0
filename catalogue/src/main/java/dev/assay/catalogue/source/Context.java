package dev.assay.catalogue.source;

import dev.assay.catalogue.cel.BadExpression;
import dev.assay.catalogue.cel.CelEnvironment;
import dev.assay.model.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What case files may refer to, and the expressions already checked. */
final class Context {
  private final Map<String, Kind<?>> kinds = new TreeMap<>();
  private final Set<String> forges;
  private final Map<Scope, CelEnvironment> environments = new HashMap<>();
  private final Map<Source, CelEnvironment.Checked> checked = new HashMap<>();

  /** The names an expression may use. */
  private record Scope(String kind, Set<String> columns) {}

  private record Source(Scope scope, String text) {}

  Context(Collection<Kind<?>> kinds, Collection<String> forges) {
    kinds.forEach(kind -> this.kinds.put(kind.name(), kind));
    this.forges = new TreeSet<>(forges);
  }

  Set<String> kinds() {
    return kinds.keySet();
  }

  Set<String> forges() {
    return forges;
  }

  /** A checked expression over facts of a kind that exists; each text is checked once per scope. */
  CelEnvironment.Checked check(String kind, Set<String> columns, String text) throws BadExpression {
    Scope scope = new Scope(kind, Set.copyOf(columns));
    Source source = new Source(scope, text);
    CelEnvironment.Checked known = checked.get(source);
    if (known == null) {
      known = environment(scope).check(text);
      checked.put(source, known);
    }
    return known;
  }

  private CelEnvironment environment(Scope scope) throws BadExpression {
    CelEnvironment known = environments.get(scope);
    if (known != null) {
      return known;
    }
    Kind<?> kind = kinds.get(scope.kind());
    if (kind == null) {
      throw new BadExpression("there is no kind `" + scope.kind() + "`");
    }
    try {
      CelEnvironment made = CelEnvironment.of(kind, scope.columns());
      environments.put(scope, made);
      return made;
    } catch (IllegalArgumentException e) {
      throw new BadExpression("facts of " + kind.name() + " cannot be used: " + e.getMessage());
    }
  }
}
