package dev.assay.inspect;

import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import java.util.List;

/**
 * Finds the components of some kinds in one root file system. Called once per {@link Root}, after
 * all contents were analysed; must not depend on other roots or keep state.
 */
public interface Inspector {
  /** Kinds of component this inspector finds. */
  List<Kind<?>> kinds();

  /**
   * Which files' bytes it reads, as patterns that match the end of a path at a segment: {@code
   * etc/passwd}, {@code etc/ssh/sshd_config.d/*.conf}, {@code *.service}. {@code *} stands for any
   * run of characters within a segment. Only these can be read through {@link Root#file}. None
   * unless it says so: what contents tell needs no bytes.
   */
  default List<String> reads() {
    return List.of();
  }

  void inspect(Root root, Findings findings);

  /** What it is called where it failed. */
  default String name() {
    return getClass().getName();
  }
}
