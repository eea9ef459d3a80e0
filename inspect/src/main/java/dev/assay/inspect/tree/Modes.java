package dev.assay.inspect.tree;

import dev.assay.formats.zip.AndroidPackage;
import dev.assay.formats.zip.Jar;
import dev.assay.model.Evidence;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who may read or change a file, by the bits for others and the directories above it. */
public final class Modes {
  /** Why nothing tells who may change a file. */
  public static final String UNKNOWN = "the container stores no file modes, or none that stay";

  /** npm gives all files modes of its own where it installs what its {@code pack} made. */
  private static final String NPM_PACKAGE = "package/package.json";

  /** Whose files Android lets nobody change, wherever it installs them. */
  private static final String APP = new AndroidPackage().type();

  /** Archives that are run as they are, whatever modes their writer notes in them. */
  private static final Set<String> RUN_AS_THEY_ARE = Set.of(new Jar().type(), APP);

  private Modes() {}

  /** Whether a root is an archive that nobody unpacks to run what is in it. */
  public static boolean isRunAsItIs(Root root) {
    return root.opened().filter(file -> RUN_AS_THEY_ARE.contains(file.type())).isPresent();
  }

  /**
   * The file whose mode decides who may change another: itself or, where its archive stores no
   * modes, the innermost around it that has one; of what is run as it is, the archive and what that
   * is in. Empty where none has a mode, or modes do not stay.
   */
  public static Optional<Node> deciding(Root root, Node node) {
    if (root.opened().filter(file -> file.type().equals(APP)).isPresent()) {
      return root.opened();
    }
    if (root.opened().isPresent() && root.entry(NPM_PACKAGE).isPresent()) {
      return Optional.empty();
    }
    Stream<Node> own = isRunAsItIs(root) ? Stream.empty() : Stream.of(node);
    return Stream.concat(own, root.around(node).stream())
        .filter(each -> each.mode() != 0)
        .findFirst();
  }

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
