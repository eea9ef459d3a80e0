package dev.assay.formats.lvm;

import dev.assay.formats.Forged;
import java.nio.charset.StandardCharsets;

/** Physical volumes of 16 extents of 1 KiB, each filled with its letter. */
final class ForgedVolume {
  static final String ID = "abcdef0123456789ABCDEF0123456789";
  private static final int AREA_AT = 4096;
  private static final int SMALL = 61_440;
  private static final int LARGE = 1 << 20;

  private ForgedVolume() {}

  /** One whose group has the logical volumes of a text. */
  static byte[] of(String volumes) {
    int start = (AREA_AT + area(volumes.length() + 1000)) / 512;
    return ofText(
        """
        vg {
        extent_size = 2
        physical_volumes {
        pv0 { id = "abcdef-0123-4567-89AB-CDEF-0123-456789" pe_start = START pe_count = 16 }
        pv1 { id = "another" pe_start = START pe_count = 16 }
        }
        logical_volumes {
        """
                .replace("START", "" + start)
            + volumes
            + "}\n}\n");
  }

  private static int area(int text) {
    return text > SMALL - 2000 ? LARGE : SMALL;
  }

  /** One with any text as its metadata. */
  static byte[] ofText(String text) {
    byte[] stored = (text + "\0").getBytes(StandardCharsets.UTF_8);
    int area = area(stored.length);
    Forged header = Forged.little().u32(0).text(" LVM2 x[5A%r0N*>").u32(1).u64(AREA_AT, area);
    header.u64(512, stored.length);
    header.u32(LvmCrc.of(Forged.little().bytes(stored).toBytes().block(0, stored.length)), 0);
    header.fillTo(0, 512);
    header.set32(0, LvmCrc.of(header.toBytes().block(4, 508)));
    Forged label = Forged.little().text("LABELONE").u64(1).u32(0, 32).text("LVM2 001").text(ID);
    label.u64(81_920, 65_536, 0, 0, 0, AREA_AT, area, 0, 0).fillTo(0, 512);
    label.set32(16, LvmCrc.of(label.toBytes().block(20, 492)));
    Forged image = Forged.little().fill(0, 512).bytes(label.toArray()).fillTo(0, AREA_AT);
    image.bytes(header.toArray()).bytes(stored).fillTo(0, AREA_AT + area);
    for (char letter = 'a'; letter < 'q'; letter++) {
      image.fill(letter, 1024);
    }
    return image.toArray();
  }

  /** A volume with segments. */
  static String volume(String name, String status, String... segments) {
    StringBuilder text = new StringBuilder(name + " { status = [\"READ\", \"" + status + "\"]\n");
    for (int i = 0; i < segments.length; i++) {
      text.append("segment").append(i + 1).append(" {\n").append(segments[i]).append("}\n");
    }
    return text.append("}\n").toString();
  }

  /** A segment on the physical volume of that name. */
  static String linear(int start, int count, String on, long first) {
    return segment(start, count, "striped", "stripes = [\"" + on + "\", " + first + "]");
  }

  static String segment(int start, int count, String type, String more) {
    return "start_extent = %d # as written\nextent_count = %d\ntype = \"%s\"\nstripe_count = 1\n%s\n"
        .formatted(start, count, type, more);
  }
}
