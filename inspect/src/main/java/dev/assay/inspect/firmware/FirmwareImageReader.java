package dev.assay.inspect.firmware;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.fdt.DeviceTree;
import dev.assay.formats.fdt.DeviceTree.Node;
import dev.assay.inspect.ContentInspector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks for signatures in firmware images. */
public final class FirmwareImageReader implements ContentInspector<FirmwareImageContent> {
  private static final int TRAILER = 16;
  private static final int MOST_BLOCKS = 16;

  @Override
  public Class<FirmwareImageContent> facts() {
    return FirmwareImageContent.class;
  }

  @Override
  public int revision() {
    return 2;
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return ImageFormat.of(type, Bundle.of(content).map(Bundle::format).orElse("")).isPresent();
  }

  @Override
  public Optional<FirmwareImageContent> inspect(Bytes content) {
    boolean appended = isSignatureAppended(content);
    if (DeviceTree.isAt(content)) {
      return Optional.of(ofTree(DeviceTree.read(content).root(), appended));
    }
    Bundle bundle = Bundle.of(content).orElse(new Bundle("", Map.of()));
    return Optional.of(
        new FirmwareImageContent(
            bundle.format(), bundle.digests(), appended, List.of(), List.of(), false, false));
  }

  private static boolean isSignatureAppended(Bytes content) {
    long end = content.size();
    for (int i = 0; i < MOST_BLOCKS && end >= TRAILER; i++) {
      Block trailer = content.block(end - TRAILER, TRAILER);
      long size = trailer.u32be(12);
      if (!trailer.latin1(0, 4).equals("FWx0") || size < TRAILER || size > end) {
        return false;
      }
      if (trailer.u8(8) == 0) {
        return true;
      }
      end -= size;
    }
    return false;
  }

  private static FirmwareImageContent ofTree(Node root, boolean appended) {
    List<Node> images = children(root, "images");
    List<Node> configurations = children(root, "configurations");
    Set<String> hashes = new TreeSet<>();
    images.forEach(image -> below(image, "hash").forEach(hash -> hashes.add(hash.text("algo"))));
    Set<String> algorithms = new TreeSet<>();
    Stream.of(images, configurations)
        .flatMap(List::stream)
        .flatMap(FirmwareImageReader::signatures)
        .forEach(signature -> algorithms.add(signature.text("algo")));
    return new FirmwareImageContent(
        "",
        Map.of(),
        appended,
        List.copyOf(hashes),
        List.copyOf(algorithms),
        allSigned(images),
        allSigned(configurations));
  }

  private static List<Node> children(Node root, String name) {
    return root.child(name).map(Node::children).orElse(List.of());
  }

  private static boolean allSigned(List<Node> nodes) {
    return !nodes.isEmpty()
        && nodes.stream().allMatch(node -> signatures(node).findFirst().isPresent());
  }

  /** Those that were made: one that nobody has made yet is a node without a value. */
  private static Stream<Node> signatures(Node node) {
    return below(node, "signature")
        .filter(
            signature ->
                Optional.ofNullable(signature.properties().get("value"))
                    .filter(value -> value.size() > 0)
                    .isPresent());
  }

  private static Stream<Node> below(Node node, String name) {
    return node.children().stream().filter(child -> child.name().startsWith(name));
  }
}
