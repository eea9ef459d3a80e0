package dev.assay.compare;

import dev.assay.compare.change.Changes;
import dev.assay.compare.normal.SignatureFiles;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Encoding;
import dev.assay.formats.Entry;
import dev.assay.formats.Format;
import dev.assay.formats.Formats;
import dev.assay.formats.Malformed;
import dev.assay.formats.stream.Zeros;
import dev.assay.inspect.scan.Digests;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Opener;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Compares products. The result does not depend on the number of threads. */
public final class Comparer {
  private static final Set<String> COMPRESSIONS =
      Set.of(
          "application/gzip",
          "application/x-xz",
          "application/zstd",
          "application/x-bzip2",
          "application/x-lz4",
          "application/x-lzop",
          "application/x-lzma");

  private final Opener opener;
  private final AtomicLong identical = new AtomicLong();

  private Comparer(Opener opener) {
    this.opener = opener;
  }

  /** What the members of two containers came to. */
  private record Level(List<Finding> findings, boolean sameNames) {}

  public static Comparison compare(Product left, Product right, Limits limits, int threads) {
    try (Opener opener = new Opener(limits);
        ForkJoinPool pool = new ForkJoinPool(threads)) {
      Comparer comparer = new Comparer(opener);
      List<Finding> findings = pool.submit(() -> comparer.tops(left, right)).join();
      if (opener.limitHit() && threads > 1) {
        // Which content met a limit of the whole product depends on the order of work.
        return compare(left, right, limits, 1);
      }
      return Comparison.of(left.name(), right.name(), comparer.identical.get(), findings);
    }
  }

  private List<Finding> tops(Product left, Product right) {
    List<Entry> lefts = left.sources().stream().map(opener::top).toList();
    List<Entry> rights = right.sources().stream().map(opener::top).toList();
    // What the only file of a product is called says nothing of what it is.
    return lefts.size() == 1 && rights.size() == 1
        ? pair(rights.getFirst().path(), lefts.getFirst(), rights.getFirst(), 0)
        : members("", "", lefts, rights, 0).findings();
  }

  private Level members(String path, String type, List<Entry> left, List<Entry> right, int depth) {
    Map<Entry, String> digests = new HashMap<>();
    Function<Entry, String> digest = entry -> digests.computeIfAbsent(entry, this::digest);
    Pairing pairing = Pairing.of(left, right, digest);
    List<ForkJoinTask<List<Finding>>> tasks = new ArrayList<>();
    boolean sameNames = true;
    for (Pairing.Pair pair : pairing.pairs) {
      Entry before = pair.left();
      Entry after = pair.right();
      String member = path + after.path();
      boolean renamed = !before.path().equals(after.path());
      sameNames &= !renamed && Stored.differences(before, after).isEmpty();
      tasks.add(
          ForkJoinTask.adapt(
              () ->
                  SignatureFiles.isOne(type, after.path())
                      ? signature(member, before, after)
                      : renamed
                          ? renamed(path + before.path(), member, before, after, depth)
                          : pair(member, before, after, depth)));
    }
    List<Finding> findings = new ArrayList<>();
    ForkJoinTask.invokeAll(tasks).forEach(task -> findings.addAll(task.join()));
    for (Entry entry : pairing.removed) {
      boolean signature = SignatureFiles.isOne(type, entry.path());
      sameNames &= signature;
      findings.add(alone(path + entry.path(), Outcome.REMOVED, signature));
    }
    for (Entry entry : pairing.added) {
      boolean signature = SignatureFiles.isOne(type, entry.path());
      sameNames &= signature;
      findings.add(alone(path + entry.path(), Outcome.ADDED, signature));
    }
    return new Level(findings, sameNames);
  }

  private static Finding alone(String path, Outcome outcome, boolean signature) {
    String before = outcome == Outcome.REMOVED ? "there" : "";
    String after = outcome == Outcome.ADDED ? "there" : "";
    return signature
        ? Finding.equivalent(
            path, List.of(Aspect.same(Equivalence.SIGNATURE, "signature file", before, after)))
        : new Finding(path, "", outcome, List.of(), "");
  }

  private List<Finding> signature(String path, Entry left, Entry right) {
    String before = digest(left);
    String after = digest(right);
    if (before.equals(after)) {
      identical.incrementAndGet();
      return List.of();
    }
    return List.of(
        Finding.equivalent(
            path, List.of(Aspect.same(Equivalence.SIGNATURE, "signature file", before, after))));
  }

  private List<Finding> renamed(String before, String path, Entry left, Entry right, int depth) {
    List<Finding> found = new ArrayList<>(pair(path, left, right, depth));
    found.add(
        new Finding(
            path, before, Outcome.CHANGED, List.of(Aspect.change("path", before, path)), ""));
    return found;
  }

