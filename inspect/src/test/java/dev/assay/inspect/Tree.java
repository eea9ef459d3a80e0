package dev.assay.inspect;

import dev.assay.formats.Bytes;
import dev.assay.formats.EntryType;
import dev.assay.formats.Malformed;
import dev.assay.inspect.fault.Faults;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import dev.assay.inspect.tree.Analysis;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.PathPattern;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Described;
import dev.assay.model.Owner;
import dev.assay.model.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;

/**
 * A root file system for tests, made in memory as a cpio archive (newc) named {@code fw}, so that
 * modes, owners and odd names are what the test says on any host.
 */
public final class Tree {
  private record Member(int mode, int uid, int gid, int major, int minor, byte[] data) {
    Member(int mode, int uid, int gid, byte[] data) {
      this(mode, uid, gid, 0, 0, data);
    }
  }

  private static final ForkJoinPool WORKERS = new ForkJoinPool(2);
  private static final Readers ALL = Readers.all(Faults.END);
  private static final String TEXT = "text/plain";
  private static final Map<Set<String>, List<Inspector>> READERS = new ConcurrentHashMap<>();

  private final Map<String, Member> members = new TreeMap<>();

  /** With the directories that make it a system's root. */
  public static Tree ofASystem() {
    return new Tree().directory("bin", 0755).directory("etc", 0755).directory("usr", 0755);
  }

  public Tree file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  public Tree file(String path, byte[] bytes) {
    return file(path, 0644, 0, 0, bytes);
  }

  /**
   * @param mode permission bits
   */
  public Tree file(String path, int mode, int uid, int gid, byte[] bytes) {
    return member(path, new Member(0100000 | mode, uid, gid, Seeds.plant(path, bytes)));
  }

  public Tree link(String path, String target) {
    byte[] data = target.getBytes(StandardCharsets.UTF_8);
    return member(path, new Member(0120777, 0, 0, data));
  }

  public Tree directory(String path, int mode) {
    return member(path, new Member(0040000 | mode, 0, 0, new byte[0]));
  }

  /** A block device. */
  public Tree disk(String path, int mode, int major, int minor) {
    return member(path, new Member(0060000 | mode, 0, 0, major, minor, new byte[0]));
  }

  private Tree member(String path, Member member) {
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      members.putIfAbsent(path.substring(0, slash), new Member(0040755, 0, 0, new byte[0]));
    }
    members.put(path, member);
    return this;
  }

  /** The archive. */
  public byte[] cpio() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int[] inode = {0};
    members.forEach((path, member) -> write(out, ++inode[0], path, member));
    write(out, 0, "TRAILER!!!", new Member(0, 0, 0, new byte[0]));
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, int inode, String path, Member member) {
    byte[] name = (path + "\0").getBytes(StandardCharsets.UTF_8);
    StringBuilder header = new StringBuilder("070701");
    for (int field :
        new int[] {
          inode,
          member.mode,
          member.uid,
          member.gid,
          1,
          0,
          member.data.length,
          0,
          0,
          member.major,
          member.minor,
          name.length,
          0
        }) {
      header.append(HexFormat.of().toHexDigits(field));
    }
    out.writeBytes(header.toString().getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(name);
    pad(out);
    out.writeBytes(member.data);
    pad(out);
  }

  private static void pad(ByteArrayOutputStream out) {
    while (out.size() % 4 != 0) {
      out.write(0);
    }
  }

  /** Everything found in it, by all inspectors. */
  public Inspection inspected() {
    return inspected(ALL);
  }

  /**
   * What is found by those inspectors of roots that read one of its files, as if all were texts
   * that had been scanned before: all that fuzzing a text in a certain place needs, at a fraction
   * of the work.
   */
  public List<Described> foundByItsReaders() {
    Root root = new Root("fw", members.entrySet().stream().map(Tree::node).toList());
    List<Described> found = new ArrayList<>();
    READERS
        .computeIfAbsent(Set.copyOf(members.keySet()), Tree::readersOf)
        .forEach(inspector -> found.addAll(Gathered.by(inspector, root).components()));
    return found;
  }

  private static List<Inspector> readersOf(Set<String> paths) {
    return ALL.roots().stream()
        .filter(
            inspector ->
                inspector.reads().stream()
                    .map(PathPattern::of)
                    .anyMatch(pattern -> paths.stream().anyMatch(pattern::matchesEnd)))
        .toList();
  }

  private static Node node(Map.Entry<String, Member> placed) {
    Member member = placed.getValue();
    EntryType type = EntryType.ofMode(member.mode);
    boolean file = type == EntryType.FILE;
    return new Node(
        "fw!/" + placed.getKey(),
        placed.getKey(),
        type,
        member.mode & 07777,
        new Owner(member.uid, member.gid),
        0,
        Map.of(),
        "",
        file ? scanned(Bytes.of(member.data)) : Analysis.none("inode/" + type),
        List.of(),
        file ? Optional.of(member.data) : Optional.empty());
  }

  private static Analysis scanned(Bytes text) {
    List<Record> facts = new ArrayList<>();
    for (ContentInspector<?> inspector : ALL.contents()) {
      if (inspector.wants(TEXT, text, Set.of())) {
        try {
          inspector.inspect(text).ifPresent(facts::add);
        } catch (Malformed refused) {
          // Has no facts, as in a scan.
        }
      }
    }
    return new Analysis("0".repeat(64), text.size(), TEXT, false, List.of(), facts, List.of());
  }

  /** What is found by some inspectors of roots. */
  public Inspection inspectedBy(Inspector... roots) {
    return inspected(new Readers(ALL.contents(), List.of(roots), ALL.faults()));
  }

  private Inspection inspected(Readers readers) {
    return Inspection.of(
        List.of(new Source.InMemory("fw", Bytes.of(cpio()))),
        readers,
        Limits.DEFAULT,
        WORKERS,
        Progress.SILENT);
  }

  public List<Described> all(String kind) {
    return inspected().components().stream()
        .filter(described -> described.component().kind().equals(kind))
        .toList();
  }

  /** Codes of the problems of the artifact at a path inside. */
  public List<String> problems(String path) {
    return inspected().artifacts().stream()
        .filter(artifact -> artifact.path().equals("fw!/" + path))
        .flatMap(artifact -> artifact.problems().stream())
        .map(Problem::code)
        .toList();
  }

  /** The only component of a kind. */
  public Described only(String kind) {
    List<Described> found = all(kind);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " components of kind " + kind + ": " + found);
    }
    return found.getFirst();
  }
}
