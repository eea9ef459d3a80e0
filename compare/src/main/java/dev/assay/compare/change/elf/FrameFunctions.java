package dev.assay.compare.change.elf;

import dev.assay.compare.change.code.Alignment;
import dev.assay.compare.change.code.ProgramCode.Function;
import dev.assay.formats.dwarf.FunctionEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Functions that no symbol names, by their entries in {@code .eh_frame}. One that both sides have
 * is called by where it is on the left, {@code sub_1139}. Which those are, {@link Alignment} and
 * {@link FramePairs} find.
 */
record FrameFunctions(List<Function> before, List<Function> after) {
  /**
   * @param alignment of the listings of both
   */
  static FrameFunctions of(ElfFrames left, ElfFrames right, Alignment alignment) {
    FrameListing one = left.listing();
    FrameListing other = right.listing();
    Map<Integer, Integer> pairs = new HashMap<>();
    for (int i = 0; i < one.size(); i++) {
      if (alignment.match(i) >= 0) {
        pairs.put(i, alignment.match(i));
      }
    }
    alignment.gaps().forEach(gap -> pairs.putAll(FramePairs.in(one, other, gap)));
    return of(one, other, pairs);
  }

  private static FrameFunctions of(
      FrameListing left, FrameListing right, Map<Integer, Integer> pairs) {
    FrameFunctions found = new FrameFunctions(new ArrayList<>(), new ArrayList<>());
    String[] names = new String[right.size()];
    for (int i = 0; i < left.size(); i++) {
      if (isNameless(left, i)) {
        found.before.add(function(left.shown(i), left.entry(i)));
        if (pairs.containsKey(i)) {
          names[pairs.get(i)] = left.shown(i);
        }
      }
    }
    for (int i = 0; i < right.size(); i++) {
      if (isNameless(right, i)) {
        String name = names[i] == null ? "new " + right.shown(i) : names[i];
        found.after.add(function(name, right.entry(i)));
      }
    }
    return found;
  }

  private static boolean isNameless(FrameListing listing, int line) {
    return listing.entry(line).start() > 0
        && listing.entry(line).length() > 0
        && !listing.space().isCovered(listing.entry(line).start());
  }

  private static Function function(String name, FunctionEntry entry) {
    return new Function(name, entry.start(), entry.length());
  }
}
