package dev.assay.formats.dwarf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** Tables of lines in the layouts of versions 2 to 4 and of version 5. */
class LineTableTest {
  private static final ForgedDwarf PROGRAM =
      new ForgedDwarf()
          .u8(0, 9, 2)
          .u64(0x1000)
          .u8(3, 9) // line 10
          .u8(5, 7) // column 7
          .u8(1)
          .u8(13 + (1 + 3) + 12 * 2) // a line and 2 bytes further
          .u8(2, 4)
          .u8(0, 1, 1);

  /** What is before the lists, with 12 opcodes of which the operands are those of the standard. */
  private static ForgedDwarf head(int version) {
    ForgedDwarf head = new ForgedDwarf().u8(1);
    if (version >= 4) {
      head.u8(1);
    }
    return head.u8(1, -3, 12, 13).u8(0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1);
  }

  private static ForgedDwarf table(int version, ForgedDwarf header) {
    ForgedDwarf table = new ForgedDwarf().u16(version);
    if (version >= 5) {
      table.u8(8, 0);
    }
    return table.u32(header.size()).add(header).add(PROGRAM).sized();
  }

  private static LineTable read(ForgedDwarf lines, long budget) {
    ForgedDwarf unit = new ForgedDwarf().u16(4).u32(0).u8(8).u8(1).sized();
    DebugSections sections =
        new DebugSections(
            ByteOrder.LITTLE_ENDIAN,
            name ->
                Bytes.of(
                    switch (name) {
                      case "info" -> unit.bytes();
                      case "abbrev" -> new byte[] {1, 0x11, 0, 0, 0, 0};
                      case "line" -> lines.bytes();
                      default -> new byte[0];
                    }),
            1 << 20);
    Unit of = Unit.all(sections, "info", new Budget(100)).units().getFirst();
    return LineTable.read(sections, of, 0, new Budget(budget));
  }

  private static ForgedDwarf plain() {
    return head(4).text("/src").text("").text("x.c").u8(1, 0, 0).text("");
  }

  @Test
  void rowsAreTheStatesOfTheMachine() {
    LineTable table = read(table(4, plain()), 1000);
    assertThat(table.directories()).containsExactly("/src");
    assertThat(table.files()).containsExactly(new LineTable.File("x.c", 1, ""));
    assertThat(table.file(1)).isEqualTo("x.c");
    assertThat(table.rows())
        .containsExactly(
            new LineTable.Row(0x1000, 1, 10, 7, false),
            new LineTable.Row(0x1002, 1, 11, 7, false),
            new LineTable.Row(0x1006, 1, 11, 7, true));
  }

  @Test
  void version5DescribesItsLists() {
    ForgedDwarf header =
        head(5)
            .u8(1, 1, 0x08, 1)
            .text("/src")
            .u8(3, 1, 0x08, 2, 0x0B, 5, 0x1E, 1)
            .text("x.c")
            .u8(0)
            .u64(0x0123)
            .u64(0);
    LineTable table = read(table(5, header), 1000);
    assertThat(table.directories()).containsExactly("/src");
    assertThat(table.files())
        .containsExactly(new LineTable.File("x.c", 0, "23010000000000000000000000000000"));
    assertThat(table.file(0)).isEqualTo("x.c");
    assertThat(table.rows()).hasSize(3);
  }

  /** Else a few bytes would be any number of files. */
  @Test
  void filesWithoutColumnsCount() {
    ForgedDwarf header = head(5).u8(0, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F);
    assertThatThrownBy(() -> read(table(5, header), 1000))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("1000 pieces");
  }

  @Test
  void aRangeOfNoLinesIsNoDivisionByZero() {
    ForgedDwarf header =
        new ForgedDwarf().u8(1, 1, 1, -3, 0, 1).text("").text("x.c").u8(0, 0, 0).text("");
    assertThat(read(table(4, header), 1000).rows()).isNotEmpty();
  }

  @Test
  void aTableThatIsCutShortIsRefused() {
    byte[] whole = table(4, plain()).bytes();
    for (int size = 0; size < whole.length; size++) {
      ForgedDwarf cut = new ForgedDwarf();
      for (int i = 0; i < size; i++) {
        cut.u8(whole[i]);
      }
      assertThatThrownBy(() -> read(cut, 1000)).isInstanceOf(Malformed.class);
    }
  }
}
