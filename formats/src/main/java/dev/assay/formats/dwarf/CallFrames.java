package dev.assay.formats.dwarf;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the frames of functions are unwound: {@code .eh_frame} (LSB Core 5.0, 10.6.1) and {@code
 * .debug_frame} (DWARF 5, 6.4.1).
 *
 * @param shared what entries have in common, in the order of the section
 * @param functions in the order of the section
 */
public record CallFrames(List<CommonEntry> shared, List<FunctionEntry> functions) {
  private static final long TERMINATOR = 0;
  private static final int MOST_SHARED = 10_000;

  /** The two sections differ in how an entry names its kind. */
  public enum Kind {
    EH_FRAME,
    DEBUG_FRAME
  }

  /**
   * Where it lies.
   *
   * @param addressSize of the program, in bytes
   * @param address of the section
   */
  public record Place(Kind kind, ByteOrder order, int addressSize, long address) {}

  /**
   * Entries up to the end, or to where one cannot be read.
   *
   * @param damage that kept the rest from being read; empty where there is none
   */
  public record Result(CallFrames frames, String damage) {}

  /** Reads all, as far as the budget goes. */
  public static Result read(Block section, Place place, Budget budget) {
    Map<Long, CommonEntry> shared = new LinkedHashMap<>();
    List<FunctionEntry> functions = new ArrayList<>();
    String damage = "";
    Cursor in = new Cursor(section, place.order());
    try {
      while (!in.isAtEnd()) {
        budget.spend(1);
        long start = in.at();
        Cursor.Extent extent = in.extent();
        if (extent.length() == TERMINATOR) {
          continue;
        }
        int behind = in.at();
        in.skip(extent.length());
        Cursor entry = new Cursor(section.slice(0, in.at()), place.order()).moveTo(behind);
        entry(entry, start, extent.offsetSize(), new FrameReader(place), shared, functions);
      }
    } catch (Malformed damaged) {
      damage = damaged.problem().message();
    }
    return new Result(new CallFrames(List.copyOf(shared.values()), functions), damage);
  }

  private static void entry(
      Cursor in,
      long start,
      int offsetSize,
      FrameReader reader,
      Map<Long, CommonEntry> shared,
      List<FunctionEntry> functions) {
    boolean unwinding = reader.place().kind() == Kind.EH_FRAME;
    int at = in.at();
    // LSB Core 5.0, 10.6.1.1: in .eh_frame the identifier always has 4 bytes
    int size = unwinding ? 4 : offsetSize;
    long id = in.number(size);
    boolean common = unwinding ? id == 0 : id == (size == 4 ? 0xFFFF_FFFFL : -1);
    if (common && shared.size() >= MOST_SHARED) {
      throw new Malformed("dwarf.cie", start, "more than " + MOST_SHARED + " common entries");
    }
    if (common) {
      shared.put(start, reader.common(in, offsetSize, shared.size() + 1));
      return;
    }
    CommonEntry of = shared.get(unwinding ? at - id : id);
    if (of == null) {
      throw new Malformed("dwarf.cie", start, "an entry of a function refers to no common entry");
    }
    functions.add(reader.function(in, start, of));
  }
}
