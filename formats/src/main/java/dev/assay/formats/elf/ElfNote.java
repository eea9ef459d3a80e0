package dev.assay.formats.elf;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;

/**
 * A note of a file's loaded segments (System V ABI, “Note Section”).
 *
 * @param owner whose meaning {@code type} has, without the NUL behind it
 * @param body what the note says
 * @param at of its body in the file, in bytes
 */
public record ElfNote(String owner, long type, Block body, long at) {
  private static final int HEADER = 12;

  /** Linux extensions to the gABI, “Program Property”: aligned as addresses are. */
  private static final long PROPERTIES = 5;

  /** Bytes of one segment of notes that are read. */
  private static final int MAX_SIZE = 1 << 16;

  private static final int MAX_OWNER = 64;

  /** Notes of one file that are read; real ones have a dozen. */
  private static final int MAX_NOTES = 4096;

  /** All that can be read; a damaged note ends those of its segment. */
  public static List<ElfNote> of(Elf elf) {
    List<ElfNote> found = new ArrayList<>();
    for (Segment segment : elf.segments()) {
      if (segment.type() == Segment.NOTE || segment.type() == Segment.GNU_PROPERTY) {
        try {
          read(elf, segment, found);
        } catch (Malformed outsideTheFile) {
          // A segment outside the file has no notes.
        }
      }
    }
    return found;
  }

  private static void read(Elf elf, Segment segment, List<ElfNote> found) {
    ElfFields fields = elf.fields();
    Block notes =
        elf.content()
            .blockUpTo(segment.offset(), (int) Math.clamp(segment.fileSize(), 0, MAX_SIZE));
    long at = 0;
    while (at + HEADER <= notes.size() && found.size() < MAX_NOTES) {
      int header = (int) at;
      long nameSize = fields.word(notes, header);
      long size = fields.word(notes, header + 4);
      long type = fields.word(notes, header + 8);
      long start = at + HEADER + padded(nameSize, 4);
      if (start + size > notes.size()) {
        return;
      }
      String owner =
          nameSize == 0 ? "" : notes.slice(header + HEADER, (int) nameSize).cString(0, MAX_OWNER);
      found.add(
          new ElfNote(owner, type, notes.slice((int) start, (int) size), segment.offset() + start));
      at = start + padded(size, type == PROPERTIES && elf.is64() ? 8 : 4);
    }
  }

  private static long padded(long size, int unit) {
    return size + unit - 1 & -(long) unit;
  }
}
