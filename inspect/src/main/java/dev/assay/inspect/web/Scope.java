package dev.assay.inspect.web;

import dev.assay.model.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A block of nginx's configuration within its surroundings. Most directives are inherited from the
 * level above unless the level itself has one of the same name; then none of them are.
 */
final class Scope {
  private final Optional<Scope> parent;
  private final Directive opener;
  private final Map<String, List<Directive>> byName;

  private Scope(Optional<Scope> parent, Directive opener) {
    this.parent = parent;
    this.opener = opener;
    this.byName = opener.block().stream().collect(Collectors.groupingBy(Directive::name));
  }

  static Scope top(List<Directive> settings, Evidence where) {
    return new Scope(Optional.empty(), new Directive("main", List.of(), settings, where));
  }

  Scope below(Directive block) {
    return new Scope(Optional.of(this), block);
  }

  Optional<Scope> parent() {
    return parent;
  }

  Directive opener() {
    return opener;
  }

  List<Directive> settings() {
    return opener.block();
  }

  boolean is(String block) {
    return opener.is(block);
  }

  /** Directives of a name on this level alone. */
  List<Directive> own(String name) {
    return byName.getOrDefault(name, List.of());
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  /** Directives of a name on the nearest level that has any. */
  List<Directive> all(String name) {
    List<Directive> own = own(name);
    return own.isEmpty() && parent.isPresent() ? parent.get().all(name) : own;
  }

  /** The one that holds. */
  Optional<Directive> get(String name) {
    List<Directive> all = all(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  boolean on(String name) {
    return get(name).filter(Directive::isOn).isPresent();
  }
}