  private String digest(Entry entry) {
    if (entry.content().isEmpty()) {
      return Pairing.NONE;
    }
    Opener.Opened opened = opener.open(entry.content().get());
    return opened.bytes().size() == 0 ? Pairing.NONE : Digests.sha256(opened.bytes());
  }

  private List<Finding> pair(String path, Entry left, Entry right, int depth) {
    List<Finding> findings = new ArrayList<>();
    List<Aspect> stored = Stored.differences(left, right);
    if (!stored.isEmpty()) {
      findings.add(Finding.changed(path, stored));
    }
    if (left.members().isPresent() && right.members().isPresent()) {
      Opener.Members before = opener.members(left.members().get());
      Opener.Members after = opener.members(right.members().get());
      problem(path, before.problems(), after.problems()).ifPresent(findings::add);
      String inside = path + (right.type().equals("inode/directory") ? "/" : "!/");
      findings.addAll(members(inside, "", before.entries(), after.entries(), depth + 1).findings());
    } else if (left.content().isPresent() && right.content().isPresent()) {
      findings.addAll(contents(path, left, right, depth));
    } else if (left.content().isPresent() != right.content().isPresent()) {
      findings.add(Finding.changed(path, List.of(Aspect.change("type", is(left), is(right)))));
    } else if (stored.isEmpty()) {
      identical.incrementAndGet();
    }
    return findings;
  }

  private static String is(Entry entry) {
    return entry.members().isPresent() ? "directory" : entry.entryType().mediaType();
  }

  private List<Finding> contents(String path, Entry left, Entry right, int depth) {
    Opener.Opened before = opener.open(left.content().orElseThrow());
    Opener.Opened after = opener.open(right.content().orElseThrow());
    if (before.problems().isEmpty()
        && after.problems().isEmpty()
        && !right.content().orElseThrow().opens()
        && !Same.bytes(before.bytes(), after.bytes())) {
      return List.of(Finding.opaque(path, "is compared where its container arranges it"));
    }
    List<Finding> findings = new ArrayList<>(contents(path, before.bytes(), after.bytes(), depth));
    problem(path, before.problems(), after.problems()).ifPresent(findings::add);
    return findings;
  }

  /** What could not be read entirely cannot be held to be the same. */
  private static Optional<Finding> problem(String path, List<Problem> left, List<Problem> right) {
    List<Problem> all = new ArrayList<>(left);
    all.addAll(right);
    return all.stream()
        .sorted()
        .findFirst()
        .map(first -> Finding.opaque(path, "damaged, " + first.code() + ": " + first.message()));
  }

  private List<Finding> contents(String path, Bytes left, Bytes right, int depth) {
    if (Same.bytes(left, right)) {
      identical.incrementAndGet();
      return List.of();
    }
    if (depth >= opener.nesting()) {
      return List.of(
          Finding.opaque(path, "deeper than " + opener.nesting() + " containers; not opened"));
    }
    Optional<Format> before = Formats.of(left);
    Optional<Format> after = Formats.of(right);
    if (before.orElse(null) instanceof Encoding || after.orElse(null) instanceof Encoding) {
      return encoded(path, before, left, after, right, depth);
    }
    if (before.orElse(null) instanceof Container a && after.orElse(null) instanceof Container b) {
      return contained(path, a, left, b, right, depth);
    }
    String type = type(before);
    if (!type.equals(type(after))) {
      return List.of(Finding.changed(path, List.of(Aspect.change("format", type, type(after)))));
    }
    return uniform(path, type, left, right, depth);
  }

  private static String type(Optional<Format> format) {
    return format.map(Format::type).orElse("");
  }

  /** Contents without members. */
  private List<Finding> uniform(String path, String type, Bytes left, Bytes right, int depth) {
    Optional<Envelope.Result> normal = Envelope.of(type, left, right);
    if (normal.isPresent() && normal.get().proven() && !normal.get().aspects().isEmpty()) {
      return List.of(Finding.equivalent(path, normal.get().aspects()));
    }
    List<Aspect> changes = Changes.between(path, type, left, right);
    if (!changes.isEmpty()) {
      return List.of(Finding.changed(path, changes));
    }
    if (type.isEmpty()) {
      return carved(path, left, right, depth);
    }
    return List.of(Finding.opaque(path, "content of type " + type + " is not taken apart"));
  }

