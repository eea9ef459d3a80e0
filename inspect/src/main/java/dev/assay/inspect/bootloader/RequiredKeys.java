package dev.assay.inspect.bootloader;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.fdt.DeviceTree;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys by which U-Boot verifies images: below {@code /signature} of the device tree that stands
 * behind or in its program ({@code doc/usage/fit/signature.rst}, "Public Key Storage").
 */
final class RequiredKeys {
  private static final int MAGIC = 0xD00DFEED;
  private static final int MAX_TREES = 64;

  private RequiredKeys() {}

  static List<String> in(Bytes content, Block all) {
    Set<String> keys = new TreeSet<>();
    int trees = 0;
    for (int at = 0; at + 40 <= all.size() && trees < MAX_TREES; at += 4) {
      if (all.i32be(at) == MAGIC) {
        trees++;
        keys.addAll(keys(content.from(at)));
      }
    }
    return List.copyOf(keys);
  }

  private static List<String> keys(Bytes tree) {
    try {
      return DeviceTree.read(tree).root().child("signature").stream()
          .flatMap(signature -> signature.children().stream())
          .filter(key -> !key.text("required").isEmpty())
          .map(DeviceTree.Node::name)
          .toList();
    } catch (Malformed notATree) {
      return List.of();
    }
  }
}
