package dev.assay.inspect.dropbear;

import dev.assay.inspect.Draft;
import dev.assay.inspect.dropbear.DropbearFacts.HostKey;
import dev.assay.inspect.keys.FoundKey;
import dev.assay.inspect.keys.KeyMaterial;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys by which a server proves who it is, where they lie in the product. */
final class HostKeys {
  private static final Pattern NAME = Pattern.compile("dropbear_([a-z0-9]+)_host_key");
  private static final Map<String, String> ALGORITHMS =
      Map.of("dss", "DSA", "rsa", "RSA", "ecdsa", "EC", "ed25519", "Ed25519");

  private HostKeys() {}

  /** The files that {@code -r} names, or those in the place where the server looks by itself. */
  static List<HostKey> of(Root root, DropbearOptions options, Draft draft) {
    Map<String, Node> files = new LinkedHashMap<>();
    if (options.has('r') || options.has('d')) {
      for (char letter : new char[] {'r', 'd'}) {
        options
            .all(letter)
            .forEach(option -> root.node(option.value()).ifPresent(n -> files.put(n.inRoot(), n)));
      }
    } else {
      root.children("etc/dropbear").stream()
          .filter(node -> NAME.matcher(node.name()).matches())
          .forEach(node -> root.node(node.inRoot()).ifPresent(n -> files.put(n.inRoot(), n)));
    }
    List<HostKey> keys = new ArrayList<>();
    for (Node node : files.values()) {
      if (node.isFile() && node.size() > 0) {
        HostKey key = key(node);
        draft.seen(
            "hostKeysShipped[" + keys.size() + "]",
            node.whole(key.algorithm() + " host key of " + node.size() + " bytes, in every unit"));
        keys.add(key);
      }
    }
    return List.copyOf(keys);
  }

  private static HostKey key(Node node) {
    Optional<FoundKey> found =
        KeyMaterial.of(node).flatMap(material -> material.keys().stream().findFirst());
    Matcher name = NAME.matcher(node.name());
    String byName = name.matches() ? ALGORITHMS.getOrDefault(name.group(1), "") : "";
    String algorithm =
        found.map(key -> key.key().algorithm()).filter(a -> !a.isEmpty()).orElse(byName);
    int bits = found.map(key -> key.key().bits()).orElse(0);
    return new HostKey(node.inRoot(), named(algorithm), bits);
  }

  private static String named(String algorithm) {
    return switch (algorithm.toUpperCase(Locale.ROOT)) {
      case "DSA", "DSS" -> "DSA";
      case "ED25519" -> "Ed25519";
      default -> algorithm;
    };
  }
}
