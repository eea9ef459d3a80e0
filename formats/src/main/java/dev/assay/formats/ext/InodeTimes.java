package dev.assay.formats.ext;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;

/**
 * The times of one inode in use.
 *
 * @param modified when its content was last changed, s since 1970
 * @param fields all of its times as they are stored, those for parts of seconds included
 */
public record InodeTimes(long modified, List<Long> fields) {
  private static final int MODIFIED = 0x10;
  private static final int FIRST_HALF = 128;

  /** Read, changed, modified; then the rest of them, made, and the rest of that. */
  private static final int[] FIRST = {0x08, 0x0C, MODIFIED};

  private static final int[] SECOND = {0x84, 0x88, 0x8C, 0x90, 0x94};

  public InodeTimes {
    fields = List.copyOf(fields);
  }

  /**
   * Those of all inodes in use, in the order of inodes.
   *
   * @throws Malformed where a table is outside of the content
   */
  public static List<InodeTimes> of(Bytes content) {
    ExtSuperblock superblock =
        ExtSuperblock.at(content)
            .orElseThrow(() -> new Malformed("ext.superblock", 1024, "is no superblock"));
    List<InodeTimes> all = new ArrayList<>();
    WrittenInodes.each(
        content,
        superblock,
        inode -> {
          if (inode.links() > 0) {
            all.add(of(inode.raw()));
          }
        });
    return all;
  }

  private static InodeTimes of(Block inode) {
    List<Long> fields = new ArrayList<>();
    for (int field : FIRST) {
      fields.add(inode.u32le(field));
    }
    int end = inode.size() > FIRST_HALF ? FIRST_HALF + inode.u16le(FIRST_HALF) : FIRST_HALF;
    for (int field : SECOND) {
      if (field + Integer.BYTES <= Math.min(end, inode.size())) {
        fields.add(inode.u32le(field));
      }
    }
    return new InodeTimes(inode.u32le(MODIFIED), fields);
  }
}
