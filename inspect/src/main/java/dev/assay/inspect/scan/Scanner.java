package dev.assay.inspect.scan;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Encoding;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Format;
import dev.assay.formats.Formats;
import dev.assay.formats.HardLinks;
import dev.assay.formats.Layout;
import dev.assay.formats.Leaf;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.Zeros;
import dev.assay.inspect.ContentInspector;
import dev.assay.inspect.match.Found;
import dev.assay.inspect.tree.Analysis;
import dev.assay.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads products. */
public final class Scanner {
  private final Setup setup;
  private final Limits limits;
  private final Interest interest;
  private final Progress progress;
  private final Remembered remembered;

  private final Map<String, Analysis> analyses = new ConcurrentHashMap<>();
  private final Map<String, List<Member>> members = new ConcurrentHashMap<>();
  private final Map<String, Boolean> claimed = new ConcurrentHashMap<>();
  private final Map<String, Remembered.Stored> recalled = new ConcurrentHashMap<>();
  private final Map<Path, HostIndex> hosts = new ConcurrentHashMap<>();
  private final AtomicLong artifacts = new AtomicLong();
  private final AtomicLong kept = new AtomicLong();
  private final Workspace workspace;

  private Scanner(Setup setup) {
    this.setup = setup;
    this.limits = setup.limits();
    this.interest = Interest.of(setup.reads());
    this.progress = setup.progress();
    this.remembered = setup.remembered();
    this.workspace = new Workspace(limits);
  }

  /**
   * How products are read.
   *
   * @param signatures finds the signatures and markers in a content that is not opened further
   * @param reads patterns of files whose bytes root inspectors want ({@link
   *     dev.assay.inspect.Inspector#reads})
   * @param threads number of workers; the result does not depend on it
   * @param remembered what earlier runs learnt; the result does not depend on it
   */
  public record Setup(
      List<ContentInspector<?>> inspectors,
      Function<Bytes, Found> signatures,
      List<String> reads,
      Limits limits,
      int threads,
      Progress progress,
      Remembered remembered) {

    /** One worker has only one order, and no memory. */
    private Setup inOrder() {
      return new Setup(inspectors, signatures, reads, limits, 1, progress, Remembered.nothing());
    }
  }

  /** Reads all sources. */
  public static Scanned scan(List<Source> sources, Setup setup) {
    Scanner scanner = new Scanner(setup);
    try (Workspace open = scanner.workspace) {
      List<Member> tops = scanner.read(sources);
      if (open.limitHit() && (setup.threads() > 1 || setup.remembered().isKept())) {
        // Which content met a limit of the whole product depends on the order of work.
        return scan(sources, setup.inOrder());
      }
      if (setup.remembered().isKept()) {
        setup.remembered().keep(scanner.analyses, scanner.members, scanner.recalled, scanner.hosts);
      }
      return Assembly.of(sources, tops, scanner.analyses, scanner.members, setup.limits());
    }
  }

  private List<Member> read(List<Source> sources) {
    List<Member> tops = new ArrayList<>();
    List<ForkJoinTask<?>> tasks = new ArrayList<>();
    try (ForkJoinPool pool = new ForkJoinPool(setup.threads())) {
      for (Source source : sources) {
        if (source instanceof Source.OnHost(String name, Path path) && remembered.isKept()) {
          hosts.put(path, remembered.host(path));
        }
        Member top = top(source);
        tops.add(top);
        tasks.add(pool.submit(() -> readTop(source, top)));
      }
      tasks.forEach(ForkJoinTask::join);
    }
    return tops;
  }

  private static Member top(Source source) {
    return switch (source) {
      case Source.InMemory(String name, Bytes bytes) ->
          new Member(Entry.part(name, Content.of(bytes)), name);
      case Source.OnHost(String name, Path path) ->
          Files.isDirectory(path)
              ? new Member(Entry.directory(name, Entry.Attributes.NONE), name)
              : new Member(Entry.part(name, hostFile(path)), name);
    };
  }

  private static Content hostFile(Path path) {
    try {
      return new HostDirectory.HostFile(path, HostAttributes.of(path).stamp());
    } catch (IOException e) {
      return new HostDirectory.HostFile(path, new Stamp(0, 0, 0, Long.MAX_VALUE, Long.MAX_VALUE));
    }
  }

