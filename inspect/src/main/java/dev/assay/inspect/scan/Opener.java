package dev.assay.inspect.scan;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.inspect.fault.Faults;
import dev.assay.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Opens products step by step, for those who need not read all of them: the same members under the
 * same names as {@link Scanner} sees, and the same limits. Safe for use by several threads.
 */
public final class Opener implements AutoCloseable {
  private final Limits limits;
  private final Workspace workspace;
  private final Guard guard;
  private final Budget budget;

  public Opener(Limits limits) {
    this.limits = limits;
    this.workspace = new Workspace(limits);
    this.guard = new Guard(Faults.END, workspace);
    this.budget = new Budget(limits, workspace);
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
              : Entry.part(name, HostFile.of(path));
    };
  }

  /**
   * Lists what a container lists. A member that shows the bytes of the container once too often
   * cannot be opened.
   */
  public Members members(Bytes container, Consumer<Listing> lister) {
    Shown shown = Shown.of(container.size(), workspace);
    Members listed = members(lister);
    return new Members(
        listed.entries().stream().map(entry -> entry.withContent(shown::counted)).toList(),
        listed.problems());
  }

  /** Lists what a directory of the host lists, or the rule by which others are combined. */
  public Members members(Consumer<Listing> lister) {
    Collected listed =
        new Collected(guard, budget, Progress.SILENT, new ArrayList<>()).fill(lister);
    List<Entry> entries = listed.arranged();
    List<Entry> safe = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      List<Problem> problems = new ArrayList<>(entry.problems());
      safe.add(entry.withPath(SafePath.of(entry.path(), problems)).withProblems(problems));
    }
    return new Members(safe, List.copyOf(listed.problems()));
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
}
