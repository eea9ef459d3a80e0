package dev.assay.formats.dwarf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Seeds;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Call frames as compilers write them, and such as none does. */
class CallFramesTest {
  private static final long ADDRESS = 0x2000;
  private static final ForgedDwarf CIE =
      new ForgedDwarf()
          .u32(0)
          .u8(1)
          .text("zR")
          .u8(1, 0x78, 16, 1, 0x1B)
          .u8(0x0C, 7, 8, 0x90, 1)
          .sized();

  private static ForgedDwarf frames(ForgedDwarf instructions) {
    int at = CIE.size() + 4;
    ForgedDwarf fde = new ForgedDwarf().u32(at).u32(-0x1000 - at - 4).u32(0x20).u8(0);
    return new ForgedDwarf().add(CIE).add(fde.add(instructions).sized()).u32(0);
  }

  private static CallFrames.Result read(ForgedDwarf section, CallFrames.Kind kind) {
    Seeds.plant(CallFrames.class.getPackageName(), section.bytes());
    Block block = Bytes.of(section.bytes()).block(0, section.size());
    CallFrames.Place place = new CallFrames.Place(kind, ByteOrder.LITTLE_ENDIAN, 8, ADDRESS);
    return CallFrames.read(block, place, new Budget(1000));
  }

  private static List<String> words(ForgedDwarf instructions) {
    CallFrames.Result found = read(frames(instructions), CallFrames.Kind.EH_FRAME);
    assertThat(found.damage()).isEmpty();
    return found.frames().functions().getFirst().instructions(UnitTest.NO_MEANING);
  }

  @Test
  void aFunctionIsWhereItsPointerLeads() {
    CallFrames found = read(frames(new ForgedDwarf()), CallFrames.Kind.EH_FRAME).frames();
    assertThat(found.shared())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.augmentation()).isEqualTo("zR");
              assertThat(each.dataFactor()).isEqualTo(-8);
              assertThat(each.returnRegister()).isEqualTo(16);
              assertThat(each.pointers()).isEqualTo("pcrel sdata4");
              assertThat(each.instructions(UnitTest.NO_MEANING))
                  .containsExactly("DW_CFA_def_cfa r7, 8", "DW_CFA_offset r16, -8");
            });
    assertThat(found.functions())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.start()).isEqualTo(0x1000);
              assertThat(each.length()).isEqualTo(0x20);
            });
  }

  @Test
  void instructionsHaveTheirStandardNames() {
    assertThat(words(new ForgedDwarf().u8(0x44, 0x0E, 16, 0x86, 2, 0xC6, 0x0A, 0x0B, 0)))
        .containsExactly(
            "DW_CFA_advance_loc 4",
            "DW_CFA_def_cfa_offset 16",
            "DW_CFA_offset r6, -16",
            "DW_CFA_restore r6",
            "DW_CFA_remember_state",
            "DW_CFA_restore_state",
            "DW_CFA_nop");
    assertThat(words(new ForgedDwarf().u8(3, 0, 1, 0x0D, 6, 0x10, 3, 2, 0x77, 8, 0x12, 7, 0x7F)))
        .containsExactly(
            "DW_CFA_advance_loc2 256",
            "DW_CFA_def_cfa_register r6",
            "DW_CFA_expression r3, (DW_OP_breg7 8)",
            "DW_CFA_def_cfa_sf r7, 8");
  }

  @Test
  void whatIsNoInstructionIsShownAsBytes() {
    assertThat(words(new ForgedDwarf().u8(0x0E, 16, 0x3A, 1, 2)))
        .containsExactly("DW_CFA_def_cfa_offset 16", "bytes 3a0102");
    assertThat(words(new ForgedDwarf().u8(0x0F, 0x7F, 1))).containsExactly("bytes 0f7f01");
  }

  @Test
  void debugFramesOfVersion4SayHowLongAddressesAre() {
    ForgedDwarf cie =
        new ForgedDwarf().u32(-1).u8(4).text("").u8(4, 0).u8(1, 0x7C, 14).u8(0x0C, 13, 0).sized();
    ForgedDwarf fde = new ForgedDwarf().u32(0).u32(0x8000).u32(0x10).u8(0x42).sized();
    CallFrames.Result found =
        read(new ForgedDwarf().add(cie).add(fde), CallFrames.Kind.DEBUG_FRAME);
    assertThat(found.damage()).isEmpty();
    assertThat(found.frames().functions())
        .singleElement()
        .satisfies(each -> assertThat(each.start()).isEqualTo(0x8000));
  }

  @Test
  void anEntryThatEndsPastTheSectionIsDamage() {
    ForgedDwarf section = new ForgedDwarf().add(CIE).u32(0x1000).u32(4);
    CallFrames.Result found = read(section, CallFrames.Kind.EH_FRAME);
    assertThat(found.frames().shared()).hasSize(1);
    assertThat(found.damage()).contains("outside");
  }

  @Test
  void anEntryOfNoCommonOneIsDamage() {
    ForgedDwarf fde = new ForgedDwarf().u32(0x40).u32(0).u32(1).u8(0).sized();
    assertThat(read(fde, CallFrames.Kind.EH_FRAME).damage()).contains("common entry");
  }

  @Test
  void theTableForSearchingLeadsToEntries() {
    ForgedDwarf table =
        new ForgedDwarf().u8(1, 0x1B, 0x03, 0x3B).u32(0x10).u32(1).u32(-0x1000).u32(0x28);
    FrameTable found =
        FrameTable.read(
            Bytes.of(table.bytes()).block(0, table.size()),
            new CallFrames.Place(CallFrames.Kind.EH_FRAME, ByteOrder.LITTLE_ENDIAN, 8, ADDRESS),
            new Budget(10));
    assertThat(found.frames()).isEqualTo(ADDRESS + 4 + 0x10);
    assertThat(found.table()).isEqualTo("datarel sdata4");
    assertThat(found.rows()).containsExactly(new FrameTable.Row(0x1000, ADDRESS + 0x28));
  }
}