  private void readTop(Source source, Member top) {
    if (source instanceof Source.OnHost(String name, Path path) && Files.isDirectory(path)) {
      top.content = "directory:" + name;
      Members listed = new Members(top.problems);
      HostDirectory.list(path, limits.artifacts(), listed);
      analyses.put(
          top.content,
          new Analysis("", 0, "inode/directory", true, List.of(), List.of(), List.of()));
      readAll(top.content, arranged(listed), 0);
      return;
    }
    readAndForget(top, 0);
  }

  /** Reads members in parallel and waits for all. */
  private void readAll(String container, List<Entry> entries, int depth) {
    List<Member> all = new ArrayList<>(entries.size());
    List<ForkJoinTask<?>> tasks = new ArrayList<>();
    for (Entry entry : entries) {
      List<Problem> pathProblems = new ArrayList<>();
      Member member = new Member(entry, SafePath.of(entry.path(), pathProblems));
      member.problems.addAll(pathProblems);
      if (entry.members().isPresent()) {
        member.content = container + "/" + all.size();
      }
      all.add(member);
      if (entry.content().isPresent() || entry.members().isPresent()) {
        tasks.add(ForkJoinTask.adapt(() -> readAndForget(member, depth)));
      }
    }
    members.put(container, all);
    ForkJoinTask.invokeAll(tasks);
  }

  private void readAndForget(Member member, int depth) {
    readMember(member, depth);
    member.forgetContent();
  }

  private void readMember(Member member, int depth) {
    Entry entry = member.entry;
    if (entry.members().isPresent()) {
      readVirtual(member, entry.members().get(), depth);
      return;
    }
    Content content = entry.content().orElseThrow();
    if (content instanceof HostDirectory.HostFile file
        && !interest.wants(member.path)
        && isUnchanged(member, file)) {
      progress.read(file.size());
      return;
    }
    Bytes bytes = open(member, content);
    String digest = Digests.sha256(bytes);
    member.content = key(digest, entry);
    if (content instanceof HostDirectory.HostFile file && member.problems.isEmpty()) {
      host(file).ifPresent(index -> index.learn(file, digest));
    }
    if (interest.wants(member.path)) {
      keep(member, bytes);
    }
    if (claimed.putIfAbsent(member.content, true) == null) {
      Map<String, Remembered.Stored> known = recall(member.content);
      if (known.isEmpty()) {
        analyses.put(
            member.content,
            content.opens()
                ? analyse(member.content, digest, bytes, entry.type(), depth)
                : new Analysis(
                    digest, bytes.size(), entry.type(), false, List.of(), List.of(), List.of()));
      } else {
        take(member.content, Objects.requireNonNull(known.remove(member.content)));
        takeUnclaimed(known);
      }
    }
    progress.read(bytes.size());
  }

  /** Keeps a file's bytes for inspectors, and says so where it does not keep all. */
  private void keep(Member member, Bytes bytes) {
    int length = (int) Math.min(bytes.size(), limits.kept());
    if (kept.addAndGet(length) > limits.keptInAll()) {
      kept.addAndGet(-length);
      workspace.hitLimit();
      String all = limits.keptInAll() + " bytes of settings and lists in all";
      member.problems.add(new Problem("limit.kept", -1, "more than " + all + "; not evaluated"));
      return;
    }
    member.kept = Optional.of(bytes.slice(0, length).toArray(length));
    if (length < bytes.size()) {
      String more = bytes.size() + " bytes; only the first " + length + " are evaluated";
      member.problems.add(new Problem("limit.kept", length, more));
    }
  }

  /**
   * What is told what it is, or that it is not to be looked into, has an analysis of its own:
   * elsewhere, the same content may be something else.
   */
  private static String key(String digest, Entry entry) {
    boolean opens = entry.content().orElseThrow().opens();
    return entry.type().isEmpty() && opens ? digest : digest + (opens ? "@" : "#") + entry.type();
  }

