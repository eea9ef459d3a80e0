package dev.assay.inspect.tree;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * One root file system or archive of a product: what {@code /} is for its paths. Paths given to it
 * may start with a slash or not; symbolic links are followed inside the root, never out of it.
 */
public final class Root {
  private static final int MAX_LINKS = 40;

  /** The least text that comes after all that starts with a slash. */
  private static final String AFTER_SLASH = "0";

  /** Between a file and what is inside it. */
  private static final String INSIDE = "!/";

  private final String path;
  private final NavigableMap<String, Node> nodes;

  /** Paths of the symbolic links. */
  private final Set<String> links;

  private final Optional<Opened> opened;

  /** What was found in files of this root, by their path. */
  private final Map<String, Root> inside = new HashMap<>();

  private final Map<Derived<?>, FutureTask<?>> derived = new ConcurrentHashMap<>();
  private final CutFiles cut;

  /**
   * @param path path of the container or directory: {@code netboot.img!/ramdisk}
   * @param members every node of the root
   */
  public Root(String path, Collection<Node> members) {
    this(path, byPath(members), links(members), Optional.empty(), new CutFiles());
  }

  private Root(
      String path,
      NavigableMap<String, Node> nodes,
      Set<String> links,
      Optional<Opened> opened,
      CutFiles cut) {
    this.path = path;
    this.nodes = nodes;
    this.links = links;
    this.opened = opened;
    this.cut = cut;
  }

  private static NavigableMap<String, Node> byPath(Collection<Node> members) {
    NavigableMap<String, Node> nodes = new TreeMap<>();
    for (Node node : members) {
      nodes.put(node.inRoot(), node);
    }
    return nodes;
  }

  private static Set<String> links(Collection<Node> members) {
    return members.stream().filter(Node::isLink).map(Node::inRoot).collect(toSet());
  }

  public String path() {
    return path;
  }

  /**
   * An archive or image that was opened.
   *
   * @param root that it lies in
   */
  public record Opened(Root root, Node file) {}

  /** This root as what is found in {@code file}, whose root can look into it from then on. */
  public Root in(Opened file) {
    Root found = new Root(path, nodes, links, Optional.of(file), cut);
    file.root().inside.put(file.file().inRoot(), found);
    return found;
  }

  /** The archive or image that was opened to give this root; empty for a directory. */
  public Optional<Node> opened() {
    return opened.map(Opened::file);
  }

  /**
   * What a node was found in, from the nearest: the files of this root that it was cut out of or
   * decoded from, then what was opened to give this root, and what that was found in.
   */
  public List<Node> around(Node node) {
    List<Node> around = new ArrayList<>();
    String path = node.inRoot();
    for (int end = path.lastIndexOf(INSIDE); end >= 0; end = path.lastIndexOf(INSIDE, end - 1)) {
      Optional.ofNullable(nodes.get(path.substring(0, end))).ifPresent(around::add);
    }
    opened.ifPresent(
        outer -> {
          around.add(outer.file());
          around.addAll(outer.root().around(outer.file()));
        });
    return around;
  }

  /** What was found in a file of this root, whether that was opened as a root of its own or not. */
  public List<Node> within(Node file) {
    String name = file.inRoot() + "!";
    List<Node> within =
        new ArrayList<>(nodes.subMap(name + "/", true, name + AFTER_SLASH, false).values());
    inside(file.inRoot()).ifPresent(opened -> within.addAll(opened.nodes()));
    return within;
  }

  /** All nodes, members of archives inside included, ordered by path. */
  public Collection<Node> nodes() {
    return nodes.values();
  }

  /** What is worked out from a root once, for all inspectors that ask. Equal only to itself. */
  public static final class Derived<T> {
    private final Function<Root, T> work;

    /**
     * @param work must not ask for what it derives itself
     */
    public Derived(Function<Root, T> work) {
      this.work = work;
    }

