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
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private final Limits limits;
  private final int threads;
  private final Interest interest;
  private final List<ContentInspector<?>> inspectors;
  private final Function<Bytes, Found> signatures;
  private final Progress progress;

  private final Map<String, Analysis> analyses = new ConcurrentHashMap<>();
  private final Map<String, List<Member>> members = new ConcurrentHashMap<>();
  private final Map<String, Boolean> claimed = new ConcurrentHashMap<>();
  private final AtomicLong artifacts = new AtomicLong();
  private final Workspace workspace;

  private Scanner(
      Limits limits,
      int threads,
      Interest interest,
      List<ContentInspector<?>> inspectors,
      Function<Bytes, Found> signatures,
      Progress progress) {
    this.limits = limits;
    this.threads = threads;
    this.interest = interest;
    this.inspectors = inspectors;
    this.signatures = signatures;
    this.progress = progress;
    this.workspace = new Workspace(limits);
  }

  /**
   * Reads all sources.
   *
   * @param signatures finds the signatures and markers in a content that is not opened further
   * @param reads patterns of files whose bytes root inspectors want ({@link
   *     dev.assay.inspect.Inspector#reads})
   * @param threads number of workers; the result does not depend on it
   */
  public static Scanned scan(
      List<Source> sources,
      List<ContentInspector<?>> inspectors,
      Function<Bytes, Found> signatures,
      List<String> reads,
      Limits limits,
      int threads,
      Progress progress) {
    Scanner scanner =
        new Scanner(limits, threads, Interest.of(reads), inspectors, signatures, progress);
    try (Workspace open = scanner.workspace) {
      List<Member> tops = scanner.read(sources);
      if (open.limitHit() && threads > 1) {
        // Which content met a limit of the whole product depends on the order of work: one worker
        // has only one order.
        return scan(sources, inspectors, signatures, reads, limits, 1, progress);
      }
      return Assembly.of(sources, tops, scanner.analyses, scanner.members, limits);
    }
  }

  private List<Member> read(List<Source> sources) {
    List<Member> tops = new ArrayList<>();
    List<ForkJoinTask<?>> tasks = new ArrayList<>();
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      for (Source source : sources) {
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
      case Source.OnHost(String name, var path) ->
          Files.isDirectory(path)
              ? new Member(Entry.directory(name, Entry.Attributes.NONE), name)
              : new Member(
                  Entry.part(name, new HostDirectory.HostFile(path, path.toFile().length())), name);
    };
  }

  private void readTop(Source source, Member top) {
    if (source instanceof Source.OnHost(String name, var path) && Files.isDirectory(path)) {
      top.content = "directory:" + name;
      Members listed = new Members(top.problems);
      HostDirectory.list(path, listed);
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
    Bytes bytes = open(member, entry.content().orElseThrow());
    String digest = Digests.sha256(bytes);
    // What is not to be looked into has an analysis of its own: elsewhere, the same content may be
    // opened.
    member.content = entry.content().orElseThrow().opens() ? digest : digest + "#" + entry.type();
    if (interest.wants(member.path) && bytes.size() <= limits.kept()) {
      member.kept = Optional.of(bytes.toArray(limits.kept()));
    }
    if (claimed.putIfAbsent(member.content, true) == null) {
      analyses.put(
          member.content,
          member.content.equals(digest)
              ? analyse(digest, bytes, entry.type(), depth)
              : new Analysis(
                  digest, bytes.size(), entry.type(), false, List.of(), List.of(), List.of()));
    }
    progress.read(bytes.size());
  }

  private void readVirtual(Member member, Consumer<Listing> lister, int depth) {
    member.content = "virtual:" + System.identityHashCode(member) + ":" + member.path;
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

  private Analysis analyse(String digest, Bytes bytes, String knownType, int depth) {
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
            case Container container -> unpack(digest, container, bytes, problems, depth);
            case Encoding encoding -> decode(digest, encoding, bytes, problems, decoded, depth);
            case Leaf leaf -> false;
          };
    }
    // What is packed or compressed is searched where it is unpacked.
    boolean searched = !opened || format.isEmpty();
    Found found = searched ? signatures.apply(bytes) : Found.NOTHING;
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
    for (ContentInspector<?> inspector : inspectors) {
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
      String digest, Container container, Bytes bytes, List<Problem> problems, int depth) {
    return unpack(digest, container, bytes, problems, depth, List.of());
  }

  /**
   * @param besides what stands beside the container in its encoding
   */
  private boolean unpack(
      String digest,
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
    readAll(digest, arranged(listed), depth + 1);
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
      String digest,
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
        return unpack(digest, container, bytes, problems, level, trailing);
      }
      if (inner.isEmpty() || !(inner.get() instanceof Encoding next)) {
        trailing.addFirst(Entry.part("", Content.of(bytes)).withType(decoded.type()));
        readAll(digest, trailing, level + 1);
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
