package dev.assay.compare.change.data;

import dev.assay.compare.change.Crc;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.fdt.DeviceTree;
import dev.assay.formats.fdt.FlatDeviceTree;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Properties of device trees by their path: {@code /soc/serial@1000/status}. */
public final class DeviceTreeValues implements Values {
  private static final int SHOWN = 1024;
  private static final int HEADER = 40;
  private static final List<String> FIELDS =
      List.of(
          "magic",
          "totalsize",
          "off_dt_struct",
          "off_dt_strings",
          "off_mem_rsvmap",
          "version",
          "last_comp_version",
          "boot_cpuid_phys",
          "size_dt_strings",
          "size_dt_struct");

  @Override
  public String what() {
    return "property";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.equals(FlatDeviceTree.TYPE);
  }

  @Override
  public ValueSet of(Bytes content) {
    Map<String, String> values = new TreeMap<>();
    header(content.block(0, HEADER), values);
    add("", DeviceTree.read(content).root(), values);
    return ValueSet.of(values);
  }

  /** Sizes and offsets (Devicetree Specification §5.2). */
  private static void header(Block header, Map<String, String> values) {
    for (int i = 0; i < FIELDS.size(); i++) {
      long value = header.u32be(4 * i);
      values.put("(" + FIELDS.get(i) + ")", "0x%x (%d)".formatted(value, value));
    }
  }

  private static void add(String path, DeviceTree.Node node, Map<String, String> values) {
    values.put(path + "/", "node");
    node.properties().forEach((name, value) -> values.put(path + "/" + name, shown(value)));
    node.children().forEach(child -> add(path + "/" + child.name(), child, values));
  }

  /** Text where it is one, else hex; of what is long, its start and a digest. */
  private static String shown(Bytes value) {
    Block block = value.head(SHOWN);
    String text = block.size() > 0 ? block.cString(0, block.size()) : "";
    boolean isText =
        text.length() + 1 == value.size()
            && !text.isEmpty()
            && text.chars().allMatch(each -> each >= 0x20 && each < 0x7F);
    String start = isText ? text : HexFormat.of().formatHex(block.bytes(0, block.size()));
    return value.size() <= SHOWN ? start : start + "… " + Crc.of(value);
  }
}
