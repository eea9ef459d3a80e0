package dev.assay.inspect.scan;

import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Formats;
import dev.assay.formats.HardLinks;
import dev.assay.formats.Layout;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The members of one container as it lists them. */
final class Collected implements Listing {
  private final Workspace workspace;
  private final Budget budget;
  private final Progress progress;
  private final List<Problem> problems;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * @param problems those of the container, which listing adds to
   */
  Collected(Workspace workspace, Budget budget, Progress progress, List<Problem> problems) {
    this.workspace = workspace;
    this.budget = budget;
    this.progress = progress;
    this.problems = problems;
  }

  /** Lists to the end, or to what cannot be read. */
  Collected fill(Consumer<Listing> lister) {
    try {
      lister.accept(this);
    } catch (Malformed malformed) {
      problems.add(malformed.problem());
    }
    return this;
  }

  /** The same members, with what was wrong with them among other problems. */
  Collected reportingTo(List<Problem> container) {
    container.addAll(problems);
    Collected same = new Collected(workspace, budget, progress, container);
    same.entries.addAll(entries);
    return same;
  }

  /** Takes back what was counted for a listing that is not needed. */
  void forget() {
    budget.artifacts(-entries.size());
  }

  /** With what stands beside the container in its encoding. */
  Collected with(List<Entry> besides) {
    entries.addAll(besides);
    return this;
  }

  List<Problem> problems() {
    return problems;
  }

  /** The members with hard links resolved and, where they mean more together, arranged. */
  List<Entry> arranged() {
    List<Entry> arranged = resolved();
    for (Layout layout : Formats.layouts()) {
      if (layout.recognises(arranged)) {
        arranged = layout.arrange(arranged, this);
      }
    }
    return arranged;
  }

  /** The members with hard links resolved. */
  List<Entry> resolved() {
    return HardLinks.resolved(entries);
  }

  @Override
  public void add(Entry entry) {
    budget.artifact();
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
