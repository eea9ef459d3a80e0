package dev.assay.inspect.tree;

import dev.assay.model.Evidence;
import java.util.Locale;
import java.util.Optional;

/** Who may read or change a file, by the bits for others and the directories above it. */
public final class Modes {
  private Modes() {}

  /** Mode and owner of a file as evidence. */
  public static Evidence evidence(Node node) {
    return node.whole(
        String.format(
            Locale.ROOT,
            "mode %04o, owner %d:%d",
            node.mode(),
            node.owner().uid(),
            node.owner().gid()));
  }

  /** Whether every account may change the file. */
  public static boolean writableByAll(Node node) {
    return !node.isLink() && (node.mode() & 0002) != 0;
  }

  /** Whether every account may read the file: its own bit, and the way to it. */
  public static boolean readableByAll(Root root, Node node) {
    if ((node.mode() & 0004) == 0) {
      return false;
    }
    String at = node.inRoot();
    while (at.contains("/")) {
      at = at.substring(0, at.lastIndexOf('/'));
      Optional<Node> directory = root.entry(at);
      if (directory.filter(Node::isDirectory).filter(d -> (d.mode() & 0001) == 0).isPresent()) {
        return false;
      }
    }
    return true;
  }
}
