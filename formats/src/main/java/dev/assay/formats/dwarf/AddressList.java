package dev.assay.formats.dwarf;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of ranges of addresses, and of locations in them (DWARF 5, 2.6.2 and 2.17.3). */
public final class AddressList {
  private static final Block NOTHING = Bytes.of(new byte[0]).block(0, 0);

  /** Whether expressions stand beside the ranges. */
  enum Kind {
    RANGES("ranges", "rnglists", Attribute.RANGE_LISTS),
    LOCATIONS("loc", "loclists", Attribute.LOCATION_LISTS);

    private final String old;
    private final String name;
    private final int base;

    Kind(String old, String name, int base) {
      this.old = old;
      this.name = name;
      this.base = base;
    }
  }

  /**
   * @param end the first address behind it; −1 where it is wherever no other range is
   * @param location operations; none in lists of ranges alone
   */
  public record Range(long start, long end, Block location) {
    /** As a value of an attribute. */
    public Value.Expression expression() {
      return new Value.Expression(location);
    }
  }

  private final Unit unit;
  private final DebugSections sections;
  private final Kind kind;
  private final String suffix;
  private final Budget budget;
  private long base;

  AddressList(Unit unit, DebugSections sections, Kind kind, String suffix, Budget budget) {
    this.unit = unit;
    this.sections = sections;
    this.kind = kind;
    this.suffix = suffix;
    this.budget = budget;
    this.base =
        switch (unit.own(Attribute.LOW_PC).orElse(new Value.Flag(false))) {
          case Value.Address each -> each.address();
          case Value.AddressIndex each -> unit.address(each.index());
          default -> 0;
        };
  }

  List<Range> read(Value value) {
    boolean old = unit.version() < 5;
    Cursor in = sections.of((old ? kind.old : kind.name) + suffix);
    in.moveTo(
        switch (value) {
          case Value.Offset each -> each.offset();
          case Value.ListIndex each -> indexed(in, each.index());
          default -> throw new Malformed("dwarf.list", -1, "a value that is no list");
        });
    List<Range> found = new ArrayList<>();
    boolean more = true;
    while (more) {
      budget.spend(1);
      more = old ? pair(in, found) : entry(in, found);
    }
    return found;
  }

  private long indexed(Cursor in, long index) {
    long start = unit.listBase(kind.base);
    if (index < 0 || index > Integer.MAX_VALUE) {
      throw new Malformed("dwarf.index", -1, "no table has an index of " + index);
    }
    return start + in.moveTo(start + index * unit.offsetSize()).number(unit.offsetSize());
  }

  /** Up to version 4; false where the list ends. */
  private boolean pair(Cursor in, List<Range> into) {
    int size = unit.addressSize();
    long start = in.number(size);
    long end = in.number(size);
    if (start == 0 && end == 0) {
      return false;
    }
    if (start == (size == 8 ? -1 : (1L << 8 * size) - 1)) {
      base = end;
    } else {
      Block location = kind == Kind.LOCATIONS ? counted(in.slice(in.u16())) : NOTHING;
      into.add(new Range(base + start, base + end, location));
    }
    return true;
  }

  /** DW_RLE_* and DW_LLE_*, whose numbers differ from 5 on; false where the list ends. */
  private boolean entry(Cursor in, List<Range> into) {
    int code = in.u8();
    if (kind == Kind.LOCATIONS && code >= 5) {
      if (code == 5) {
        into.add(new Range(0, -1, location(in)));
        return true;
      }
      code--;
    }
    int size = unit.addressSize();
    switch (code) {
      case 0 -> {
        return false;
      }
      case 1 -> base = unit.address(in.uleb());
      case 2 -> add(unit.address(in.uleb()), unit.address(in.uleb()), in, into);
      case 3 -> sized(unit.address(in.uleb()), in.uleb(), in, into);
      case 4 -> add(base + in.uleb(), base + in.uleb(), in, into);
      case 5 -> base = in.number(size);
      case 6 -> add(in.number(size), in.number(size), in, into);
      case 7 -> sized(in.number(size), in.uleb(), in, into);
      default -> throw new Malformed("dwarf.list", in.at(), "an entry of kind " + code);
    }
    return true;
  }

  private void sized(long start, long length, Cursor in, List<Range> into) {
    add(start, start + length, in, into);
  }

  private void add(long start, long end, Cursor in, List<Range> into) {
    into.add(new Range(start, end, location(in)));
  }

  private Block location(Cursor in) {
    return kind == Kind.LOCATIONS ? counted(in.slice(in.uleb())) : NOTHING;
  }

  private Block counted(Block location) {
    budget.spend(location.size() / 8);
    return location;
  }
}
