package dev.assay.inspect;

import dev.assay.inspect.fault.Unexamined;
import dev.assay.inspect.tree.Node;
import dev.assay.model.Described;
import dev.assay.model.Kind;
import dev.assay.model.Problem;

/** Takes the components an inspector finds, and what it could not read. */
public interface Findings {
  void add(Described component);

  /**
   * Takes what is wrong with a file that has a meaning where it stands, such as a lock file that is
   * no JSON. What it was to tell is missing, so the file becomes opaque.
   */
  void problem(Node file, Problem problem);

  /**
   * Tells that there are more components of a kind than are described. Every test case of the kind
   * is INCONCLUSIVE on what stands for them.
   *
   * @param place path of the artifact in which they are
   */
  default void more(Kind<?> kind, String place, String why) {
    add(Unexamined.of(kind, place, "more", why));
  }

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
