package dev.assay.formats.dwarf;

import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A unit of debugging information: what one source file was compiled to (DWARF 5, 3.1). */
public final class Unit {
  private static final int DEEPEST = 100;

  /** Pieces that a unit counts for. */
  private static final int UNIT = 20;

  /** What a list of them begins with: length, version, padding or sizes. */
  private static final int HEAD_32 = 8;

  private static final int HEAD_64 = 16;

  private final String section;
  private final String suffix;
  private final UnitHeader header;
  private final DebugSections sections;
  private final Map<Long, Abbreviation> abbreviations;
  private final Forms forms;
  private final Map<Integer, Value> own = new HashMap<>();

  private Unit(
      String section,
      UnitHeader header,
      DebugSections sections,
      Map<Long, Abbreviation> abbreviations) {
    this.section = section;
    this.suffix = section.endsWith(".dwo") ? ".dwo" : "";
    this.header = header;
    this.sections = sections;
    this.abbreviations = abbreviations;
    this.forms = new Forms(header, sections, suffix);
  }

  /**
   * Units up to where one cannot be read.
   *
   * @param damage that kept the rest from being read; empty where there is none
   */
  public record Result(List<Unit> units, String damage) {}

  /**
   * The units of a section.
   *
   * @param section {@code info}, {@code types}, and the same with {@code .dwo}
   */
  public static Result all(DebugSections sections, String section, Budget budget) {
    List<Unit> found = new ArrayList<>();
    Map<Long, Map<Long, Abbreviation>> tables = new HashMap<>();
    try {
      Cursor in = sections.of(section);
      while (!in.isAtEnd()) {
        budget.spend(UNIT);
        UnitHeader header = UnitHeader.read(in, section.startsWith("types"));
        String table = section.endsWith(".dwo") ? "abbrev.dwo" : "abbrev";
        Map<Long, Abbreviation> abbreviations = tables.get(header.abbreviationsAt());
        if (abbreviations == null) {
          abbreviations =
              Abbreviation.table(sections.of(table).moveTo(header.abbreviationsAt()), budget);
          tables.put(header.abbreviationsAt(), abbreviations);
        }
        Unit unit = new Unit(section, header, sections, abbreviations);
        unit.readOwn(budget);
        found.add(unit);
        in.moveTo(header.end());
      }
    } catch (Malformed damaged) {
      return new Result(found, damaged.problem().message());
    }
    return new Result(found, "");
  }

  /** Attributes of the unit itself, by which others are understood. */
  private void readOwn(Budget budget) {
    Cursor in = sections.of(section).moveTo(header.entriesAt());
    Optional<Entry> first = in.at() < header.end() ? next(in, 0) : Optional.empty();
    first.ifPresent(
        entry ->
            attributes(entry, budget).forEach(each -> own.putIfAbsent(each.name(), each.value())));
  }

  public int version() {
    return header.version();
  }

  public int addressSize() {
    return header.addressSize();
  }

  /** 4 or 8 bytes. */
  public int offsetSize() {
    return header.offsetSize();
  }

  /** DW_UT_*; 0 before version 5. */
  public int kind() {
    return header.kind();
  }

  /** Of a type unit or a split one; else 0. */
  public long signature() {
    return header.signature();
  }

  /** Where it begins in the section. */
  public long at() {
    return header.at();
  }

  /** An attribute of the unit itself. */
  public Optional<Value> own(int attribute) {
    return Optional.ofNullable(own.get(attribute));
  }

  /**
   * All entries, each behind the one it is nested in.
   *
   * @throws Malformed where one is damaged, too deep, or the budget is spent
   */
  public List<Entry> entries(Budget budget) {
    List<Entry> found = new ArrayList<>();
    Cursor in = sections.of(section).moveTo(header.entriesAt());
    int depth = 0;
    while (in.at() < header.end()) {
      budget.spend(1);
      Optional<Entry> entry = next(in, depth);
      if (entry.isEmpty()) {
        depth--;
        if (depth <= 0) {
          break;
        }
        continue;
      }
      found.add(entry.get());
      budget.spend(entry.get().abbreviation().columns().size());
      for (Abbreviation.Column column : entry.get().abbreviation().columns()) {
        forms.skip(in, column.form());
      }
      if (entry.get().abbreviation().nested() && ++depth > DEEPEST) {
        throw new Malformed(
            "dwarf.depth", in.at(), "entries nested more than " + DEEPEST + " deep");
      }
      if (depth == 0) {
        break;
      }
    }
    return found;
  }

