package dev.assay.formats.dwarf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Seeds;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Units and their entries, as forms and versions write them. */
class UnitTest {
  private static final int UNIT = 0x11;
  private static final int VARIABLE = 0x34;
  private static final int BLOCK = 0x0B;

  private final Map<String, ForgedDwarf> sections = new HashMap<>();

  /** An abbreviation: code, tag, whether others are nested, attributes and forms. */
  private static ForgedDwarf abbreviation(int code, int tag, int nested, int... columns) {
    return new ForgedDwarf().u8(code, tag, nested).u8(columns).u8(0, 0);
  }

  private static ForgedDwarf header5(ForgedDwarf entries) {
    return new ForgedDwarf().u16(5).u8(1, 8).u32(0).add(entries);
  }

  private static ForgedDwarf header4(ForgedDwarf entries) {
    return new ForgedDwarf().u16(4).u32(0).u8(8).add(entries);
  }

  private DebugSections read() {
    return new DebugSections(
        ByteOrder.LITTLE_ENDIAN,
        name -> Bytes.of(sections.getOrDefault(name, new ForgedDwarf()).bytes()),
        1 << 20);
  }

  private Unit.Result units() {
    plant(sections.get("info").bytes(), sections.get("abbrev").bytes());
    return Unit.all(read(), "info", new Budget(10_000));
  }

  /** As the fuzz target has them: both equally long. */
  private static void plant(byte[] info, byte[] others) {
    int half = Math.max(info.length, others.length);
    byte[] both = Arrays.copyOf(info, 2 * half);
    System.arraycopy(others, 0, both, half, others.length);
    Seeds.plant(Unit.class.getPackageName(), both);
  }

  private Unit unit() {
    Unit.Result found = units();
    assertThat(found.damage()).isEmpty();
    assertThat(found.units()).hasSize(1);
    return found.units().getFirst();
  }

  private static List<Attribute> attributes(Unit unit, Entry entry) {
    return unit.attributes(entry, new Budget(10_000));
  }

  @Test
  void entriesAreNestedAsTheirAbbreviationsSay() {
    sections.put(
        "abbrev",
        abbreviation(1, UNIT, 1, Attribute.NAME, 0x08)
            .add(abbreviation(2, BLOCK, 1))
            .add(abbreviation(3, VARIABLE, 0, Attribute.NAME, 0x08))
            .u8(0));
    ForgedDwarf entries =
        new ForgedDwarf().u8(1).text("x.c").u8(2, 3).text("in").u8(0).u8(3).text("out").u8(0);
    sections.put("info", header4(entries).sized());
    Unit unit = unit();
    assertThat(unit.version()).isEqualTo(4);
    assertThat(unit.entries(new Budget(100)))
        .extracting(each -> each.depth() + " " + Names.TAG.of(each.tag()))
        .containsExactly(
            "0 DW_TAG_compile_unit",
            "1 DW_TAG_lexical_block",
            "2 DW_TAG_variable",
            "1 DW_TAG_variable");
  }

  @Test
  void formsOfVersion5LeadToOtherSections() {
    sections.put(
        "abbrev",
        abbreviation(
                1,
                UNIT,
                0,
                Attribute.NAME,
                0x25, // strx1
                Attribute.COMPILED_IN,
                0x1F, // line_strp
                Attribute.LOW_PC,
                0x29, // addrx1
                Attribute.TEXT_OFFSETS,
                0x17,
                Attribute.ADDRESSES,
                0x17,
                Attribute.LANGUAGE,
                0x21, // implicit_const
                0x7F, // −1
                Attribute.RANGES,
                0x23, // rnglistx
                Attribute.RANGE_LISTS,
                0x17)
            .u8(0));
    ForgedDwarf entry = new ForgedDwarf().u8(1).u8(1).u32(2).u8(1).u32(8).u32(8).u8(0).u32(12);
    sections.put("info", header5(entry).sized());
    sections.put("str", new ForgedDwarf().text("").text("x.c"));
    sections.put("line_str", new ForgedDwarf().text("a").text("/src"));
    sections.put("str_offsets", new ForgedDwarf().u32(12).u32(5).u32(0).u32(1));
    sections.put("addr", new ForgedDwarf().u64(0).u64(0x10).u64(0x1139));
    sections.put(
        "rnglists",
        new ForgedDwarf()
            .u64(0)
            .u32(1)
            .u32(4)
            .add(new ForgedDwarf().u8(3, 1, 5))
            .add(new ForgedDwarf().u8(4, 1, 2))
            .u8(0));
    Unit unit = unit();
    assertThat(unit.own(Attribute.NAME).map(each -> unit.text((Value.TextIndex) each)))
        .hasValue("x.c");
    assertThat(unit.own(Attribute.COMPILED_IN)).hasValue(new Value.Text("/src"));
    assertThat(unit.own(Attribute.LANGUAGE)).hasValue(new Value.Number(-1));
    assertThat(unit.address(1)).isEqualTo(0x1139);
    assertThat(unit.ranges(unit.own(Attribute.RANGES).orElseThrow(), new Budget(10)))
        .extracting(each -> each.start() + "-" + each.end())
        .containsExactly(0x1139 + "-" + 0x113E, 0x113A + "-" + 0x113B);
  }

