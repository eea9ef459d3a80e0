package dev.assay.inspect;

import dev.assay.model.Described;
import dev.assay.model.Kind;

/** Takes the components an inspector finds. */
public interface Findings {
  void add(Described component);

  /**
   * Starts the description of a component; {@link Draft#facts} ends it and adds it here.
   *
   * @param where path of the artifact that identifies it, from {@link
   *     dev.assay.inspect.tree.Node#path()}; with {@code #part} appended where one artifact holds
   *     several
   */
  default Draft component(Kind<?> kind, String where, String name) {
    return new Draft(this, kind, where, name);
  }
}
