package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Bytes;
import dev.assay.formats.fdt.DeviceTree;
import dev.assay.formats.fdt.FlatImageTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * U-Boot's tree of images (Flat Image Tree specification, §2): each property by its path, without
 * the data of the images, which are members, where it lies, and the hashes that follow from it.
 */
final class FitNormal implements Normaliser {
  private static final Set<String> DATA =
      Set.of("data", "data-size", "data-offset", "data-position");

  private static final Set<String> SIGNED =
      Set.of("value", "timestamp", "signer-name", "signer-version", "hashed-strings");

  private static final int CELL = 4;

  @Override
  public boolean takes(String type) {
    return type.equals(FlatImageTree.TYPE);
  }

  @Override
  public Normal normalise(Bytes content) {
    DeviceTree.Node root = DeviceTree.read(content).root();
    List<Kept> kept = new ArrayList<>();
    List<String> signatures = new ArrayList<>();
    add("", root, kept, signatures);
    return new Normal(
        kept,
        List.of(
            new Trait(
                Equivalence.BUILD_TIME,
                "fit time",
                root.cell("timestamp").map(Prints::time).orElse("")),
            new Trait(
                Equivalence.SIGNATURE,
                "fit signatures",
                Prints.of(signatures, signatures.size() + " values"))));
  }

  private static void add(
      String path, DeviceTree.Node node, List<Kept> kept, List<String> signatures) {
    node.properties()
        .forEach(
            (name, value) -> {
              String whole = path + "/" + name;
              if (isOfSignature(node, name)) {
                signatures.add(whole + " " + Prints.of(value));
              } else if (!isLeftOut(path, node, name)) {
                kept.add(kept("fit " + whole, value));
              }
            });
    node.children().forEach(child -> add(path + "/" + child.name(), child, kept, signatures));
  }

  private static boolean isOfSignature(DeviceTree.Node node, String property) {
    return node.name().startsWith("signature") && SIGNED.contains(property);
  }

  private static boolean isLeftOut(String path, DeviceTree.Node node, String property) {
    return DATA.contains(property)
        || path.isEmpty() && property.equals("timestamp")
        || node.name().startsWith("hash") && property.equals("value");
  }

  /** An address or a number as such. */
  private static Kept kept(String what, Bytes value) {
    return value.size() == CELL
        ? new Kept(
            what,
            "0x%08x".formatted(value.block(0, CELL).u32be(0)).getBytes(StandardCharsets.US_ASCII))
        : Kept.of(what, value);
  }
}
