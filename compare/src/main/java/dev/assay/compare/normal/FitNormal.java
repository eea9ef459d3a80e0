package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.fdt.DeviceTree;
import dev.assay.formats.fdt.FlatImageTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * U-Boot's tree of images (Flat Image Tree specification, §2): each property by its path, without
 * the data of the images, which are members, where it lies, and the hashes that are those of it.
 */
final class FitNormal implements Normaliser {
  private static final Set<String> DATA =
      Set.of("data", "data-size", "data-offset", "data-position");

  private static final Set<String> SIGNED =
      Set.of("value", "timestamp", "signer-name", "signer-version", "hashed-strings");

  private static final String VALUE = "value";
  private static final int CELL = 4;

  @Override
  public boolean takes(String type) {
    return type.equals(FlatImageTree.TYPE);
  }

  @Override
  public Normal normalise(Bytes content) {
    DeviceTree tree = DeviceTree.read(content);
    Taken taken = new Taken(hashes(tree, content), new ArrayList<>(), new ArrayList<>());
    taken.add("", tree.root());
    return new Normal(
        taken.kept,
        List.of(
            new Trait(
                Equivalence.BUILD_TIME,
                "fit time",
                tree.root().cell("timestamp").map(Prints::time).orElse("")),
            new Trait(
                Equivalence.SIGNATURE,
                "fit signatures",
                Prints.of(taken.signatures, taken.signatures.size() + " values")),
            new Trait(
                Equivalence.DERIVED,
                "fit hashes",
                Prints.of(List.copyOf(taken.hashes.values()), taken.hashes.size() + " values"),
                taken.hashes)));
  }

  /** The hashes that fit the images, by path. */
  private static SortedMap<String, String> hashes(DeviceTree tree, Bytes content) {
    SortedMap<String, String> found = new TreeMap<>();
    for (DeviceTree.Node image :
        tree.root().child("images").map(DeviceTree.Node::children).orElse(List.of())) {
      for (DeviceTree.Node hash : image.children()) {
        Optional.ofNullable(hash.properties().get(VALUE))
            .filter(value -> hash.name().startsWith("hash") && isOf(hash, image, tree, content))
            .ifPresent(
                value ->
                    found.put(
                        "/images/" + image.name() + "/" + hash.name() + "/" + VALUE,
                        HexFormat.of().formatHex(value.toArray((int) value.size()))));
      }
    }
    return found;
  }

  private static boolean isOf(
      DeviceTree.Node hash, DeviceTree.Node image, DeviceTree tree, Bytes content) {
    try {
      return FlatImageTree.fits(hash, FlatImageTree.data(image, content, tree.totalSize()));
    } catch (Malformed noData) {
      return false;
    }
  }

  private record Taken(SortedMap<String, String> hashes, List<Kept> kept, List<String> signatures) {
    void add(String path, DeviceTree.Node node) {
      node.properties()
          .forEach(
              (name, value) -> {
                String whole = path + "/" + name;
                if (isOfSignature(node, name)) {
                  signatures.add(whole + " " + Prints.of(value));
                } else if (!isLeftOut(path, name) && !hashes.containsKey(whole)) {
                  kept.add(FitNormal.kept("fit " + whole, value));
                }
              });
      node.children().forEach(child -> add(path + "/" + child.name(), child));
    }
  }

  private static boolean isOfSignature(DeviceTree.Node node, String property) {
    return node.name().startsWith("signature") && SIGNED.contains(property);
  }

  private static boolean isLeftOut(String path, String property) {
    return DATA.contains(property) || path.isEmpty() && property.equals("timestamp");
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
