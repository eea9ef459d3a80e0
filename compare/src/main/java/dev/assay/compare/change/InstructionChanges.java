package dev.assay.compare.change;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.ProgramCode.Part;
import dev.assay.compare.change.ProgramCode.Routine;
import dev.assay.formats.Bytes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which instructions differ of the routines that two programs both have. What is only elsewhere,
 * and branches whose target moved with it, is no difference.
 */
final class InstructionChanges {
  /** Bytes of code that are looked at and that are decoded of each side. */
  private static final long MOST_BYTES = 64 << 20;

  private static final long MOST_DECODED = 8 << 20;
  private static final int STEP = 1 << 16;

  private final ProgramCode before;
  private final ProgramCode after;
  private final int most;
  private final List<Aspect> found = new ArrayList<>();
  private final Set<String> told = new HashSet<>();
  private final Set<String> untold = new HashSet<>();
  private long looked;
  private long decoded;
  private int more;

  private InstructionChanges(ProgramCode before, ProgramCode after, int most) {
    this.before = before;
    this.after = after;
    this.most = most;
  }

  /**
   * Names the instructions.
   *
   * @param most that are named; of further ones the number
   * @return the sections of code in which nothing else differs than what was named
   */
  static Set<String> between(ProgramCode before, ProgramCode after, int most, List<Aspect> into) {
    InstructionChanges changes = new InstructionChanges(before, after, most);
    Map<String, Deque<Part>> others = new HashMap<>();
    after
        .code()
        .forEach(part -> others.computeIfAbsent(part.name(), any -> new ArrayDeque<>()).add(part));
    for (Part part : before.code()) {
      Part other = others.getOrDefault(part.name(), new ArrayDeque<>()).poll();
      if (other != null) {
        changes.part(part, other);
      }
    }
    into.addAll(changes.found);
    Sets.more("instruction", changes.more, into);
    changes.told.removeAll(changes.untold);
    return changes.told;
  }

  private void part(Part left, Part right) {
    Map<String, Routine> others = after.routines(right);
    int named = found.size();
    boolean whole = true;
    for (Routine each : before.routines(left).values()) {
      Routine other = others.get(each.name());
      if (other != null) {
        whole &= routine(each, other);
      }
    }
    if (!whole) {
      untold.add(left.name());
    } else if (found.size() > named) {
      told.add(left.name());
    }
  }

  /** False where more may differ than was named. */
  private boolean routine(Routine left, Routine right) {
    long size = Math.max(left.code().size(), right.code().size());
    looked += size;
    if (looked > MOST_BYTES) {
      return false;
    }
    if (isSame(left.code(), right.code())) {
      return true;
    }
    decoded += size;
    if (decoded > MOST_DECODED) {
      return false;
    }
    int named = found.size();
    CodeListing one = CodeListing.of(before, left);
    CodeListing other = CodeListing.of(after, right);
    differences(left.name(), one, other);
    return one.isComplete() && other.isComplete() && found.size() > named;
  }

  private static boolean isSame(Bytes left, Bytes right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (long at = 0; at < left.size(); at += STEP) {
      int length = (int) Math.min(STEP, left.size() - at);
      byte[] one = left.block(at, length).bytes(0, length);
      if (!Arrays.equals(one, right.block(at, length).bytes(0, length))) {
        return false;
      }
    }
    return true;
  }

  private void differences(String name, CodeListing left, CodeListing right) {
    Alignment alignment = Alignment.of(left, right);
    int next = 0;
    for (Alignment.Gap gap : alignment.gaps()) {
      branches(name, left, right, alignment, next, gap.left());
      gap(name, left, right, gap);
      next = gap.leftEnd();
    }
    branches(name, left, right, alignment, next, left.size());
  }

  /** Branches that are the same but for where in the routine they go. */
  private void branches(
      String name, CodeListing left, CodeListing right, Alignment alignment, int from, int to) {
    for (int line = from; line < to; line++) {
      int other = alignment.match(line);
      if (left.isBranch(line)
          && right.isBranch(other)
          && goElsewhere(left.target(line), right.target(other), alignment)
          && !left.text(line).equals(right.text(other))) {
        aspect(name, left.offset(line), left, line, right, other);
      }
    }
  }

  /** Where the instruction that one goes to is another, its own difference tells all. */
  private static boolean goElsewhere(int target, int other, Alignment alignment) {
    if (target < 0 || other < 0) {
      return (target < 0) != (other < 0);
    }
    int moved = alignment.match(target);
    return moved >= 0 && moved != other;
  }

  private void gap(String name, CodeListing left, CodeListing right, Alignment.Gap gap) {
    int removed = gap.leftEnd() - gap.left();
    int added = gap.rightEnd() - gap.right();
    int pairs = removed == added ? removed : 0;
    for (int i = 0; i < removed; i++) {
      int line = gap.left() + i;
      aspect(name, left.offset(line), left, line, right, i < pairs ? gap.right() + i : -1);
    }
    for (int i = pairs; i < added; i++) {
      int line = gap.right() + i;
      aspect(name, right.offset(line), left, -1, right, line);
    }
  }

  /** Of a line that is not there, −1. */
  private void aspect(
      String name, int offset, CodeListing left, int line, CodeListing right, int other) {
    if (found.size() >= most) {
      more++;
      return;
    }
    found.add(
        Aspect.change(
            "instruction of %s at +0x%x".formatted(name, offset),
            line < 0 ? "" : left.text(line),
            other < 0 ? "" : right.text(other)));
  }
}
