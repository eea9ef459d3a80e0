package dev.assay.inspect.web;

import dev.assay.model.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * A block of nginx's configuration within its surroundings. Most directives are inherited from the
 * level above unless the level itself has one of the same name; then none of them are.
 */
record Scope(Optional<Scope> parent, Directive opener, List<Directive> settings) {
  static Scope top(List<Directive> settings, Evidence where) {
    return new Scope(Optional.empty(), new Directive("main", List.of(), settings, where), settings);
  }

  Scope below(Directive block) {
    return new Scope(Optional.of(this), block, block.block());
  }

  boolean is(String block) {
    return opener.is(block);
  }

  /** Directives of a name on this level alone. */
  List<Directive> own(String name) {
    return Directive.every(settings, name);
  }

  boolean has(String name) {
    return settings.stream().anyMatch(setting -> setting.is(name));
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
