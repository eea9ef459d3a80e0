package dev.assay.formats.dwarf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.ByteOrder;

/** Any bytes as sections: entries, lines and frames, or damage. */
class DwarfFuzzTest {
  private static final long MOST = 20_000;

  @FuzzTest
  void readsEntriesOfAnyBytes(byte[] content) {
    Bytes whole = Bytes.of(content);
    ByteOrder order = content.length % 2 == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    // The first half is .debug_info, the other whatever it leads to.
    Bytes info = whole.slice(0, content.length / 2);
    Bytes others = whole.from(content.length / 2);
    DebugSections sections =
        new DebugSections(order, name -> name.equals("info") ? info : others, 1 << 20);
    Budget budget = new Budget(MOST);
    for (Unit unit : Unit.all(sections, "info", budget).units()) {
      try {
        entries(unit, budget);
      } catch (Malformed refused) {
        // What was read before is told.
      }
      try {
        LineTable.read(sections, unit, 0, budget);
      } catch (Malformed refused) {
        // There are no lines.
      }
    }
  }

  private static void entries(Unit unit, Budget budget) {
    for (Entry entry : unit.entries(budget)) {
      unit.entryAt(entry.at());
      for (Attribute each : unit.attributes(entry, budget)) {
        switch (each.value()) {
          case Value.Expression expression -> unit.operations(expression, UnitTest.NO_MEANING);
          case Value.TextIndex index -> unit.text(index);
          case Value.AddressIndex index -> unit.address(index.index());
          case Value.Offset offset -> unit.ranges(offset, budget);
          case Value.ListIndex index -> unit.locations(index, budget);
          default -> {}
        }
      }
    }
  }

  @FuzzTest
  void readsFramesOfAnyBytes(byte[] content) {
    Block block = Bytes.of(content).block(0, content.length);
    for (CallFrames.Kind kind : CallFrames.Kind.values()) {
      CallFrames.Place place =
          new CallFrames.Place(kind, ByteOrder.LITTLE_ENDIAN, content.length % 2 == 0 ? 4 : 8, 0);
      CallFrames frames = CallFrames.read(block, place, new Budget(MOST)).frames();
      frames.functions().forEach(each -> each.instructions(UnitTest.NO_MEANING));
      frames.shared().forEach(each -> each.instructions(UnitTest.NO_MEANING));
      try {
        FrameTable.read(block, place, new Budget(MOST));
      } catch (Malformed refused) {
        // It is none.
      }
    }
  }
}
