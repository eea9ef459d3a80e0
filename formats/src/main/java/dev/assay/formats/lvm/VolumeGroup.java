package dev.assay.formats.lvm;

import dev.assay.formats.Malformed;
import java.util.List;
import java.util.Map;

/**
 * What the text says of the group.
 *
 * @param extent bytes of an extent
 * @param here name of the physical volume that is read
 * @param start offset of its first extent
 * @param extents how many it has
 * @param volumes logical ones by name, as written
 */
record VolumeGroup(
    long extent, String here, long start, long extents, Map<String, Section> volumes) {
  private static final int SECTOR = 512;
  private static final long MOST_SECTORS = Long.MAX_VALUE / SECTOR;

  /**
   * @param id of the physical volume, without hyphens
   * @throws Malformed {@code lvm.text} where the text is none of a group with that volume
   */
  static VolumeGroup of(Section text, String id) {
    List<Section> groups =
        text.sections().values().stream()
            .filter(each -> each.sections().containsKey("physical_volumes"))
            .toList();
    if (groups.isEmpty()) {
      throw new Malformed("lvm.text", -1, "the metadata names no physical volumes");
    }
    Section group = groups.getFirst();
    for (Map.Entry<String, Section> each :
        group.section("physical_volumes").sections().entrySet()) {
      Section volume = each.getValue();
      if (volume.word("id").replace("-", "").equals(id)) {
        return new VolumeGroup(
            bytes("extent_size", group.number("extent_size")),
            each.getKey(),
            bytes("pe_start", volume.number("pe_start")),
            volume.number("pe_count"),
            group.section("logical_volumes").sections());
      }
    }
    throw new Malformed("lvm.text", -1, "the metadata is of other physical volumes");
  }

  private static long bytes(String name, long sectors) {
    if (sectors <= 0 || sectors > MOST_SECTORS) {
      throw new Malformed("lvm.text", -1, name + " of " + sectors + " sectors");
    }
    return sectors * SECTOR;
  }
}
