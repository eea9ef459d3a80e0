package dev.assay.inspect.scan;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Encoding;
import dev.assay.formats.Entry;
import dev.assay.formats.Format;
import dev.assay.formats.Formats;
import dev.assay.formats.Leaf;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.inspect.ContentInspector;
import dev.assay.inspect.Subject;
import dev.assay.inspect.fault.Faults;
import dev.assay.inspect.match.Found;
import dev.assay.inspect.match.Signatures;
import dev.assay.inspect.tree.Analysis;
import dev.assay.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads products. */
public final class Scanner {
  /** A source of this size is listed while it is hashed, in bytes. */
  private static final long LONG = 32 << 20;

  private final Setup setup;
  private final Limits limits;
  private final Interest interest;
  private final Progress progress;
  private final Workspace workspace;
  private final Budget budget;
  private final Guard guard;
  private final Unpacker unpacker;
  private final Contents contents = new Contents();
  private final Recollection recollection;

  private Scanner(Setup setup) {
    this.setup = setup;
    this.limits = setup.limits();
    this.interest = setup.interest();
    this.progress = setup.progress();
    this.workspace = new Workspace(limits);
    this.budget = new Budget(limits, workspace);
    this.guard = new Guard(setup.faults(), workspace);
    this.unpacker = new Unpacker(limits, guard, budget, progress);
    this.recollection = new Recollection(setup.remembered(), contents, budget, workspace, progress);
  }

  /**
   * How products are read.
   *
   * @param signatures finds the signatures and markers in a content that is not opened further
   * @param interest in files whose bytes root inspectors want
   * @param workers who read; the result does not depend on their number
   * @param remembered what earlier runs learnt; the result does not depend on it
   * @param faults what is done where a reader fails
   */
  public record Setup(
      List<ContentInspector<?>> inspectors,
      Function<Bytes, Found> signatures,
      Interest interest,
      Limits limits,
      ForkJoinPool workers,
      Progress progress,
      Remembered remembered,
      Faults faults) {

    /** One worker has only one order, and no memory. */
    private Setup by(ForkJoinPool one) {
      return new Setup(
          inspectors, signatures, interest, limits, one, progress, Remembered.nothing(), faults);
    }
  }

  /** Reads all sources. */
  public static Scanned scan(List<Source> sources, Setup setup) {
    Scanner scanner = new Scanner(setup);
    try (Workspace open = scanner.workspace) {
      List<Member> tops = scanner.read(sources);
      boolean inAnyOrder = setup.workers().getParallelism() > 1;
      if (open.limitHit() && (inAnyOrder || setup.remembered().isKept())) {
        // Which content met a limit of the whole product depends on the order of work.
        return inOrder(sources, setup);
      }
      scanner.recollection.keep();
      return Assembly.of(
          sources, tops, scanner.contents.analyses(), scanner.contents.members(), setup.limits());
    }
  }

