package dev.assay.inspect.boot;

import dev.assay.formats.Bytes;
import dev.assay.formats.fdt.DeviceTree;
import dev.assay.formats.fdt.FlatDeviceTree;
import dev.assay.formats.fdt.FlatImageTree;
import dev.assay.inspect.ContentInspector;
import java.util.Optional;
import java.util.Set;

/** Reads model and boot arguments of a device tree. */
public final class DeviceTreeInspector implements ContentInspector<DeviceTreeFacts> {
  @Override
  public Class<DeviceTreeFacts> facts() {
    return DeviceTreeFacts.class;
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return type.equals(FlatDeviceTree.TYPE) || type.equals(FlatImageTree.TYPE);
  }

  @Override
  public Optional<DeviceTreeFacts> inspect(Bytes content) {
    DeviceTree.Node root = DeviceTree.read(content).root();
    Optional<DeviceTree.Node> chosen = root.child("chosen");
    return Optional.of(
        new DeviceTreeFacts(
            root.text("model"),
            root.texts("compatible"),
            chosen.map(node -> node.text("bootargs")).orElse(""),
            chosen.map(node -> node.text("stdout-path")).orElse("")));
  }
}
