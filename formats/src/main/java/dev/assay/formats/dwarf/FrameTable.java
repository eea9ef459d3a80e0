package dev.assay.formats.dwarf;

import dev.assay.formats.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code .eh_frame_hdr}: which entry of {@code .eh_frame} is that of the function at an address,
 * sorted for a search (LSB Core 5.0, 10.6.2).
 *
 * @param pointers how the address of {@code .eh_frame} is encoded, in words
 * @param table how the rows are encoded, in words
 * @param frames address of {@code .eh_frame}
 */
public record FrameTable(
    int version, String pointers, String table, long frames, long count, List<Row> rows) {
  /**
   * @param function where its code is
   * @param entry where its FDE is
   */
  public record Row(long function, long entry) {}

  /**
   * @throws dev.assay.formats.Malformed where it is cut short or longer than the budget
   */
  public static FrameTable read(Block section, CallFrames.Place place, Budget budget) {
    Cursor in = new Cursor(section, place.order());
    EncodedPointer pointer =
        new EncodedPointer(place.addressSize(), place.address(), place.address());
    int version = in.u8();
    int frameEncoding = in.u8();
    int countEncoding = in.u8();
    int tableEncoding = in.u8();
    long frames = frameEncoding == EncodedPointer.OMITTED ? 0 : pointer.read(in, frameEncoding);
    long count = countEncoding == EncodedPointer.OMITTED ? 0 : pointer.length(in, countEncoding);
    List<Row> rows = new ArrayList<>();
    for (long i = 0; i < count && tableEncoding != EncodedPointer.OMITTED; i++) {
      budget.spend(1);
      rows.add(new Row(pointer.read(in, tableEncoding), pointer.read(in, tableEncoding)));
    }
    return new FrameTable(
        version,
        EncodedPointer.name(frameEncoding),
        EncodedPointer.name(tableEncoding),
        frames,
        count,
        rows);
  }
}
