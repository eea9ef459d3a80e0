package dev.assay.compare.change.code;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Sets;
import dev.assay.compare.change.code.ProgramCode.Part;
import dev.assay.compare.change.code.ProgramCode.Routine;
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
public final class InstructionChanges {
  /** Bytes of code that are looked at and that are decoded of each side. */
  private static final long MOST_BYTES = 64 << 20;

  /** What a routine counts at least, for there may be many that are empty. */
  private static final long LEAST_BYTES = 64;

  private static final long MOST_DECODED = 8 << 20;

  /** Bytes that are decoded for each instruction that may be named. */
  private static final long EACH = 512;

  private static final int STEP = 1 << 16;

  /** Bytes up to where the next function begins. */
  private static final int MOST_PADDING = 64;

  /** A routine of which both sides differ. */
  private record Pair(
      String section, String name, CodeListing left, CodeListing right, Alignment alignment) {}

  private final ProgramCode before;
  private final ProgramCode after;
  private final int most;
  private final List<Pair> pairs = new ArrayList<>();
  private final Moves moves = new Moves();
  private final List<Aspect> found = new ArrayList<>();
  private final Set<String> told = new HashSet<>();
  private final Set<String> untold = new HashSet<>();
  private long looked;
  private long decoded;

  /** Lines that will be named, and routines left out since these are enough. */
  private int differing;

  private int undecoded;
  private int more;

  private InstructionChanges(ProgramCode before, ProgramCode after, int most) {
    this.before = before;
    this.after = after;
    this.most = most;
  }

  /**
   * Names the instructions.
   *
   * @param most that are named; of further ones the number, as far as it is known by then
   * @return the sections of code in which nothing else differs than what was named and what moved
   */
  public static Set<String> between(
      ProgramCode before, ProgramCode after, int most, List<Aspect> into) {
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
    changes.pairs.forEach(changes::differences);
    into.addAll(changes.found);
    Sets.more("instruction", changes.more, into);
    Sets.more("routine with other instructions", changes.undecoded, into);
    changes.told.removeAll(changes.untold);
    return changes.told;
  }

  private void part(Part left, Part right) {
    if (looked > MOST_BYTES) {
      untold.add(left.name());
      return;
    }
    Map<String, Routine> others = after.routines(right);
    for (Routine each : before.routines(left).values()) {
      Routine other = others.remove(each.name());
      if (other != null) {
        routine(left.name(), each, other);
      } else {
        alone(left.name(), before, each);
      }
    }
    others.values().forEach(each -> alone(left.name(), after, each));
  }

  /** What is on one side only is told as such by those who know functions. */
  private void alone(String section, ProgramCode program, Routine routine) {
    boolean small = routine.code().size() <= MOST_PADDING;
    if (!untold.contains(section) && !(small && CodeListing.of(program, routine).isPadding())) {
      untold.add(section);
    }
  }

  private void routine(String section, Routine left, Routine right) {
    long size = Math.max(left.code().size(), right.code().size());
    looked += LEAST_BYTES + size;
    if (looked > MOST_BYTES) {
      untold.add(section);
      return;
    }
    if (isSame(left.code(), right.code())) {
      return;
    }
    if (differing >= most || decoded + size > Math.min(MOST_DECODED, most * EACH)) {
      undecoded++;
      untold.add(section);
      return;
    }
    decoded += size;
    CodeListing one = CodeListing.of(before, left);
    CodeListing other = CodeListing.of(after, right);
    if (one.isPadding() && other.isPadding()) {
      return;
    }
    Pair pair = new Pair(section, left.name(), one, other, Alignment.of(one, other));
    pairs.add(pair);
    for (Alignment.Gap gap : pair.alignment.gaps()) {
      differing += Math.max(gap.leftEnd() - gap.left(), gap.rightEnd() - gap.right());
    }
    for (int line = 0; line < one.size(); line++) {
      int match = pair.alignment.match(line);
      if (match >= 0 && one.isNameless(line)) {
        moves.add(one.address(line), other.address(match));
      }
    }
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

  private void differences(Pair pair) {
    int named = found.size() + more;
    int next = 0;
    for (Alignment.Gap gap : pair.alignment.gaps()) {
      matched(pair, next, gap.left());
      gap(pair, gap);
      next = gap.leftEnd();
    }
    matched(pair, next, pair.left.size());
    if (!pair.left.isComplete() || !pair.right.isComplete()) {
      untold.add(pair.section);
    } else if (found.size() + more > named) {
      told.add(pair.section);
    }
  }

  /** Instructions that are the same but for the address that they name. */
  private void matched(Pair pair, int from, int to) {
    for (int line = from; line < to; line++) {
      int other = pair.alignment.match(line);
      boolean elsewhere =
          pair.left.isInside(line)
              ? goElsewhere(pair.left.target(line), pair.right.target(other), pair.alignment)
              : pair.left.isNameless(line)
                  && !moves.isSame(pair.left.address(line), pair.right.address(other));
      if (elsewhere && !pair.left.text(line).equals(pair.right.text(other))) {
        aspect(pair, line, other);
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

  private void gap(Pair pair, Alignment.Gap gap) {
    int removed = gap.leftEnd() - gap.left();
    int added = gap.rightEnd() - gap.right();
    int pairs = removed == added ? removed : 0;
    for (int i = 0; i < removed; i++) {
      aspect(pair, gap.left() + i, i < pairs ? gap.right() + i : -1);
    }
    for (int i = pairs; i < added; i++) {
      aspect(pair, -1, gap.right() + i);
    }
  }

  /** Of a line that is not there, −1. */
  private void aspect(Pair pair, int line, int other) {
    if (found.size() >= most) {
      more++;
      return;
    }
    String before = line < 0 ? "" : pair.left.text(line);
    String changed = other < 0 ? "" : pair.right.text(other);
    if (!before.equals(changed)) {
      int offset = line < 0 ? pair.right.offset(other) : pair.left.offset(line);
      found.add(
          Aspect.change(
              "instruction of %s at +0x%x".formatted(pair.name, offset), before, changed));
    }
  }
}
