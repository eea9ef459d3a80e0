package dev.assay.inspect.placement;

import dev.assay.formats.EntryType;
import dev.assay.formats.elf.ElfFile;
import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** One component for each root file system whose members have modes. */
public final class FileSystemInspector implements Inspector {
  public static final Kind<FileSystemFacts> KIND =
      Kind.of("file-system", FileSystemFacts.class, "File system");

  private static final Set<String> LEFTOVERS =
      Set.of(".git", ".svn", ".hg", ".bash_history", ".ash_history", ".sh_history", ".viminfo");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return List.of();
  }

  @Override
  public void inspect(Root root, Findings findings) {
    List<Node> nodes =
        root.nodes().stream()
            .filter(node -> !node.inRoot().contains("!/") && !node.inRoot().isEmpty())
            .toList();
    if (nodes.stream().noneMatch(node -> node.mode() != 0)) {
      return;
    }
    Draft draft = findings.component(KIND, root.path(), "file system").artifact(nodes.getFirst());
    draft
        .signs(
            RiskSigns.UNKNOWN
                .withExposure(RiskSigns.Exposure.NONE, "rights, not a program")
                .withSurface(0, 0, "rights, not a program")
                .withMemoryUnsafe(false, "rights, not a program")
                .withParsesInput(false, "rights, not a program")
                .withPrivilege(RiskSigns.Privilege.FULL, "decides who may change what"))
        .facts(
            new FileSystemFacts(
                paths(draft, "setuid", nodes, n -> n.isFile() && (n.mode() & 04000) != 0),
                paths(draft, "setgid", nodes, n -> n.isFile() && (n.mode() & 02000) != 0),
                paths(
                    draft,
                    "capabilities",
                    nodes,
                    n -> n.xattrs().containsKey("security.capability")),
                paths(draft, "worldWritableFiles", nodes, n -> n.isFile() && (n.mode() & 02) != 0),
                paths(
                    draft,
                    "openDirectories",
                    nodes,
                    n -> n.isDirectory() && (n.mode() & 02) != 0 && (n.mode() & 01000) == 0),
                paths(draft, "devicesOutsideDev", nodes, FileSystemInspector::isStrayDevice),
                paths(draft, "coreDumps", nodes, n -> n.type().equals(ElfFile.CORE_DUMP)),
                paths(draft, "leftovers", nodes, FileSystemInspector::isLeftover)));
  }

  private static boolean isStrayDevice(Node node) {
    boolean device =
        node.entryType() == EntryType.BLOCK_DEVICE
            || node.entryType() == EntryType.CHARACTER_DEVICE;
    return device && !node.inRoot().startsWith("dev/");
  }

  private static boolean isLeftover(Node node) {
    boolean backup =
        node.inRoot().startsWith("etc/")
            && (node.name().endsWith("~") || node.name().endsWith(".swp"));
    return backup || LEFTOVERS.contains(node.name());
  }

  private static List<String> paths(
      Draft draft, String fact, List<Node> nodes, Predicate<Node> wanted) {
    List<String> paths = new ArrayList<>();
    for (Node node : nodes) {
      if (wanted.test(node)) {
        String mode = "mode " + Integer.toOctalString(node.mode()) + ", owner " + node.owner();
        draft.seen(fact + "[" + paths.size() + "]", node.whole(mode));
        paths.add(node.inRoot());
      }
    }
    return List.copyOf(paths);
  }
}
