package dev.assay.inspect.keys;

import dev.assay.inspect.certificates.Certificate;
import dev.assay.inspect.tree.Node;
import java.util.List;
import java.util.Optional;

/**
 * Certificates, private keys and key stores of one content.
 *
 * @param damaged what looked like one and could not be read: code, offset and message in one line
 */
public record KeyMaterial(
    List<Certificate> certificates,
    List<FoundKey> keys,
    List<FoundStore> stores,
    List<String> damaged) {

  /** What a file holds; a container's is found in its members. */
  public static Optional<KeyMaterial> of(Node node) {
    return node.analysis().opened() ? Optional.empty() : node.facts(KeyMaterial.class);
  }
}
