package dev.assay.compare.change.elf;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Sets;
import dev.assay.compare.change.code.Alignment;
import dev.assay.compare.change.code.Listings;
import dev.assay.formats.dwarf.CallFrames;
import dev.assay.formats.dwarf.CommonEntry;
import dev.assay.formats.dwarf.FrameTable;
import dev.assay.formats.dwarf.FunctionEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How two ELF files say that functions are unwound. */
final class ElfUnwinding {
  private final String section;
  private final int most;
  private final List<Aspect> into;
  private final int start;
  private int more;

  private ElfUnwinding(String section, int most, List<Aspect> into) {
    this.section = section;
    this.most = most;
    this.into = into;
    this.start = into.size();
  }

  /**
   * @param alignment of what {@code .eh_frame} holds
   */
  static void between(
      ElfFrames left, ElfFrames right, Alignment alignment, int most, List<Aspect> into) {
    new ElfUnwinding(".eh_frame", most, into)
        .sections(left.listing(), left.unwinding(), right.listing(), right.unwinding(), alignment);
    Sets.values(".eh_frame_hdr", head(left), head(right), most, into);
    CallFrames.Result before = left.debugging();
    CallFrames.Result after = right.debugging();
    FrameListing one = new FrameListing(before.frames(), left.space());
    FrameListing other = new FrameListing(after.frames(), right.space());
    new ElfUnwinding(".debug_frame", most, into)
        .sections(one, before, other, after, Alignment.of(one, other));
  }

  private void sections(
      FrameListing left,
      CallFrames.Result before,
      FrameListing right,
      CallFrames.Result after,
      Alignment alignment) {
    Sets.values(
        section + " CIE", common(left, before.frames()), common(right, after.frames()), most, into);
    Sets.values(section, damage(before), damage(after), most, into);
    functions(left, right, alignment);
    Sets.more(section + " FDE", more, into);
  }

  private static Map<String, String> damage(CallFrames.Result result) {
    return result.damage().isEmpty() ? Map.of() : Map.of("damage", result.damage());
  }

  private static Map<String, String> common(FrameListing words, CallFrames frames) {
    Map<String, String> found = new TreeMap<>();
    for (CommonEntry each : frames.shared()) {
      found.put(
          "%4d".formatted(each.number()).strip(),
          "version %d, augmentation \"%s\", code alignment factor %d, data alignment factor %d, return address column %d, pointers %s%s; %s"
              .formatted(
                  each.version(),
                  each.augmentation(),
                  each.codeFactor(),
                  each.dataFactor(),
                  each.returnRegister(),
                  each.pointers(),
                  each.personality() == 0
                      ? ""
                      : ", exception tables " + each.data() + ", with a personality routine",
                  String.join("; ", each.instructions(words))));
    }
    return found;
  }

  /** What the table for searching says; of its rows those that do not lead to the right entry. */
  private static Map<String, String> head(ElfFrames frames) {
    Optional<FrameTable> table = frames.table();
    if (table.isEmpty()) {
      return Map.of();
    }
    FrameTable found = table.get();
    Map<Long, Long> starts = new HashMap<>();
    for (FunctionEntry each : frames.unwinding().frames().functions()) {
      starts.put(frames.address() + each.at(), each.start());
    }
    Map<String, String> values = new TreeMap<>();
    values.put("version", String.valueOf(found.version()));
    values.put("encoding of pointers", found.pointers());
    values.put("encoding of the table", found.table());
    values.put("count of functions", Long.toUnsignedString(found.count()));
    values.put("start of .eh_frame", frames.space().name(found.frames()));
    for (FrameTable.Row row : found.rows()) {
      Long entry = starts.get(row.entry());
      if (entry == null || entry != row.function()) {
        values.put(
            "row of " + frames.space().name(row.function()),
            entry == null ? "leads to no entry" : "leads to " + frames.space().name(entry));
      }
    }
    return values;
  }

  private void functions(FrameListing left, FrameListing right, Alignment alignment) {
    for (Alignment.Gap gap : alignment.gaps()) {
      boolean[] told = new boolean[gap.rightEnd() - gap.right()];
      Map<Integer, Integer> pairs = FramePairs.in(left, right, gap);
      for (int i = gap.left(); i < gap.leftEnd(); i++) {
        Integer other = pairs.get(i);
        if (other == null) {
          tell("FDE of " + left.shown(i), left.text(i), "");
        } else {
          told[other - gap.right()] = true;
          pair(left, i, right, other);
        }
      }
      for (int i = gap.right(); i < gap.rightEnd(); i++) {
        if (!told[i - gap.right()]) {
          String added = right.name(i).isEmpty() ? "new " : "";
          tell("FDE of " + added + right.shown(i), "", right.text(i));
        }
      }
    }
  }

  private void pair(FrameListing left, int line, FrameListing right, int other) {
    if (into.size() - start >= most) {
      more++;
      return;
    }
    String name = section + " FDE of " + left.shown(line);
    if (!left.head(line).equals(right.head(other))) {
      into.add(Aspect.change(name, left.head(line), right.head(other)));
    }
    Listings.between(
        name + ", instruction",
        left.instructions(line),
        right.instructions(other),
        Math.max(1, most - (into.size() - start)),
        into);
  }

  private void tell(String what, String before, String after) {
    if (into.size() - start < most) {
      into.add(Aspect.change(section + " " + what, before, after));
    } else {
      more++;
    }
  }
}
