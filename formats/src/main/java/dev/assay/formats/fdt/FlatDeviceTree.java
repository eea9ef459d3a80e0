package dev.assay.formats.fdt;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Leaf;
import java.util.List;
import java.util.OptionalLong;

/** A device tree blob (DTB). */
public final class FlatDeviceTree implements Leaf, Carvable {
  public static final String TYPE = "application/vnd.devicetree";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public boolean recognises(Bytes content) {
    return DeviceTree.isAt(content);
  }

  @Override
  public List<byte[]> magics() {
    return List.of(DeviceTree.MAGIC);
  }

  @Override
  public OptionalLong extent(Bytes here) {
    return OptionalLong.of(DeviceTree.read(here).totalSize());
  }
}