  /** Empty where the siblings end. */
  private Optional<Entry> next(Cursor in, int depth) {
    int at = in.at();
    long code = in.uleb();
    if (code == 0) {
      return Optional.empty();
    }
    Abbreviation abbreviation = abbreviations.get(code);
    if (abbreviation == null) {
      throw new Malformed("dwarf.abbreviation", at, "no abbreviation has the code " + code);
    }
    return Optional.of(new Entry(at, depth, in.at(), abbreviation));
  }

  /**
   * The entry at an offset in the section, as if nested in nothing; empty where there is none.
   *
   * @throws Malformed where it is damaged
   */
  public Optional<Entry> entryAt(long at) {
    return at >= header.entriesAt() && at < header.end()
        ? next(sections.of(section).moveTo(at), 0)
        : Optional.empty();
  }

  /**
   * What an entry of this unit says, in its order.
   *
   * @throws Malformed where it is damaged, or the budget is spent
   */
  public List<Attribute> attributes(Entry entry, Budget budget) {
    budget.spend(1 + entry.abbreviation().columns().size());
    List<Attribute> found = new ArrayList<>();
    Cursor in = sections.of(section).moveTo(entry.attributesAt());
    for (Abbreviation.Column column : entry.abbreviation().columns()) {
      Value value = forms.read(in, column);
      if (value instanceof Value.Text text) {
        budget.spendText(text.text());
      }
      found.add(new Attribute(column.attribute(), value));
    }
    return found;
  }

  /** The text that an index stands for (DWARF 5, 7.26). */
  public String text(Value.TextIndex text) {
    long offset = indexed("str_offsets" + suffix, Attribute.TEXT_OFFSETS, text.index());
    return sections.of("str" + suffix).textAt(offset);
  }

  /** The address that an index stands for (DWARF 5, 7.27). */
  public long address(long index) {
    long base = base(Attribute.ADDRESSES, header.offsetSize() == 8 ? HEAD_64 : HEAD_32);
    return sections.of("addr").moveTo(place(base, index, addressSize())).number(addressSize());
  }

  private long indexed(String table, int attribute, long index) {
    boolean split = header.version() < 5;
    long base = base(attribute, split ? 0 : offsetSize() == 8 ? HEAD_64 : HEAD_32);
    return sections.of(table).moveTo(place(base, index, offsetSize())).number(offsetSize());
  }

  private long base(int attribute, long otherwise) {
    return own.get(attribute) instanceof Value.Offset offset ? offset.offset() : otherwise;
  }

  private static long place(long base, long index, int size) {
    if (index < 0 || index > Integer.MAX_VALUE) {
      throw new Malformed("dwarf.index", -1, "no table has an index of " + index);
    }
    return base + index * size;
  }

  /** The operations of a location, in words. */
  public List<String> operations(Value.Expression expression, Meaning meaning) {
    return new Operations(sections.order(), addressSize(), offsetSize(), 1, 1, meaning)
        .of(Names.OP, expression.operations());
  }

  /**
   * The ranges of addresses that a value of {@code DW_AT_ranges} stands for.
   *
   * @throws Malformed where they are damaged or go on beyond the budget
   */
  public List<AddressList.Range> ranges(Value value, Budget budget) {
    return new AddressList(this, sections, AddressList.Kind.RANGES, suffix, budget).read(value);
  }

  /** Where something is while the program is in which range, in the same way. */
  public List<AddressList.Range> locations(Value value, Budget budget) {
    return new AddressList(this, sections, AddressList.Kind.LOCATIONS, suffix, budget).read(value);
  }

  /** Where lists of a kind begin, by the unit (DWARF 5, 7.28 and 7.29). */
  long listBase(int attribute) {
    return base(attribute, offsetSize() == 8 ? 20 : 12);
  }
}
