package dev.assay.inspect.scan;

import dev.assay.formats.EntryType;
import dev.assay.formats.kernel.CompressedKernel;
import dev.assay.inspect.tree.Analysis;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Owner;
import dev.assay.model.Problem;
import dev.assay.model.Product;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lays out what was read as one tree, in order of path, and cuts it into roots. */
final class Assembly {
  private final Map<String, Analysis> analyses;
  private final Map<String, List<Member>> members;
  private final Map<String, String> placed = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<RootDraft> roots = new ArrayList<>();

  /**
   * @param opened whether the nodes are what was found in the file at {@code path}, rather than
   *     this file itself or what lies in a directory
   */
  private record RootDraft(String path, boolean opened, List<Node> nodes) {
    RootDraft(String path, boolean opened) {
      this(path, opened, new ArrayList<>());
    }

    List<Root> split(Optional<Root.Opened> file) {
      return RootFinder.split(path, nodes).stream()
          .map(root -> opened && root.path().equals(path) ? root.in(file.orElseThrow()) : root)
          .toList();
    }
  }

  private Assembly(Map<String, Analysis> analyses, Map<String, List<Member>> members) {
    this.analyses = analyses;
    this.members = members;
  }

  static Scanned of(
      List<Source> sources,
      List<Member> tops,
      Map<String, Analysis> analyses,
      Map<String, List<Member>> members,
      Limits limits) {
    Assembly assembly = new Assembly(analyses, members);
    List<Product.Image> images = new ArrayList<>();
    List<Member> ordered = tops.stream().sorted(Comparator.comparing(top -> top.path)).toList();
    for (Member top : ordered) {
      images.add(assembly.image(top));
    }
    assembly.nodes.sort(Comparator.comparing(Node::path));
    return new Scanned(images, List.copyOf(assembly.nodes), assembly.finished());
  }

  /** In order of path; what was opened lies in a root before those that it gives. */
  private List<Root> finished() {
    Set<String> containers = new HashSet<>();
    roots.stream().filter(RootDraft::opened).map(RootDraft::path).forEach(containers::add);
    Map<String, Root.Opened> opened = new HashMap<>();
    List<Root> finished = new ArrayList<>();
    for (RootDraft draft : roots) {
      for (Root root : draft.split(Optional.ofNullable(opened.get(draft.path())))) {
        finished.add(root);
        root.nodes().stream()
            .filter(node -> containers.contains(node.path()))
            .forEach(node -> opened.putIfAbsent(node.path(), new Root.Opened(root, node)));
      }
    }
    finished.sort(Comparator.comparing(Root::path));
    return List.copyOf(finished);
  }

  private Product.Image image(Member top) {
    RootDraft own = new RootDraft(top.path, false);
    Analysis analysis = analyses.getOrDefault(top.content, Analysis.none("inode/directory"));
    if (top.entry.entryType() == EntryType.DIRECTORY) {
      roots.add(own);
      node(top, top.path, "", analysis, List.of(), new ArrayList<>());
      membersOf(top.content, top.path + "/", "", own, new HashSet<>());
      return new Product.Image(top.path, TreeDigest.of(own.nodes()), TreeDigest.size(own.nodes()));
    }
    roots.add(own);
    place(top, top.path, top.path, own, new HashSet<>(), new ArrayList<>());
    return new Product.Image(top.path, analysis.sha256(), analysis.size());
  }

  private void membersOf(
      String container, String prefix, String inRoot, RootDraft root, Set<String> within) {
    List<Member> all = members.getOrDefault(container, List.of());
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      last.put(all.get(i).path, i);
    }
    for (int i = 0; i < all.size(); i++) {
      Member member = all.get(i);
      String path = member.path;
      List<Problem> extra = new ArrayList<>();
      if (last.getOrDefault(path, i) != i && member.entry.entryType() != EntryType.DIRECTORY) {
        extra.add(
            new Problem(
                "path.duplicate", -1, "an earlier member of the same name; the last one counts"));
        path = path + "#" + i;
      } else if (last.getOrDefault(path, i) != i
          || path.isEmpty() && member.entry.entryType() == EntryType.DIRECTORY) {
        continue;
      }
      place(member, prefix + path, inRoot + path, root, within, extra);
    }
  }

  private void place(
      Member member,
      String path,
      String inRoot,
      RootDraft root,
      Set<String> within,
      List<Problem> extra) {
    Analysis analysis =
        member.content.isEmpty()
            ? Analysis.none(member.entry.entryType().mediaType())
            : analyses.getOrDefault(member.content, Analysis.none(Sniffer.EMPTY));
    boolean open = analysis.opened();
    String before = open ? placed.putIfAbsent(member.content, path) : null;
    if (within.contains(member.content)) {
      extra.add(new Problem("container.contains-itself", -1, "contains itself; not opened again"));
    } else if (before != null) {
      extra.add(
          new Problem(
              "container.repeated",
              -1,
              "same content as `" + before + "`; its members are listed there"));
    }
    node(member, path, inRoot, analysis, extra, root.nodes());
    if (!open || before != null) {
      return;
    }
    Set<String> inside = new HashSet<>(within);
    inside.add(member.content);
    List<Member> all = members.getOrDefault(member.content, List.of());
    if (isOneFile(analysis, all)) {
      for (Member part : all) {
        String name = part.path.isEmpty() ? decodedName(path) : part.path;
        place(part, path + "!/" + name, inRoot + "!/" + name, root, inside, new ArrayList<>());
      }
      return;
    }
    RootDraft own = new RootDraft(path, true);
    roots.add(own);
    membersOf(member.content, path + "!/", "", own, inside);
  }

  /**
   * Whether what is inside is the file itself in another form, or cut out of it, and belongs where
   * that lies.
   */
  private static boolean isOneFile(Analysis analysis, List<Member> all) {
    boolean decoded =
        !all.isEmpty() && all.getFirst().path.isEmpty() && !all.getFirst().content.isEmpty();
    return decoded
        || CompressedKernel.IMAGES.contains(analysis.type())
        || Sniffer.isOpaque(analysis.type());
  }

  private static String decodedName(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : "content";
  }

  private void node(
      Member member,
      String path,
      String inRoot,
      Analysis analysis,
      List<Problem> extra,
      List<Node> rootNodes) {
    List<Problem> problems = new ArrayList<>(member.problems);
    problems.addAll(extra);
    problems.addAll(analysis.problems());
    Node node =
        new Node(
            path,
            inRoot,
            member.entry.entryType(),
            member.entry.attributes().mode(),
            new Owner(member.entry.attributes().uid(), member.entry.attributes().gid()),
            member.entry.attributes().device(),
            member.entry.attributes().xattrs(),
            member.entry.link(),
            analysis,
            problems.stream().sorted().distinct().toList(),
            member.kept);
    nodes.add(node);
    rootNodes.add(node);
  }
}
