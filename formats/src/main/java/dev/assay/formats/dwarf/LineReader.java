package dev.assay.formats.dwarf;

import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;

/** Reads the header of a table of lines (DWARF 5, 6.2.4). */
final class LineReader {
  private static final int PATH = 1;
  private static final int DIRECTORY = 2;
  private static final int DIGEST = 5;

  private final DebugSections sections;
  private final Unit unit;
  private final Budget budget;

  LineReader(DebugSections sections, Unit unit, Budget budget) {
    this.sections = sections;
    this.unit = unit;
    this.budget = budget;
  }

  LineTable read(Cursor whole) {
    Cursor.Extent extent = whole.extent();
    Cursor in = whole.part(extent.length());
    int version = in.u16();
    if (version < 2 || version > 5) {
      throw new Malformed("dwarf.version", in.at(), "a table of lines of version " + version);
    }
    int addressSize = version >= 5 ? in.u8() : unit.addressSize();
    if (version >= 5) {
      in.u8(); // size of segment selectors
    }
    Cursor header = in.part(in.number(extent.offsetSize()));
    int step = header.u8();
    int parallel = version >= 4 ? Math.max(1, header.u8()) : 1;
    header.u8(); // whether rows are statements by default
    int lineBase = (int) header.signed(1);
    int lineRange = header.u8();
    int firstSpecial = header.u8();
    int[] operands = new int[Math.max(1, firstSpecial)];
    for (int i = 1; i < firstSpecial; i++) {
      operands[i] = header.u8();
    }
    List<String> directories = new ArrayList<>();
    List<LineTable.File> files = new ArrayList<>();
    if (version >= 5) {
      described(header, extent.offsetSize()).forEach(each -> directories.add(each.name()));
      files.addAll(described(header, extent.offsetSize()));
    } else {
      plain(header, directories, files);
    }
    LineProgram program =
        new LineProgram(step, parallel, lineBase, lineRange, operands, addressSize, budget);
    return new LineTable(version, directories, files, version >= 5 ? 0 : 1, program.run(in));
  }

  private void plain(Cursor in, List<String> directories, List<LineTable.File> files) {
    for (String name = in.text(); !name.isEmpty(); name = in.text()) {
      budget.spend(1);
      budget.spendText(name);
      directories.add(name);
    }
    for (String name = in.text(); !name.isEmpty(); name = in.text()) {
      budget.spend(1);
      budget.spendText(name);
      long directory = in.uleb();
      in.uleb(); // time
      in.uleb(); // size
      files.add(new LineTable.File(name, directory, ""));
    }
  }

  /** From version 5 on a list says what it has of each. */
  private List<LineTable.File> described(Cursor in, int offsetSize) {
    int columns = in.u8();
    long[] kinds = new long[columns];
    int[] formats = new int[columns];
    for (int i = 0; i < columns; i++) {
      kinds[i] = in.uleb();
      formats[i] = (int) Math.clamp(in.uleb(), 0, 0xFFFF);
    }
    UnitHeader header = new UnitHeader(0, 0, 0, 5, 0, offsetSize, unit.addressSize(), 0, 0);
    Forms forms = new Forms(header, sections, "");
    List<LineTable.File> found = new ArrayList<>();
    for (long left = in.uleb(); left != 0; left--) {
      budget.spend(1 + columns);
      String name = "";
      long directory = 0;
      String digest = "";
      for (int i = 0; i < columns; i++) {
        Value value = forms.read(in, new Abbreviation.Column(0, formats[i], 0));
        if (kinds[i] == PATH) {
          name = text(value);
          budget.spendText(name);
        } else if (kinds[i] == DIRECTORY && value instanceof Value.Number number) {
          directory = number.number();
        } else if (kinds[i] == DIGEST && value instanceof Value.Data data) {
          digest = Operations.hex(data.bytes());
        }
      }
      found.add(new LineTable.File(name, directory, digest));
    }
    return found;
  }

  private String text(Value value) {
    return switch (value) {
      case Value.Text text -> text.text();
      case Value.TextIndex index -> unit.text(index);
      default -> "";
    };
  }
}
