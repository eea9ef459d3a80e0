package dev.assay.inspect.placement;

import dev.assay.formats.EntryType;
import dev.assay.formats.elf.ElfFile;
import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Modes;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * One component for each root file system whose members have modes; an archive of objects, sources
 * or classes is none.
 */
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
    return List.of("etc/passwd", "etc/group");
  }

  @Override
  public void inspect(Root root, Findings findings) {
    if (Modes.isRunAsItIs(root)) {
      return;
    }
    List<Node> nodes =
        root.nodes().stream()
            .filter(node -> !node.inRoot().contains("!/") && !node.inRoot().isEmpty())
            .toList();
    if (nodes.stream().noneMatch(Places::isInSystemFolder)
        || nodes.stream().noneMatch(node -> node.mode() != 0)) {
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
                paths(draft, "leftovers", nodes, FileSystemInspector::isLeftover),
                granted(draft, nodes),
                paths(
                    draft,
                    "setuidWritable",
                    nodes,
                    n -> Places.runsAsAnother(n) && Places.loose(n)),
                paths(
                    draft,
                    "setuidOddPlaces",
                    nodes,
                    n -> Places.runsAsAnother(n) && Places.isOddForSetuid(n)),
                strangers(draft, "unknownUsers", root, "etc/passwd", nodes, n -> n.owner().uid()),
                strangers(draft, "unknownGroups", root, "etc/group", nodes, n -> n.owner().gid()),
                owned(
                    draft,
                    "groupWritablePrograms",
                    nodes,
                    n -> Places.isProgram(n) && Places.groupMayWrite(n)),
                owned(
                    draft,
                    "groupWritableSettings",
                    nodes,
                    n -> Places.isSetting(n) && Places.groupMayWrite(n)),
                owned(
                    draft,
                    "foreignPrograms",
                    nodes,
                    n -> Places.isProgram(n) && !Places.runsAsAnother(n) && n.owner().uid() != 0),
                owned(
                    draft,
                    "looseSearched",
                    nodes,
                    n -> Places.isSearched(n) && Places.groupMayWrite(n)),
                paths(draft, "shadowCopiesReadable", nodes, Places::isOpenShadowCopy),
                paths(draft, "openKeyFolders", nodes, Places::isOpenKeyFolder),
                paths(draft, "openHostKeys", nodes, Places::isOpenHostKey),
                owned(draft, "looseCron", nodes, n -> Places.isCron(n) && Places.loose(n)),
                owned(
                    draft,
                    "looseAccountFiles",
                    nodes,
                    n -> Places.isAccountFile(n) && Places.loose(n)),
                owned(draft, "looseBootFiles", nodes, n -> Places.isBootFile(n) && Places.loose(n)),
                paths(draft, "openHomes", nodes, n -> Places.isHome(n) && (n.mode() & 07) != 0),
                paths(
                    draft,
                    "openRootHome",
                    nodes,
                    n -> Places.isRootsHome(n) && (n.mode() & 07) != 0),
                paths(draft, "openDevices", nodes, Places::isOpenDevice),
                paths(draft, "linksOut", nodes, Places::leavesTheRoot),
                paths(
                    draft,
                    "linksToShared",
                    nodes,
                    n -> Places.pointsIntoSharedPlace(n) && !root.exists(n.inRoot())),
                paths(draft, "hidden", nodes, Places::isHidden),
                paths(draft, "filesInDev", nodes, Places::isFileInDev),
                paths(draft, "oldSettings", nodes, Places::isOldSetting),
                paths(draft, "buildLeftovers", nodes, Places::isBuildLeftover),
                paths(draft, "trustFiles", nodes, Places::isTrustFile),
                paths(draft, "preload", nodes, Places::isPreload),
                paths(draft, "shippedLogs", nodes, Places::isShippedLog),
                tools(draft, nodes)));
  }

  private static List<FileSystemFacts.Granted> granted(Draft draft, List<Node> nodes) {
    List<FileSystemFacts.Granted> granted = new ArrayList<>();
    for (Node node : nodes) {
      byte[] attribute = node.xattrs().get("security.capability");
      if (attribute == null) {
        continue;
      }
      List<String> names = Capabilities.permitted(attribute);
      if (!Capabilities.readable(attribute)) {
        draft.unknown("granted", node.inRoot() + " has capabilities of an unknown revision");
      }
      draft.seen("granted[" + granted.size() + "]", node.whole(String.join(",", names)));
      granted.add(new FileSystemFacts.Granted(node.inRoot(), names));
    }
    return List.copyOf(granted);
  }

  /** Nodes of an id that the third column of a file does not name. */
  private static List<String> strangers(
      Draft draft, String fact, Root root, String file, List<Node> nodes, ToIntFunction<Node> id) {
    Set<String> known = new HashSet<>();
    root.file(file).stream()
        .flatMap(source -> source.lines().stream())
        .map(line -> line.text().split(":", -1))
        .filter(columns -> columns.length > 3)
        .forEach(columns -> known.add(columns[2].strip()));
    if (known.isEmpty()) {
      draft.unknown(fact, file + " is absent or names nobody");
      return List.of();
    }
    return owned(
        draft, fact, nodes, node -> !known.contains(Integer.toUnsignedString(id.applyAsInt(node))));
  }

  /** As {@link #paths}, for facts that hang on owners. */
  private static List<String> owned(
      Draft draft, String fact, List<Node> nodes, Predicate<Node> wanted) {
    // A copy made by a builder without rights has his id everywhere, which is not the product's.
    if (nodes.stream().noneMatch(node -> node.owner().uid() == 0)) {
      draft.unknown(fact, "no file belongs to root, so the owners are not those of the product");
      return List.of();
    }
    return paths(draft, fact, nodes, wanted);
  }

  private static List<String> tools(Draft draft, List<Node> nodes) {
    List<String> names = new ArrayList<>();
    for (Node node : nodes) {
      if (Places.isTool(node)) {
        draft.seen("tools[" + names.size() + "]", node.whole(node.name()));
        names.add(node.name());
      }
    }
    return List.copyOf(names);
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
