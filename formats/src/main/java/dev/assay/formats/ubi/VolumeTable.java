package dev.assay.formats.ubi;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Names;
import dev.assay.formats.ubi.EraseBlocks.Used;
import java.util.Map;
import java.util.TreeMap;

/** Names of volumes. */
final class VolumeTable {
  private static final int RECORD = 172;
  private static final int MAX_VOLUMES = 128;
  private static final int MAX_NAME = 127;

  /**
   * @param reserved blocks that the volume may have
   * @param updating whether an update was begun and not finished
   */
  record Volume(String name, long reserved, boolean updating) {}

  private VolumeTable() {}

  /** From the first of the two copies that can be read; what it lacks is taken from the other. */
  static Map<Long, Volume> of(Bytes content, Map<Long, Used> copies) {
    Map<Long, Volume> volumes = new TreeMap<>();
    for (Used copy : copies.values()) {
      for (long i = 0; i < MAX_VOLUMES; i++) {
        try {
          Block record = content.block(copy.dataAt() + i * RECORD, RECORD);
          int nameSize = record.u16be(14);
          if (UbiCrc.of(record, 168) == record.i32be(168)
              && record.u32be(0) > 0
              && nameSize <= MAX_NAME) {
            volumes.putIfAbsent(
                i,
                new Volume(
                    Names.decode(record.bytes(16, nameSize)), record.u32be(0), record.u8(13) == 1));
          }
        } catch (Malformed cut) {
          break;
        }
      }
    }
    return volumes;
  }
}
