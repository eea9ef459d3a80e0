package dev.assay.formats.dwarf;

import dev.assay.formats.Malformed;
import java.util.Set;

/** Reads values as their forms say (DWARF 5, 7.5.6). */
record Forms(UnitHeader unit, DebugSections sections, String suffix) {
  private static final int INDIRECT = 0x16;
  private static final int DATA4 = 0x06;
  private static final int DATA8 = 0x07;

  /** Before version 4 these forms of these attributes are offsets. */
  private static final Set<Integer> OFFSETS =
      Set.of(
          Attribute.LOCATION,
          Attribute.STATEMENTS,
          Attribute.RANGES,
          0x19,
          0x2A,
          0x40,
          0x43,
          0x46,
          0x48,
          0x4A,
          0x4D);

  Value read(Cursor in, Abbreviation.Column column) {
    int form = column.form();
    if (form == INDIRECT) {
      form = (int) Math.clamp(in.uleb(), 0, 0xFFFF);
    }
    boolean offset =
        unit.version() < 4
            && (form == DATA4 || form == DATA8)
            && OFFSETS.contains(column.attribute());
    return offset
        ? new Value.Offset(in.number(form == DATA4 ? 4 : 8))
        : value(in, form, column.value());
  }

  private Value value(Cursor in, int form, long implicit) {
    int size = unit.offsetSize();
    return switch (form) {
      case 0x01 -> new Value.Address(in.number(unit.addressSize()));
      case 0x03 -> new Value.Data(in.slice(in.u16()));
      case 0x04 -> new Value.Data(in.slice(in.u32()));
      case 0x05 -> new Value.Number(in.u16());
      case DATA4 -> new Value.Number(in.u32());
      case DATA8 -> new Value.Number(in.i64());
      case 0x08 -> new Value.Text(in.text());
      case 0x09 -> new Value.Data(in.slice(in.uleb()));
      case 0x0A -> new Value.Data(in.slice(in.u8()));
      case 0x0B -> new Value.Number(in.u8());
      case 0x0C -> new Value.Flag(in.u8() != 0);
      case 0x0D -> new Value.Number(in.sleb());
      case 0x0E -> text("str" + suffix, in.number(size));
      case 0x0F -> new Value.Number(in.uleb());
      case 0x10 -> new Value.Reference(in.number(unit.version() < 3 ? unit.addressSize() : size));
      case 0x11 -> reference(in.u8());
      case 0x12 -> reference(in.u16());
      case 0x13 -> reference(in.u32());
      case 0x14 -> reference(in.i64());
      case 0x15 -> reference(in.uleb());
      case 0x17 -> new Value.Offset(in.number(size));
      case 0x18 -> new Value.Expression(in.slice(in.uleb()));
      case 0x19 -> new Value.Flag(true);
      case 0x1A, 0x1F02 -> new Value.TextIndex(in.uleb());
      case 0x1B, 0x1F01 -> new Value.AddressIndex(in.uleb());
      case 0x1C -> new Value.Shared(in.u32());
      case 0x1D, 0x1F20, 0x1F21 -> new Value.Shared(in.number(size));
      case 0x1E -> new Value.Data(in.slice(16));
      case 0x1F -> text("line_str", in.number(size));
      case 0x20 -> new Value.Signature(in.i64());
      case 0x21 -> new Value.Number(implicit);
      case 0x22, 0x23 -> new Value.ListIndex(in.uleb());
      case 0x24 -> new Value.Shared(in.i64());
      case 0x25, 0x26, 0x27, 0x28 -> new Value.TextIndex(in.number(form - 0x24));
      case 0x29, 0x2A, 0x2B, 0x2C -> new Value.AddressIndex(in.number(form - 0x28));
      default ->
          throw new Malformed(
              "dwarf.form", in.at(), "a value of form 0x" + Integer.toHexString(form));
    };
  }

  private Value reference(long offset) {
    return new Value.Reference(unit.at() + offset);
  }

  private Value text(String section, long offset) {
    return new Value.Text(sections.of(section).textAt(offset));
  }

  /** Moves behind a value. */
  void skip(Cursor in, int form) {
    int size = unit.offsetSize();
    switch (form) {
      case 0x19, 0x21 -> {}
      case 0x0B, 0x0C, 0x11, 0x25, 0x29 -> in.skip(1);
      case 0x05, 0x12, 0x26, 0x2A -> in.skip(2);
      case 0x27, 0x2B -> in.skip(3);
      case DATA4, 0x13, 0x1C, 0x28, 0x2C -> in.skip(4);
      case DATA8, 0x14, 0x20, 0x24 -> in.skip(8);
      case 0x1E -> in.skip(16);
      case 0x01 -> in.skip(unit.addressSize());
      case 0x0E, 0x17, 0x1D, 0x1F, 0x1F20, 0x1F21 -> in.skip(size);
      case 0x10 -> in.skip(unit.version() < 3 ? unit.addressSize() : size);
      case 0x0D, 0x0F, 0x15, 0x1A, 0x1B, 0x22, 0x23, 0x1F01, 0x1F02 -> in.uleb();
      case 0x03 -> in.slice(in.u16());
      case 0x04 -> in.slice(in.u32());
      case 0x0A -> in.slice(in.u8());
      case 0x09, 0x18 -> in.slice(in.uleb());
      case 0x08 -> in.text();
      case INDIRECT -> value(in, (int) Math.clamp(in.uleb(), 0, 0xFFFF), 0);
      default ->
          throw new Malformed(
              "dwarf.form", in.at(), "a value of form 0x" + Integer.toHexString(form));
    }
  }
}