  @Test
  void offsetsOfThe64BitFormatHave8Bytes() {
    sections.put("abbrev", abbreviation(1, UNIT, 0, Attribute.NAME, 0x0E).u8(0));
    sections.put("info", new ForgedDwarf().u16(3).u64(0).u8(4).u8(1).u64(2).sizedLong());
    sections.put("str", new ForgedDwarf().text("a").text("b"));
    Unit unit = unit();
    assertThat(unit.offsetSize()).isEqualTo(8);
    assertThat(unit.own(Attribute.NAME)).hasValue(new Value.Text("b"));
  }

  @Test
  void locationsBeforeVersion4AreOffsetsWhereTheyAreNumbers() {
    sections.put("abbrev", abbreviation(1, VARIABLE, 0, Attribute.LOCATION, 0x06).u8(0));
    sections.put("info", new ForgedDwarf().u16(2).u32(0).u8(4).u8(1).u32(0).sized());
    sections.put("loc", new ForgedDwarf().u32(4).u32(8).u16(1).u8(0x50).u32(0).u32(0));
    Unit unit = unit();
    Value value = unit.own(Attribute.LOCATION).orElseThrow();
    assertThat(value).isEqualTo(new Value.Offset(0));
    assertThat(unit.locations(value, new Budget(10)))
        .singleElement()
        .satisfies(
            each ->
                assertThat(unit.operations(each.expression(), NO_MEANING))
                    .containsExactly("DW_OP_reg0"));
  }

  static final Meaning NO_MEANING =
      new Meaning() {
        @Override
        public String address(long address) {
          return "0x" + Long.toHexString(address);
        }

        @Override
        public String indexed(long index) {
          return "index " + index;
        }

        @Override
        public String type(long offset) {
          return "type " + offset;
        }

        @Override
        public String entry(long at) {
          return "entry " + at;
        }
      };

  @Test
  void aLengthPastTheEndIsDamageAndWhatIsBeforeIsKept() {
    sections.put("abbrev", abbreviation(1, UNIT, 0).u8(0));
    ForgedDwarf unit = header5(new ForgedDwarf().u8(1)).sized();
    sections.put("info", new ForgedDwarf().add(unit).u32(0x7FFF_FFF0L).u16(5));
    assertThat(units().units()).hasSize(1);
    assertThat(units().damage()).contains("outside");
    sections.put("info", new ForgedDwarf().u32(0xFFFF_FFFFL).u64(-5));
    assertThat(units().damage()).isNotEmpty();
  }

  @Test
  void anAbbreviationThatIsNotThereIsDamage() {
    sections.put("abbrev", abbreviation(1, UNIT, 0).u8(0));
    sections.put("info", header5(new ForgedDwarf().u8(9)).sized());
    assertThat(units().damage()).contains("code 9");
  }

  @Test
  void aNumberThatDoesNotEndIsDamage() {
    sections.put("abbrev", new ForgedDwarf().number(-1, 8).number(-1, 8));
    sections.put("info", header5(new ForgedDwarf().u8(1)).sized());
    assertThat(units().damage()).contains("10 bytes");
  }

  @Test
  void nestingHasAnEnd() {
    sections.put("abbrev", abbreviation(1, BLOCK, 1).u8(0));
    ForgedDwarf entries = new ForgedDwarf();
    for (int i = 0; i < 500; i++) {
      entries.u8(1);
    }
    sections.put("info", header5(entries).sized());
    Unit unit = unit();
    assertThatThrownBy(() -> unit.entries(new Budget(10_000)))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("deep");
  }

  /** One entry of many attributes that take no room, any number of times. */
  @Test
  void attributesOfNoSizeCount() {
    ForgedDwarf columns = new ForgedDwarf().u8(1, UNIT, 1);
    for (int i = 0; i < 1000; i++) {
      columns.u8(0x3F, 0x19);
    }
    sections.put("abbrev", columns.u8(0, 0).add(abbreviation(2, VARIABLE, 0)).u8(0));
    ForgedDwarf entries = new ForgedDwarf();
    for (int i = 0; i < 50; i++) {
      entries.u8(1, 0);
    }
    sections.put("info", header5(entries).sized());
    Budget budget = new Budget(500);
    Unit unit = unit();
    assertThatThrownBy(() -> unit.entries(budget)).isInstanceOf(Malformed.class);
    assertThat(budget.isSpent()).isTrue();
  }

  @Test
  void anIndirectFormThatIsIndirectAgainIsRefused() {
    sections.put("abbrev", abbreviation(1, UNIT, 0, Attribute.NAME, 0x16).u8(0));
    sections.put("info", header5(new ForgedDwarf().u8(1, 0x16, 0x16, 0x0B, 1)).sized());
    assertThat(units().damage()).contains("form 0x16");
    sections.put("info", header5(new ForgedDwarf().u8(1, 0x0B, 7)).sized());
    assertThat(unit().own(Attribute.NAME)).isEqualTo(Optional.of(new Value.Number(7)));
  }

  @Test
  void anEntryElsewhereIsReadWhereItStands() {
    sections.put("abbrev", abbreviation(1, UNIT, 1).add(abbreviation(2, BLOCK, 0)).u8(0));
    sections.put("info", header5(new ForgedDwarf().u8(1, 2, 0)).sized());
    Unit unit = unit();
    assertThat(unit.entryAt(13).map(Entry::tag)).hasValue(BLOCK);
    assertThat(unit.entryAt(14)).isEmpty();
    assertThat(unit.entryAt(99)).isEmpty();
    assertThat(attributes(unit, unit.entryAt(13).orElseThrow())).isEmpty();
  }
}
