package dev.assay.inspect;

import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;

/**
 * Describes the files of a root one by one, by what their contents told.
 *
 * @param <F> facts of a {@link ContentInspector}
 */
public abstract class FactsInspector<F extends Record> implements Inspector {
  private final Class<F> facts;

  protected FactsInspector(Class<F> facts) {
    this.facts = facts;
  }

  @Override
  public final void inspect(Root root, Findings findings) {
    for (Node node : root.nodes()) {
      node.facts(facts).ifPresent(found -> describe(root, node, found, findings));
    }
  }

  /** Called once for each file whose content has such facts, in order of path. */
  protected abstract void describe(Root root, Node node, F facts, Findings findings);
}
