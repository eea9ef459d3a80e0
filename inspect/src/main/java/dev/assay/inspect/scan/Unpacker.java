package dev.assay.inspect.scan;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Encoding;
import dev.assay.formats.Entry;
import dev.assay.formats.Format;
import dev.assay.formats.Formats;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.stream.Zeros;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds what is in containers and encodings. */
final class Unpacker {
  private final Limits limits;
  private final Workspace workspace;
  private final Budget budget;
  private final Progress progress;
  private final Guard guard;

  Unpacker(Limits limits, Guard guard, Budget budget, Progress progress) {
    this.limits = limits;
    this.workspace = guard.workspace();
    this.guard = guard;
    this.budget = budget;
    this.progress = progress;
  }

  /**
   * What is in a content.
   *
   * @param entries its members; a single one without a name is its decoded content
   * @param depth containers and encodings around the members
   * @param layers contents on the way from the outermost encoding to the members
   * @param shown counts the bytes of the members
   */
  record Unpacked(List<Entry> entries, int depth, List<Layer> layers, Shown shown) {
    boolean isEmpty() {
      return entries.isEmpty();
    }
  }

  /** Nothing, so that the content is a leaf. */
  Unpacked nothing() {
    return new Unpacked(List.of(), 0, List.of(), Shown.apart(workspace));
  }

  /** Members of a container. */
  Unpacked members(Collected listed, Bytes container, int depth, List<Layer> layers) {
    return new Unpacked(listed.arranged(), depth, layers, Shown.of(container.size(), workspace));
  }

  /** A content that is a container or an encoding within an encoding. */
  record Layer(String type, Bytes bytes) {}

  /** Lists what a container lists, or what can be read of that. */
  Collected list(Consumer<Listing> lister, List<Problem> problems) {
    return new Collected(guard, budget, progress, problems).fill(lister);
  }

  /**
   * Whether members may stand so deep.
   *
   * @param problems told where they may not
   */
  boolean isWithinNesting(int depth, List<Problem> problems) {
    if (depth < limits.nesting()) {
      return true;
    }
    workspace.hitLimit();
    problems.add(
        new Problem(
            "limit.nesting", -1, "deeper than " + limits.nesting() + " containers; not opened"));
    return false;
  }

  /** Lists a container. */
  Collected list(Container container, Bytes bytes, List<Problem> problems) {
    return new Collected(guard, budget, progress, problems)
        .fill(container.getClass(), listing -> container.unpack(bytes, listing));
  }

  /** The format of a content, as far as formats tell. */
  Optional<Format> format(Bytes bytes, List<Problem> problems) {
    return guard
        .read(Formats.class, problems, () -> Formats.of(bytes))
        .flatMap(Function.identity());
  }

  /**
   * What a chain of encodings carries: the members of a container, or the innermost content that
   * can be decoded.
   *
   * @param depth containers and encodings around the first encoding
   * @param problems of the whole chain
   * @return nothing if the first encoding cannot be decoded
   */
  Unpacked decode(Encoding first, Bytes encoded, int depth, List<Problem> problems) {
    Encoding encoding = first;
    Bytes bytes = encoded;
    List<Layer> layers = new ArrayList<>();
    List<Entry> trailing = new ArrayList<>();
    for (int level = depth; ; level++) {
      Optional<Encoding.Decoded> answer;
      try {
        answer = decoded(encoding, bytes, problems);
      } catch (Malformed malformed) {
        if (level > depth) {
          return carried(bytes, "", trailing, level, layers);
        }
        problems.add(malformed.problem());
        return nothing();
      }
      if (answer.isEmpty()) {
        return level > depth ? carried(bytes, "", trailing, level, layers) : nothing();
      }
      Encoding.Decoded decoded = answer.get();
      problems.addAll(decoded.problems());
      trailing(bytes, decoded.consumed(), problems).ifPresent(trailing::add);
      bytes = decoded.bytes();
      Optional<Format> inner = format(bytes, problems);
      if (inner.isPresent() && inner.get() instanceof Container container) {
        layers.add(new Layer(container.type(), bytes));
        Collected listed = list(container, bytes, problems).with(trailing);
        return members(listed, bytes, level + 1, layers);
      }
      boolean ends = inner.isEmpty() || !(inner.get() instanceof Encoding);
      if (ends || level + 1 >= limits.nesting()) {
        return carried(bytes, ends ? decoded.type() : "", trailing, level + 1, layers);
      }
      encoding = (Encoding) inner.get();
      layers.add(new Layer(encoding.type(), bytes));
    }
  }

  private Optional<Encoding.Decoded> decoded(
      Encoding encoding, Bytes bytes, List<Problem> problems) {
    return guard.read(encoding.getClass(), problems, () -> encoding.decode(bytes, workspace));
  }

  private Unpacked carried(
      Bytes content, String type, List<Entry> trailing, int depth, List<Layer> layers) {
    List<Entry> entries = new ArrayList<>(trailing);
    entries.addFirst(Entry.part("", Content.of(content)).withType(type));
    return new Unpacked(entries, depth, layers, Shown.apart(workspace));
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
}
