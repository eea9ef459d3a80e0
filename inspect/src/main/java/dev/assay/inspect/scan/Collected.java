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
  private final Guard guard;
  private final Budget budget;
  private final Progress progress;
  private final List<Problem> problems;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * @param problems those of the container, which listing adds to
   */
  Collected(Guard guard, Budget budget, Progress progress, List<Problem> problems) {
    this.guard = guard;
    this.budget = budget;
    this.progress = progress;
    this.problems = problems;
  }

  /** Lists to the end, or to what cannot be read. */
  Collected fill(Consumer<Listing> lister) {
    return fill(lister.getClass(), lister);
  }

  /**
   * Lists to the end, or to what cannot be read.
   *
   * @param reader whose members these are
   */
  Collected fill(Class<?> reader, Consumer<Listing> lister) {
    try {
      guard.read(
          reader,
          problems,
          () -> {
            lister.accept(this);
            return this;
          });
    } catch (Malformed malformed) {
      problems.add(malformed.problem());
    }
    return this;
  }

  /** The same members, with what was wrong with them among other problems. */
  Collected reportingTo(List<Problem> container) {
    container.addAll(problems);
    Collected same = new Collected(guard, budget, progress, container);
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
      List<Entry> before = arranged;
      try {
        arranged =
            guard.read(layout.getClass(), problems, () -> arranged(layout, before)).orElse(before);
      } catch (Malformed malformed) {
        problems.add(malformed.problem());
      }
    }
    return arranged;
  }

  private List<Entry> arranged(Layout layout, List<Entry> plain) {
    return layout.recognises(plain) ? layout.arrange(plain, this) : plain;
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
    return guard.workspace();
  }
}
