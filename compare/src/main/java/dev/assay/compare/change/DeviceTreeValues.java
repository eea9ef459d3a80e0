package dev.assay.compare.change;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.fdt.DeviceTree;
import dev.assay.formats.fdt.FlatDeviceTree;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Properties of device trees by their path: {@code /soc/serial@1000/status}. */
final class DeviceTreeValues implements Values {
  private static final int SHOWN = 1024;

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
    add("", DeviceTree.read(content).root(), values);
    return ValueSet.of(values);
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