    /** Worked out by whoever asks first; others wait. */
    @SuppressWarnings("unchecked")
    public T of(Root root) {
      FutureTask<T> task =
          (FutureTask<T>)
              root.derived.computeIfAbsent(this, k -> new FutureTask<>(() -> work.apply(root)));
      task.run();
      try {
        return task.get();
      } catch (ExecutionException failed) {
        // As if it had been worked out here; that memory gave out is told as such.
        switch (failed.getCause()) {
          case RuntimeException thrown -> throw thrown;
          case Error thrown -> throw thrown;
          case null, default -> throw new IllegalStateException(failed);
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
  }

  /**
   * Whether it has the directories of a running system, rather than being an archive of anything.
   */
  public boolean isSystem() {
    boolean programs = isDirectory("bin") || isDirectory("sbin") || isDirectory("usr/bin");
    return programs && isDirectory("etc");
  }

  /**
   * The node at a path, links followed; behind an archive and {@code !/} what is in it. Empty where
   * there is none or links lead in a circle.
   */
  public Optional<Node> node(String wanted) {
    Optional<Node> own = resolve(wanted).map(nodes::get);
    int archive = own.isPresent() ? -1 : wanted.indexOf(INSIDE);
    return archive < 0
        ? own
        : inside(wanted.substring(0, archive))
            .flatMap(root -> root.node(wanted.substring(archive + INSIDE.length())));
  }

  /** What was found in an archive or image at a path, links followed; empty where it is no root. */
  public Optional<Root> inside(String archive) {
    return resolve(archive).map(inside::get);
  }

  /** The node at a path itself, its last link not followed. */
  public Optional<Node> entry(String wanted) {
    String clean = strip(wanted);
    int slash = clean.lastIndexOf('/');
    if (slash < 0) {
      return Optional.ofNullable(nodes.get(clean));
    }
    return resolve(clean.substring(0, slash))
        .map(parent -> nodes.get(join(parent, clean.substring(slash + 1))));
  }

  public boolean exists(String wanted) {
    return node(wanted).isPresent();
  }

  public boolean isDirectory(String wanted) {
    return node(wanted).filter(Node::isDirectory).isPresent()
        || resolve(wanted).filter(this::hasChildren).isPresent();
  }

  /**
   * A file whose bytes some inspector asked for; links followed. Empty where it is absent, or was
   * too large to keep or not asked for in {@link dev.assay.inspect.Inspector#reads}.
   */
  public Optional<SourceFile> file(String wanted) {
    return node(wanted).flatMap(this::source);
  }

  /**
   * Kept files whose path in the root matches a pattern ({@code *} within a segment), in order of
   * path.
   */
  public List<SourceFile> files(String pattern) {
    List<SourceFile> found = new ArrayList<>();
    for (Node node : matching(strip(pattern))) {
      node(node.inRoot()).flatMap(this::source).ifPresent(found::add);
    }
    return found;
  }

  /** Kept files whose path ends as a pattern says, in order of path. */
  public List<SourceFile> anywhere(String pattern) {
    PathPattern glob = PathPattern.of(strip(pattern));
    List<SourceFile> found = new ArrayList<>();
    for (Node node : nodes.values()) {
      if (glob.matchesEnd(node.inRoot())) {
        node(node.inRoot()).flatMap(this::source).ifPresent(found::add);
      }
    }
    return found;
  }

  /** How many files match a pattern, read or not; links are followed. */
  public int paths(String pattern) {
    int count = 0;
    for (Node node : matching(strip(pattern))) {
      count += node(node.inRoot()).filter(Node::isFile).isPresent() ? 1 : 0;
    }
    return count;
  }

  private List<Node> matching(String pattern) {
    PathPattern glob = PathPattern.of(pattern);
    int star = pattern.indexOf('*');
    String fixed = star < 0 ? pattern : pattern.substring(0, star);
    List<Node> found = new ArrayList<>();
    for (Node node : nodes.tailMap(fixed, true).values()) {
      if (!node.inRoot().startsWith(fixed)) {
        break;
      }
      if (glob.matches(node.inRoot())) {
        found.add(node);
      }
    }
    return found;
  }

  /** Nodes directly in a directory, in order of name; links to the directory are followed. */
  public List<Node> children(String directory) {
    Optional<String> resolved = resolve(directory);
    if (resolved.isEmpty()) {
      return List.of();
    }
    String prefix = resolved.get().isEmpty() ? "" : resolved.get() + "/";
    List<Node> found = new ArrayList<>();
    Map.Entry<String, Node> next = nodes.ceilingEntry(prefix);
    while (next != null && next.getKey().startsWith(prefix)) {
      String rest = next.getKey().substring(prefix.length());
      int slash = rest.indexOf('/');
      if (slash < 0 && !rest.isEmpty()) {
        found.add(next.getValue());
      }
      next =
          slash < 0
              ? nodes.higherEntry(next.getKey())
              : nodes.ceilingEntry(prefix + rest.substring(0, slash) + AFTER_SLASH);
    }
    return found;
  }

  /**
   * The path in this root that {@code wanted} leads to, links followed; empty where links lead in a
   * circle.
   */
  public Optional<String> resolve(String wanted) {
    String clean = strip(wanted);
    return isPlain(clean) ? Optional.of(clean) : followed(clean);
  }

  /** Whether a path leads to itself, as nearly all do: no link, nothing empty, no dots. */
  private boolean isPlain(String path) {
    for (int start = 0, end = 0; end < path.length(); start = end + 1) {
      int slash = path.indexOf('/', start);
      end = slash < 0 ? path.length() : slash;
      int length = end - start;
      boolean dots = length <= 2 && path.substring(start, end).chars().allMatch(c -> c == '.');
      if (dots || links.contains(path.substring(0, end))) {
        return false;
      }
    }
    return !path.endsWith("/");
  }

  private Optional<String> followed(String path) {
    Deque<String> todo = new ArrayDeque<>(List.of(path.split("/")));
    String at = "";
    int followed = 0;
    while (!todo.isEmpty()) {
      String segment = todo.pop();
      if (segment.isEmpty() || segment.equals(".")) {
        continue;
      }
      if (segment.equals("..")) {
        at = at.contains("/") ? at.substring(0, at.lastIndexOf('/')) : "";
        continue;
      }
      String next = join(at, segment);
      Node node = nodes.get(next);
      if (node == null || !node.isLink()) {
        at = next;
        continue;
      }
      if (++followed > MAX_LINKS) {
        return Optional.empty();
      }
      if (node.link().startsWith("/")) {
        at = "";
      }
      String[] target = node.link().split("/");
      for (int i = target.length - 1; i >= 0; i--) {
        todo.push(target[i]);
      }
    }
    return Optional.of(at);
  }

  /** The bytes of a node of this root, if they were asked for; links are not followed. */
  public Optional<SourceFile> source(Node node) {
    return node.kept().map(bytes -> new SourceFile(node, bytes, cut));
  }

  /** The files that hold more than inspectors looked at so far, in order of path. */
  public List<CutFile> cut() {
    return List.copyOf(cut.all());
  }

  private boolean hasChildren(String directory) {
    String prefix = directory.isEmpty() ? "" : directory + "/";
    String next = nodes.ceilingKey(prefix);
    return next != null && next.startsWith(prefix);
  }

  private static String join(String directory, String name) {
    return directory.isEmpty() ? name : directory + "/" + name;
  }

  private static String strip(String wanted) {
    int start = 0;
    while (start < wanted.length() && wanted.charAt(start) == '/') {
      start++;
    }
    return wanted.substring(start);
  }
}
