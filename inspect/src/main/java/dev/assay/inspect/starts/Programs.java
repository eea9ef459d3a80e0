package dev.assay.inspect.starts;

import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a program is in a root file system. */
public final class Programs {
  private static final List<String> PATH =
      List.of(
          "sbin/",
          "usr/sbin/",
          "bin/",
          "usr/bin/",
          "usr/local/sbin/",
          "usr/local/bin/",
          "opt/bin/");

  private Programs() {}

  /** The program's file, links followed; a name without path is looked for where shells look. */
  public static Optional<Node> find(Root root, String program) {
    return candidates(program)
        .flatMap(path -> root.node(path).stream())
        .filter(Node::isFile)
        .findFirst();
  }

  /**
   * Whether it is there. Unknown where the directory it belongs in is not in the product either, as
   * when {@code /usr} is a volume of its own.
   */
  public static Answer isPresent(Root root, String program) {
    if (find(root, program).isPresent()) {
      return Answer.YES;
    }
    boolean looked =
        candidates(program)
            .map(path -> path.substring(0, Math.max(0, path.lastIndexOf('/'))))
            .anyMatch(directory -> !root.children(directory).isEmpty());
    return looked ? Answer.NO : Answer.UNKNOWN;
  }

  /**
   * Whether a program that nothing was seen to start stays off: no where the service manager is one
   * whose files were read whole; unknown where a program of the maker's own may start it, or not
   * all was looked at.
   */
  public static Answer startsUnseen(Root root) {
    if (Starts.doubt(root).isPresent()) {
      return Answer.UNKNOWN;
    }
    boolean read =
        Stream.of("lib/systemd/systemd", "usr/lib/systemd/systemd", "etc/runlevels", "etc/rc2.d")
                .anyMatch(root::exists)
            || root.isDirectory("etc/runlevels")
            || root.isDirectory("etc/rc2.d")
            || root.exists("etc/openwrt_release");
    return read ? Answer.NO : Answer.UNKNOWN;
  }

  private static Stream<String> candidates(String program) {
    if (program.startsWith("/")) {
      return Stream.of(program);
    }
    return program.isEmpty() || program.contains("/")
        ? Stream.empty()
        : PATH.stream().map(directory -> directory + program);
  }
}
