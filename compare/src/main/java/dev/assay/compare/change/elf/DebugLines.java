package dev.assay.compare.change.elf;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Sets;
import dev.assay.compare.change.code.Alignment;
import dev.assay.compare.change.code.Listings;
import dev.assay.formats.dwarf.LineTable;
import java.util.List;

/** Which rows of two tables of lines differ, and which directories and files. */
final class DebugLines {
  /** Rows that are the same may be elsewhere, if the code up to the next is as long. */
  private record Rows(LineTable table, ElfSpace space, long[] keys) implements Alignment.Lines {
    static Rows of(LineTable table, ElfSpace space) {
      Rows rows = new Rows(table, space, new long[table.rows().size()]);
      for (int i = 0; i < rows.keys.length; i++) {
        LineTable.Row row = table.rows().get(i);
        String function = row.isEnd() ? "" : space.name(row.address());
        int plus = function.lastIndexOf('+');
        rows.keys[i] =
            Alignment.Lines.key(
                rows.line(i) + '\0' + (plus < 0 ? function : function.substring(0, plus)));
      }
      return rows;
    }

    /** File, line and column, and how much code is theirs. */
    private String line(int number) {
      LineTable.Row row = table.rows().get(number);
      if (row.isEnd() || number + 1 == table.rows().size()) {
        return "end";
      }
      long bytes = table.rows().get(number + 1).address() - row.address();
      return "%s:%d:%d, %d bytes"
          .formatted(table.file(row.file()), row.line(), row.column(), bytes);
    }

    private String text(int number) {
      LineTable.Row row = table.rows().get(number);
      return row.isEnd() ? "end" : line(number) + " at " + space.name(row.address());
    }

    @Override
    public int size() {
      return keys.length;
    }

    @Override
    public long key(int line) {
      return keys[line];
    }
  }

  private DebugLines() {}

  /**
   * @param unit whose lines they are
   */
  static void between(
      String unit,
      LineTable left,
      ElfSpace before,
      LineTable right,
      ElfSpace after,
      int most,
      List<Aspect> into) {
    String what = "lines of " + unit;
    if (left.version() != right.version()) {
      into.add(Aspect.change(what + ", version", "" + left.version(), "" + right.version()));
    }
    Listings.between(what + ", directory", left.directories(), right.directories(), most, into);
    Listings.between(what + ", file", files(left), files(right), most, into);
    Rows ones = Rows.of(left, before);
    Rows others = Rows.of(right, after);
    int found = 0;
    for (Alignment.Gap gap : Alignment.of(ones, others).gaps()) {
      int both = Math.max(gap.leftEnd() - gap.left(), gap.rightEnd() - gap.right());
      for (int i = 0; i < both; i++) {
        String original = text(ones, gap.left() + i, gap.leftEnd());
        String changed = text(others, gap.right() + i, gap.rightEnd());
        if (!original.equals(changed) && found++ < most) {
          into.add(Aspect.change(what + ", row " + (gap.left() + i), original, changed));
        }
      }
    }
    Sets.more(what + ", row", found - most, into);
  }

  private static String text(Rows rows, int line, int end) {
    return line < end ? rows.text(line) : "";
  }

  private static List<String> files(LineTable table) {
    return table.files().stream()
        .map(
            each ->
                "%s in directory %d%s"
                    .formatted(
                        each.name(),
                        each.directory(),
                        each.digest().isEmpty() ? "" : ", MD5 " + each.digest()))
        .toList();
  }
}