  private List<Finding> carved(String path, Bytes left, Bytes right, int depth) {
    Opener.Members before = opener.members(listing -> Formats.carving().unpack(left, listing));
    Opener.Members after = opener.members(listing -> Formats.carving().unpack(right, listing));
    List<Finding> findings = new ArrayList<>();
    if (before.entries().isEmpty() || after.entries().isEmpty()) {
      findings.add(Finding.opaque(path, "content of no known format"));
      return findings;
    }
    Level level = members(path + "!/", "", before.entries(), after.entries(), depth + 1);
    findings.addAll(level.findings());
    if (level.sameNames() && !Uncovered.same(left, before.entries(), right, after.entries())) {
      findings.add(Finding.opaque(path, "bytes between the structures found in it"));
    }
    return findings;
  }

  private List<Finding> contained(
      String path, Container a, Bytes left, Container b, Bytes right, int depth) {
    Opener.Members before = opener.members(listing -> a.unpack(left, listing));
    Opener.Members after = opener.members(listing -> b.unpack(right, listing));
    String type = b.type();
    List<Finding> findings = new ArrayList<>();
    Level level = members(path + "!/", type, before.entries(), after.entries(), depth + 1);
    findings.addAll(level.findings());
    problem(path, before.problems(), after.problems()).ifPresent(findings::add);
    if (!a.type().equals(type)) {
      findings.add(Finding.changed(path, List.of(Aspect.change("format", a.type(), type))));
    } else if (level.sameNames()) {
      boolean uncovered = Uncovered.same(left, before.entries(), right, after.entries());
      around(path, type, left, right, findings.isEmpty(), uncovered).ifPresent(findings::add);
    }
    return findings;
  }

  /**
   * What a container or encoding adds to what is in it.
   *
   * @param allSame whether all in it is the same, so that the difference is here
   * @param uncovered whether all bytes that belong to no member are the same
   */
  private static Optional<Finding> around(
      String path, String type, Bytes left, Bytes right, boolean allSame, boolean uncovered) {
    if (uncovered) {
      return Optional.empty();
    }
    Optional<Envelope.Result> normal = Envelope.of(type, left, right);
    if (normal.isEmpty()) {
      return Optional.of(Finding.opaque(path, "what " + type + " adds to its members differs"));
    }
    if (!normal.get().proven()) {
      return Optional.of(
          Finding.opaque(path, "what " + type + " adds to its members " + normal.get().reason()));
    }
    if (normal.get().aspects().isEmpty()) {
      return allSame
          ? Optional.of(Finding.opaque(path, "bytes of " + type + " that have no name"))
          : Optional.empty();
    }
    return Optional.of(Finding.equivalent(path, normal.get().aspects()));
  }

  private List<Finding> encoded(
      String path,
      Optional<Format> before,
      Bytes left,
      Optional<Format> after,
      Bytes right,
      int depth) {
    Encoding.Decoded a;
    Encoding.Decoded b;
    try {
      a = decoded(before, left);
      b = decoded(after, right);
    } catch (Malformed malformed) {
      String why = malformed.problem().code() + ": " + malformed.getMessage();
      return List.of(Finding.opaque(path, "damaged, " + why));
    }
    List<Finding> findings = new ArrayList<>(contents(path, a.bytes(), b.bytes(), depth + 1));
    problem(path, a.problems(), b.problems()).ifPresent(findings::add);
    String type = type(before);
    if (type.equals(type(after))) {
      around(path, type, left, right, findings.isEmpty(), false).ifPresent(findings::add);
    } else if (isCompression(before) && isCompression(after)) {
      findings.add(
          Finding.equivalent(
              path,
              List.of(Aspect.same(Equivalence.COMPRESSION, "compression", type, type(after)))));
    } else {
      findings.add(Finding.changed(path, List.of(Aspect.change("format", type, type(after)))));
    }
    trailing(path, left.from(a.consumed()), right.from(b.consumed())).ifPresent(findings::add);
    return findings;
  }

  private static boolean isCompression(Optional<Format> format) {
    return !(format.orElse(null) instanceof Encoding) || COMPRESSIONS.contains(type(format));
  }

  private Encoding.Decoded decoded(Optional<Format> format, Bytes bytes) {
    return format.orElse(null) instanceof Encoding encoding
        ? encoding.decode(bytes, opener.memory())
        : Encoding.Decoded.of(bytes, bytes.size());
  }

  private static Optional<Finding> trailing(String path, Bytes left, Bytes right) {
    if (Same.bytes(left, right)) {
      return Optional.empty();
    }
    boolean zeros = Zeros.after(left, 0) == left.size() && Zeros.after(right, 0) == right.size();
    return Optional.of(
        zeros
            ? Finding.equivalent(
                path,
                List.of(
                    Aspect.same(
                        Equivalence.PADDING,
                        "zeros behind the content",
                        left.size() + " bytes",
                        right.size() + " bytes")))
            : Finding.opaque(path, "what follows the encoded content differs"));
  }
}