  private static Scanned inOrder(List<Source> sources, Setup setup) {
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      return scan(sources, setup.by(one));
    }
  }

  private List<Member> read(List<Source> sources) {
    List<Member> tops = new ArrayList<>();
    List<ForkJoinTask<?>> tasks = new ArrayList<>();
    for (Source source : sources) {
      recollection.open(source);
      Member top = top(source);
      tops.add(top);
      tasks.add(setup.workers().submit(() -> readTop(source, top)));
    }
    // None goes on in a workspace that is closed because another failed.
    tasks.forEach(ForkJoinTask::quietlyJoin);
    tasks.forEach(ForkJoinTask::join);
    return tops;
  }

  private static Member top(Source source) {
    return switch (source) {
      case Source.InMemory(String name, Bytes bytes) ->
          new Member(Entry.part(name, Content.of(bytes)), name);
      case Source.OnHost(String name, Path path) ->
          Files.isDirectory(path)
              ? new Member(Entry.directory(name, Entry.Attributes.NONE), name)
              : new Member(Entry.part(name, HostFile.of(path)), name);
    };
  }

  private void readTop(Source source, Member top) {
    if (source instanceof Source.OnHost(String name, Path path) && Files.isDirectory(path)) {
      top.content = "directory:" + name;
      contents.analysed(
          top.content,
          new Analysis("", 0, "inode/directory", true, List.of(), List.of(), List.of()));
      Collected listed =
          unpacker.list(
              listing -> HostDirectory.list(path, limits.artifacts(), listing), top.problems);
      readAll(top.content, listed.arranged(), 0, Shown.apart(workspace));
      return;
    }
    readAndForget(top, 0, Shown.apart(workspace));
  }

  /** Reads members in parallel and waits for all. */
  private void readAll(String container, List<Entry> entries, int depth, Shown shown) {
    List<Member> all = new ArrayList<>(entries.size());
    List<Work> works = new ArrayList<>();
    for (Entry entry : entries) {
      List<Problem> pathProblems = new ArrayList<>();
      Member member = new Member(entry, SafePath.of(entry.path(), pathProblems));
      member.problems.addAll(pathProblems);
      if (entry.members().isPresent()) {
        member.content = container + "/" + all.size();
      }
      all.add(member);
      if (entry.content().isPresent() || entry.members().isPresent()) {
        works.add(
            new Work(
                entry.content().map(Content::size).orElse(0L),
                ForkJoinTask.adapt(() -> readAndForget(member, depth, shown))));
      }
    }
    contents.hold(container, all);
    Work.invokeAll(works);
  }

  private void readAndForget(Member member, int depth, Shown shown) {
    readMember(member, depth, shown);
    member.forgetContent();
  }

  private void readMember(Member member, int depth, Shown shown) {
    Entry entry = member.entry;
    if (entry.members().isPresent()) {
      readVirtual(member, entry.members().get(), depth);
      return;
    }
    Content content = entry.content().orElseThrow();
    if (content instanceof HostFile file
        && !interest.wants(member.path)
        && recollection.completes(member, file)) {
      progress.read(file.size());
      return;
    }
    Bytes bytes = open(member, content, shown);
    boolean ahead = depth == 0 && bytes.size() >= LONG;
    ForkJoinTask<String> hash = ForkJoinTask.adapt(() -> Digests.sha256(bytes));
    Optional<Collected> listed = ahead ? listedWhile(hash, bytes) : Optional.empty();
    String digest = ahead ? hash.join() : hash.invoke();
    progress.read(bytes.size());
    member.content = member.key(digest);
    if (content instanceof HostFile file && member.problems.isEmpty()) {
      recollection.learn(file, digest);
    }
    if (interest.wants(member.path)) {
      keep(member, bytes);
    }
    if (contents.claim(member.content) && !recollection.takes(member.content)) {
      contents.analysed(
          member.content,
          content.opening() == Content.Opening.NOWHERE
              ? new Analysis(
                  digest, bytes.size(), entry.type(), false, List.of(), List.of(), List.of())
              : analyse(member, digest, bytes, depth, listed));
    } else {
      listed.ifPresent(Collected::forget);
    }
  }

  /** Lists the members of a container while another worker hashes it. */
  private Optional<Collected> listedWhile(ForkJoinTask<String> hash, Bytes bytes) {
    hash.fork();
    return unpacker
        .format(bytes, new ArrayList<>())
        .filter(Container.class::isInstance)
        .map(Container.class::cast)
        .map(container -> unpacker.list(container, bytes, new ArrayList<>()));
  }

  /** Keeps a file's bytes for inspectors, and says so where it does not keep all. */
  private void keep(Member member, Bytes bytes) {
    int length = (int) Math.min(bytes.size(), limits.kept());
    if (!budget.kept(length)) {
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

  private void readVirtual(Member member, Consumer<Listing> lister, int depth) {
    Collected listed = unpacker.list(lister, new ArrayList<>());
    contents.analysed(
        member.content,
        new Analysis("", 0, member.entry.type(), true, listed.problems(), List.of(), List.of()));
    readAll(member.content, listed.resolved(), depth + 1, Shown.again(workspace));
  }

  private Bytes open(Member member, Content content, Shown shown) {
    try {
      Bytes bytes = opened(member, content);
      shown.member(bytes.size());
      return bytes;
    } catch (Malformed malformed) {
      member.problems.add(malformed.problem());
      return Bytes.of(new byte[0]);
    }
  }

  private Bytes opened(Member member, Content content) {
    try {
      return guard
          .read(
              content.getClass(),
              member.problems,
              () -> content.open(workspace).atHand(Workspace.SMALL))
          .orElseGet(() -> Bytes.of(new byte[0]));
    } catch (Content.Partial partial) {
      member.problems.add(partial.malformed().problem());
      return partial.start();
    }
  }

  /**
   * @param ahead the members of a container that was listed while it was hashed
   */
  private Analysis analyse(
      Member member, String digest, Bytes bytes, int depth, Optional<Collected> ahead) {
    List<Problem> problems = new ArrayList<>();
    Content content = member.entry.content().orElseThrow();
    Optional<Format> format = unpacker.format(bytes, problems);
    String known = member.entry.type();
    String type =
        format.map(Format::type).orElseGet(() -> known.isEmpty() ? Sniffer.type(bytes) : known);
    boolean anywhere = content.opening() == Content.Opening.ANYWHERE;
    Optional<Format> opener =
        format.isEmpty() && anywhere && Sniffer.isOpaque(type)
            ? Optional.of(Formats.carving())
            : format;
    Unpacker.Unpacked inside =
        opener
            .filter(each -> unpacker.isWithinNesting(depth, problems))
            .map(each -> unpack(each, bytes, depth, ahead, problems))
            .orElseGet(unpacker::nothing);
    Shared shared = Shared.of(inside.entries(), setup.inspectors(), workspace);
    // What is packed or compressed is searched where it is unpacked.
    Optional<Windows> passedOver =
        inside.isEmpty() || format.isEmpty()
            ? Optional.of(Windows.of(inside.entries(), bytes))
            : Optional.empty();
    ForkJoinTask<Examined> examination =
        ForkJoinTask.adapt(
            () -> examine(type, bytes, passedOver, inside.layers(), shared, problems));
    if (inside.isEmpty()) {
      examination.invoke();
    } else {
      // This worker reads members with the others while one of them examines the container.
      examination.fork();
      readAll(member.content, shared.entries(), inside.depth(), inside.shown());
    }
    Examined examined = examination.join();
    return new Analysis(
        digest,
        bytes.size(),
        type,
        !inside.isEmpty(),
        problems.stream().distinct().sorted().toList(),
        examined.facts(),
        examined.found().hits());
  }

  /** What the bytes of one content tell, apart from its members. */
  private record Examined(Found found, List<Record> facts) {}

  private Examined examine(
      String type,
      Bytes bytes,
      Optional<Windows> passedOver,
      List<Unpacker.Layer> layers,
      Shared shared,
      List<Problem> problems) {
    List<Record> within = new ArrayList<>();
    for (Unpacker.Layer layer : layers) {
      within.addAll(inspect(layer.type(), Subject.of(layer.bytes(), problems::add), problems));
    }
    Found found =
        passedOver.map(members -> members.between(found(bytes, problems))).orElse(Found.NOTHING);
    Subject subject = new Subject(bytes, found.markers(), shared::open, problems::add);
    List<Record> facts = inspect(type, subject, problems);
    facts.addAll(within);
    return new Examined(found, facts);
  }

  private Found found(Bytes bytes, List<Problem> problems) {
    return guard
        .read(Signatures.class, problems, () -> setup.signatures().apply(bytes))
        .orElse(Found.NOTHING);
  }

  private Unpacker.Unpacked unpack(
      Format format, Bytes bytes, int depth, Optional<Collected> ahead, List<Problem> problems) {
    return switch (format) {
      case Container container -> {
        Collected listed =
            ahead
                .map(each -> each.reportingTo(problems))
                .orElseGet(() -> unpacker.list(container, bytes, problems));
        yield unpacker.members(listed, bytes, depth + 1, List.of());
      }
      case Encoding encoding -> unpacker.decode(encoding, bytes, depth, problems);
      case Leaf leaf -> unpacker.nothing();
    };
  }

  private List<Record> inspect(String type, Subject subject, List<Problem> problems) {
    List<Record> facts = new ArrayList<>();
    for (ContentInspector<?> inspector : setup.inspectors()) {
      try {
        guard
            .read(inspector.getClass(), problems, () -> inspect(inspector, type, subject))
            .ifPresent(facts::addAll);
      } catch (Malformed malformed) {
        problems.add(malformed.problem());
      }
    }
    return facts;
  }

  private static List<? extends Record> inspect(
      ContentInspector<?> inspector, String type, Subject subject) {
    return inspector.wants(type, subject.bytes(), subject.markers())
        ? inspector.inspect(subject).stream().toList()
        : List.of();
  }
}
