package dev.assay.formats.lvm;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The label of a physical volume.
 *
 * @param at its offset
 * @param id identifier of the physical volume, without hyphens
 * @param device bytes of the device
 * @param metadata areas of metadata
 */
record VolumeLabel(long at, String id, long device, List<Area> metadata) {
  static final int SECTOR = 512;
  static final byte[] MAGIC = "LABELONE".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TYPE = "LVM2 001".getBytes(StandardCharsets.US_ASCII);
  private static final int SECTORS = 4;
  private static final int CHECKED_FROM = 20;
  private static final int HEADER = 32;
  private static final int ID = 32;

  /**
   * A part of the device.
   *
   * @param offset in bytes
   * @param size in bytes
   */
  record Area(long offset, long size) {}

  /** The one whose checksum is right, in the first sectors. */
  static Optional<VolumeLabel> find(Bytes content) {
    for (int sector = 0; sector < SECTORS; sector++) {
      long at = (long) sector * SECTOR;
      if (content.has(at, MAGIC) && content.has(at + 24, TYPE) && at + SECTOR <= content.size()) {
        Block label = content.block(at, SECTOR);
        Block checked = label.slice(CHECKED_FROM, SECTOR - CHECKED_FROM);
        if (label.i64le(8) == sector
            && label.i32le(20) == HEADER
            && label.i32le(16) == LvmCrc.of(checked)) {
          return Optional.of(read(label, at));
        }
      }
    }
    return Optional.empty();
  }

  private static VolumeLabel read(Block label, long at) {
    String id = new String(label.bytes(HEADER, ID), StandardCharsets.ISO_8859_1);
    List<Area> metadata = new ArrayList<>();
    int lists = 0;
    for (int next = HEADER + ID + 8; lists < 2 && next + 16 <= SECTOR; next += 16) {
      Area area = new Area(label.i64le(next), label.i64le(next + 8));
      if (area.offset() == 0) {
        lists++;
      } else if (lists == 1) {
        metadata.add(area);
      }
    }
    return new VolumeLabel(at, id, label.i64le(HEADER + ID), List.copyOf(metadata));
  }
}
