package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.compare.normal.BootImageNormal.Field;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * Partitions of device tree overlays (AOSP, {@code dt_table.h}, big-endian): without sizes and
 * places of the overlays, which are members. What tells for which board each is, is kept.
 */
final class DtboNormal implements Normaliser {
  private static final int HEADER = 32;
  private static final int LEAST_ENTRY = 16;
  private static final int MOST = 4096;

  private static final List<Field> FIELDS =
      List.of(
          new Field("header size", 8, 4),
          new Field("entry size", 12, 4),
          new Field("overlays", 16, 4),
          new Field("page size", 24, 4),
          new Field("version", 28, 4));

  @Override
  public boolean takes(String type) {
    return type.equals("application/vnd.android.dtbo");
  }

  @Override
  public Normal normalise(Bytes content) {
    Block header = content.block(0, HEADER);
    List<Kept> kept = new ArrayList<>();
    for (Field field : FIELDS) {
      kept.add(Kept.of("dtbo " + field.name(), content.slice(field.at(), field.size())));
    }
    List<String> places = new ArrayList<>(List.of(header.u32be(4) + " bytes in all"));
    places.add("table at " + header.u32be(20));
    long size = header.u32be(12);
    for (long i = 0; i < Math.min(header.u32be(16), MOST); i++) {
      long at = header.u32be(20) + i * size;
      Block entry = content.block(at, LEAST_ENTRY);
      places.add(entry.u32be(0) + " bytes at " + entry.u32be(4));
      kept.add(Kept.of("dtbo board of overlay " + i, content.slice(at + 8, size - 8)));
    }
    return new Normal(
        kept,
        List.of(
            new Trait(
                Equivalence.LAYOUT,
                "dtbo sizes and places",
                Prints.of(places, places.getFirst()))));
  }
}
