package dev.assay.inspect.hostile;

import java.nio.charset.StandardCharsets;

/** Physical volumes of LVM2 of 16 extents of 1 KiB with any text of logical volumes. */
final class LvmVolume {
  private static final int AREA_AT = 4096;
  private static final int AREA = 61_440;
  private static final String ID = "0123456789abcdef0123456789ABCDEF";

  private LvmVolume() {}

  /** A volume of one segment. */
  static String volume(String name, String type, String more) {
    return "%s { status = [\"VISIBLE\"] segment1 { start_extent = 0 extent_count = 2 type = \"%s\" %s } }\n"
        .formatted(name, type, more);
  }

  static byte[] of(String volumes) {
    String text =
        "vg { extent_size = 2 physical_volumes { pv0 { id = \"%s\" pe_start = 128 pe_count = 16 } }"
                .formatted(ID)
            + " logical_volumes { "
            + volumes
            + " } }";
    byte[] stored = text.getBytes(StandardCharsets.UTF_8);
    Draft header = Draft.little().text(" LVM2 x[5A%r0N*>").u32(1).u64(AREA_AT, AREA);
    header.u64(512, stored.length).u32(crc(stored), 0).fillTo(0, 508);
    Draft label = Draft.little().u32(32).text("LVM2 001").text(ID);
    label.u64(81_920, 65_536, 0, 0, 0, AREA_AT, AREA, 0, 0).fillTo(0, 492);
    Draft image = Draft.little().fill(0, 512).text("LABELONE").u64(1).u32(crc(label.done()));
    image.bytes(label.done()).fillTo(0, AREA_AT).u32(crc(header.done())).bytes(header.done());
    return image.bytes(stored).fillTo(0, AREA_AT + AREA).fill('x', 16_384).done();
  }

  private static int crc(byte[] bytes) {
    int crc = 0xF597A6CF;
    for (byte each : bytes) {
      crc ^= each & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) != 0 ? crc >>> 1 ^ 0xEDB88320 : crc >>> 1;
      }
    }
    return crc;
  }
}