  private Optional<HostIndex> host(HostDirectory.HostFile file) {
    return hosts.entrySet().stream()
        .filter(entry -> file.path().startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether a file of the host is as an earlier run read it; if so, the member is complete. */
  private boolean isUnchanged(Member member, HostDirectory.HostFile file) {
    Optional<String> digest = host(file).flatMap(index -> index.digest(file));
    if (digest.isEmpty()) {
      return false;
    }
    String key = key(digest.get(), member.entry);
    if (!claimed.containsKey(key)) {
      Map<String, Remembered.Stored> known = recall(key);
      if (known.isEmpty()) {
        return false;
      }
      takeUnclaimed(known);
    }
    member.content = key;
    return true;
  }

  /** What is remembered of a content and all in it; empty if anything of that is not. */
  private Map<String, Remembered.Stored> recall(String key) {
    Map<String, Remembered.Stored> found = new LinkedHashMap<>();
    if (!remembered.isKept()) {
      return found;
    }
    Deque<String> wanted = new ArrayDeque<>(List.of(key));
    while (!wanted.isEmpty()) {
      String next = wanted.pop();
      if (found.containsKey(next) || !next.equals(key) && claimed.containsKey(next)) {
        continue;
      }
      Optional<Remembered.Stored> stored = remembered.content(next);
      if (stored.isEmpty()) {
        return Map.of();
      }
      found.put(next, stored.get());
      for (Member inside : stored.get().members().orElse(List.of())) {
        if (!inside.content.isEmpty()) {
          wanted.push(inside.content);
        }
      }
    }
    return found;
  }

  private void takeUnclaimed(Map<String, Remembered.Stored> known) {
    known.forEach(
        (key, stored) -> {
          if (claimed.putIfAbsent(key, true) == null) {
            take(key, stored);
          }
        });
  }

  private void take(String key, Remembered.Stored stored) {
    List<Member> inside = stored.members().orElse(List.of());
    long bytes = inside.stream().mapToLong(m -> m.kept.map(k -> k.length).orElse(0)).sum();
    if (artifacts.addAndGet(inside.size()) > limits.artifacts()
        || kept.addAndGet(bytes) > limits.keptInAll()
        || workspace.recalled(stored.analysis().size())) {
      workspace.hitLimit();
    }
    inside.forEach(member -> progress.found(member.entry.entryType() == EntryType.FILE));
    stored.members().ifPresent(all -> members.put(key, all));
    recalled.put(key, stored);
    analyses.put(key, stored.analysis());
  }

  private void readVirtual(Member member, Consumer<Listing> lister, int depth) {
    Members listed = new Members(new ArrayList<>());
    listed.fill(lister);
    analyses.put(
        member.content,
        new Analysis("", 0, member.entry.type(), true, listed.problems, List.of(), List.of()));
    readAll(member.content, HardLinks.resolved(listed.entries), depth + 1);
  }

  private Bytes open(Member member, Content content) {
    try {
      return content.open(workspace);
    } catch (Content.Partial partial) {
      member.problems.add(partial.malformed().problem());
      return partial.start();
    } catch (Malformed malformed) {
      member.problems.add(malformed.problem());
      return Bytes.of(new byte[0]);
    }
  }

  private Analysis analyse(String key, String digest, Bytes bytes, String knownType, int depth) {
    List<Problem> problems = new ArrayList<>();
    Optional<Format> format = Formats.of(bytes);
    String type =
        format
            .map(Format::type)
            .orElseGet(() -> knownType.isEmpty() ? Sniffer.type(bytes) : knownType);
    List<Record> decoded = new ArrayList<>();
    boolean opened = false;
    Optional<Format> opener =
        format.isEmpty() && Sniffer.isOpaque(type) ? Optional.of(Formats.carving()) : format;
    if (opener.isPresent() && depth >= limits.nesting()) {
      workspace.hitLimit();
      problems.add(
          new Problem(
              "limit.nesting", -1, "deeper than " + limits.nesting() + " containers; not opened"));
    } else if (opener.isPresent()) {
      opened =
          switch (opener.get()) {
            case Container container -> unpack(key, container, bytes, problems, depth);
            case Encoding encoding -> decode(key, encoding, bytes, problems, decoded, depth);
            case Leaf leaf -> false;
          };
    }
    // What is packed or compressed is searched where it is unpacked.
    boolean searched = !opened || format.isEmpty();
    Found found = searched ? setup.signatures().apply(bytes) : Found.NOTHING;
    List<Record> facts = inspect(type, bytes, found.markers(), problems);
    facts.addAll(decoded);
    return new Analysis(
        digest,
        bytes.size(),
        type,
        opened,
        problems.stream().sorted().toList(),
        facts,
        found.hits());
  }

  private List<Record> inspect(
      String type, Bytes bytes, Set<String> markers, List<Problem> problems) {
    List<Record> facts = new ArrayList<>();
    for (ContentInspector<?> inspector : setup.inspectors()) {
      try {
        if (inspector.wants(type, bytes, markers)) {
          inspector.inspect(bytes).ifPresent(facts::add);
        }
      } catch (Malformed malformed) {
        problems.add(malformed.problem());
      }
    }
    return facts;
  }

  private boolean unpack(
      String key, Container container, Bytes bytes, List<Problem> problems, int depth) {
    return unpack(key, container, bytes, problems, depth, List.of());
  }

  /**
   * @param besides what stands beside the container in its encoding
   */
  private boolean unpack(
      String key,
      Container container,
      Bytes bytes,
      List<Problem> problems,
      int depth,
      List<Entry> besides) {
    Members listed = new Members(problems);
    listed.fill(listing -> container.unpack(bytes, listing));
    listed.entries.addAll(besides);
    if (listed.entries.isEmpty()) {
      return false;
    }
    readAll(key, arranged(listed), depth + 1);
    return true;
  }

  private List<Entry> arranged(Members listed) {
    List<Entry> entries = HardLinks.resolved(listed.entries);
    for (Layout layout : Formats.layouts()) {
      if (layout.recognises(entries)) {
        entries = layout.arrange(entries, listed);
      }
    }
    return entries;
  }

  /** Follows a chain of encodings to the content they carry. */
  private boolean decode(
      String key,
      Encoding first,
      Bytes encoded,
      List<Problem> problems,
      List<Record> facts,
      int depth) {
    Encoding encoding = first;
    Bytes bytes = encoded;
    List<Entry> trailing = new ArrayList<>();
    for (int level = depth; level < limits.nesting(); level++) {
      Encoding.Decoded decoded;
      try {
        decoded = encoding.decode(bytes, workspace);
      } catch (Malformed malformed) {
        problems.add(malformed.problem());
        return level > depth;
      }
      problems.addAll(decoded.problems());
      trailing(bytes, decoded.consumed(), problems).ifPresent(trailing::add);
      bytes = decoded.bytes();
      Optional<Format> inner = Formats.of(bytes);
      if (inner.isPresent() && inner.get() instanceof Container container) {
        facts.addAll(inspect(container.type(), bytes, Set.of(), problems));
        return unpack(key, container, bytes, problems, level, trailing);
      }
      if (inner.isEmpty() || !(inner.get() instanceof Encoding next)) {
        trailing.addFirst(Entry.part("", Content.of(bytes)).withType(decoded.type()));
        readAll(key, trailing, level + 1);
        return true;
      }
      facts.addAll(inspect(next.type(), bytes, Set.of(), problems));
      encoding = next;
    }
    workspace.hitLimit();
    problems.add(
        new Problem(
            "limit.nesting", -1, "deeper than " + limits.nesting() + " containers; not opened"));
    return false;
  }

  /**
   * What stands behind an encoded content, other than zeros that fill it up: reported, and a member
   * of its own.
   */
  private static Optional<Entry> trailing(Bytes encoded, long consumed, List<Problem> problems) {
    long at = consumed < encoded.size() ? Zeros.after(encoded, consumed) : encoded.size();
    if (at == encoded.size()) {
      return Optional.empty();
    }
    problems.add(
        new Problem(
            "stream.trailing-data",
            consumed,
            (encoded.size() - at) + " bytes follow the encoded content; listed as `[trailing]`"));
    return Optional.of(Entry.part("[trailing]", Content.of(encoded.from(at))));
  }

  /** Collects the members of one container. */
  private final class Members implements Listing {
    private final List<Entry> entries = new ArrayList<>();
    private final List<Problem> problems;

    Members(List<Problem> problems) {
      this.problems = problems;
    }

    void fill(Consumer<Listing> lister) {
      try {
        lister.accept(this);
      } catch (Malformed malformed) {
        problems.add(malformed.problem());
      }
    }

    @Override
    public void add(Entry entry) {
      if (artifacts.incrementAndGet() > limits.artifacts()) {
        workspace.hitLimit();
        throw new Malformed(
            "limit.artifacts",
            -1,
            "more than " + limits.artifacts() + " artifacts; the rest is not read");
      }
      entries.add(entry);
      progress.found(entry.entryType() == EntryType.FILE);
    }

    @Override
    public void problem(Problem problem) {
      problems.add(problem);
    }

    @Override
    public Memory memory() {
      return workspace;
    }
  }
}
