package dev.assay.inspect.scan;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Formats;
import dev.assay.formats.HardLinks;
import dev.assay.formats.Layout;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Opens products step by step, for those who need not read all of them: the same members under the
 * same names as {@link Scanner} sees, and the same limits. Safe for use by several threads.
 */
public final class Opener implements AutoCloseable {
  private final Limits limits;
  private final Workspace workspace;
  private final AtomicLong artifacts = new AtomicLong();

  public Opener(Limits limits) {
    this.limits = limits;
    this.workspace = new Workspace(limits);
  }

  /**
   * Members of one container.
   *
   * @param entries paths made safe, hard links resolved, arrangements recognised
   * @param problems of the container
   */
  public record Members(List<Entry> entries, List<Problem> problems) {}

  /** What a content holds as far as it could be read. */
  public record Opened(Bytes bytes, List<Problem> problems) {}

  /** The source as a member; a directory of the host lists its members itself. */
  public Entry top(Source source) {
    return switch (source) {
      case Source.InMemory(String name, Bytes bytes) -> Entry.part(name, Content.of(bytes));
      case Source.OnHost(String name, Path path) ->
          Files.isDirectory(path)
              ? Entry.virtual(
                  name,
                  "inode/directory",
                  listing -> HostDirectory.list(path, limits.artifacts(), listing))
              : Entry.part(name, hostFile(path));
    };
  }

  private static Content hostFile(Path path) {
    try {
      return new HostDirectory.HostFile(path, HostAttributes.of(path).stamp());
    } catch (IOException e) {
      return new HostDirectory.HostFile(path, new Stamp(0, 0, 0, Long.MAX_VALUE, Long.MAX_VALUE));
    }
  }

  /** Lists what a container lists. */
  public Members members(Consumer<Listing> lister) {
    Collected listed = new Collected();
    try {
      lister.accept(listed);
    } catch (Malformed malformed) {
      listed.problem(malformed.problem());
    }
    List<Entry> entries = HardLinks.resolved(listed.entries);
    for (Layout layout : Formats.layouts()) {
      if (layout.recognises(entries)) {
        entries = layout.arrange(entries, listed);
      }
    }
    List<Entry> safe = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      List<Problem> problems = new ArrayList<>(entry.problems());
      safe.add(entry.withPath(SafePath.of(entry.path(), problems)).withProblems(problems));
    }
    return new Members(safe, List.copyOf(listed.problems));
  }

  public Opened open(Content content) {
    try {
      return new Opened(content.open(workspace), List.of());
    } catch (Content.Partial partial) {
      return new Opened(partial.start(), List.of(partial.malformed().problem()));
    } catch (Malformed malformed) {
      return new Opened(Bytes.of(new byte[0]), List.of(malformed.problem()));
    }
  }

  public Memory memory() {
    return workspace;
  }

  /** Containers within containers that may be opened. */
  public int nesting() {
    return limits.nesting();
  }

  /** Whether a limit of the whole product was hit, so that the result depends on the order. */
  public boolean limitHit() {
    return workspace.limitHit();
  }

  @Override
  public void close() {
    workspace.close();
  }

  private final class Collected implements Listing {
    private final List<Entry> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

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
