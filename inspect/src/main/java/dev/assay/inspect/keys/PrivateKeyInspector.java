package dev.assay.inspect.keys;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.certificates.Certificate;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the private keys of a root: one component for each distinct one, with all its places. */
public final class PrivateKeyInspector implements Inspector {
  public static final Kind<PrivateKeyFacts> PRIVATE_KEY =
      Kind.of("private-key", PrivateKeyFacts.class, "Private key");

  private static final List<String> OF_THE_KEY =
      List.of(
          "format",
          "algorithm",
          "bits",
          "curve",
          "encrypted",
          "weakProtection",
          "role",
          "matchesCertificate",
          "embedded",
          "publicTestKey",
          "copies");

  private static final List<String> OF_THE_FILE =
      List.of("mode", "worldReadable", "groupReadable", "writable", "owner");

  private record Placed(FoundKey key, List<Node> nodes) {}

  @Override
  public List<Kind<?>> kinds() {
    return List.of(PRIVATE_KEY);
  }

  @Override
  public void inspect(Root root, Findings findings) {
    Map<String, Placed> distinct = new LinkedHashMap<>();
    Map<String, Certificate> certificates = new HashMap<>();
    for (Node node : root.nodes()) {
      KeyMaterial.of(node)
          .ifPresent(
              material -> {
                material.keys().forEach(key -> gather(node, key, distinct));
                material
                    .certificates()
                    .forEach(
                        c ->
                            certificates.merge(
                                c.key().sha256(), c, PrivateKeyInspector::authority));
              });
    }
    for (Placed placed : distinct.values()) {
      describe(
          placed, Optional.ofNullable(certificates.get(placed.key().key().sha256())), findings);
    }
  }

  private static Certificate authority(Certificate first, Certificate second) {
    return second.ca() && !first.ca() ? second : first;
  }

  private static void gather(Node node, FoundKey key, Map<String, Placed> distinct) {
    Placed placed =
        distinct.computeIfAbsent(key.identity(), k -> new Placed(key, new ArrayList<>()));
    if (!placed.nodes().contains(node)) {
      placed.nodes().add(node);
    }
  }

  private static void describe(
      Placed placed, Optional<Certificate> certificate, Findings findings) {
    FoundKey key = placed.key();
    Node first = placed.nodes().getFirst();
    String known = key.publishedBy();
    boolean embedded = placed.nodes().stream().allMatch(KeyRole::isEmbedded);
    String role = KeyRole.of(placed.nodes(), key, certificate, embedded);
    Node open = mostOpen(placed.nodes());
    Draft draft =
        findings
            .component(
                PRIVATE_KEY, first.path() + "#" + key.sha256().substring(0, 16), first.name())
            .signs(signs(key));
    placed.nodes().forEach(draft::artifact);
    String summary =
        key.format()
            + " private key, "
            + key.key().algorithm()
            + " "
            + key.key().bits()
            + ", "
            + (key.encrypted() ? "encrypted: " + key.protection() : "not encrypted")
            + ", "
            + key.length()
            + " bytes, "
            + placed.nodes().size()
            + " place(s)";
    OF_THE_KEY.forEach(fact -> draft.seen(fact, first.at(key.offset(), summary)));
    OF_THE_FILE.forEach(
        fact -> draft.seen(fact, open.whole("mode " + mode(open) + ", owner " + open.owner())));
    if (key.key().bits() == 0) {
      String why =
          key.encrypted() ? "the key is encrypted" : "the key is of an algorithm that is not read";
      draft
          .unknown("bits", why)
          .unknown("algorithm", why)
          .unknown("curve", why)
          .unknown("matchesCertificate", why);
    }
    if (open.mode() == 0) {
      OF_THE_FILE.forEach(fact -> draft.unknown(fact, "the container stores no file modes"));
    }
    draft.facts(
        new PrivateKeyFacts(
            key.format(),
            key.key().algorithm(),
            key.key().bits(),
            key.key().curve(),
            key.encrypted(),
            key.protection(),
            key.weakProtection(),
            mode(open),
            (open.mode() & 0004) != 0,
            (open.mode() & 0040) != 0 && open.owner().gid() != 0,
            (open.mode() & 0022) != 0,
            first.owner().uid(),
            role,
            certificate.isPresent(),
            certificate.map(Certificate::commonName).orElse(""),
            embedded,
            KeyMaterial.of(first).filter(m -> !m.stores().isEmpty()).isPresent(),
            !known.isEmpty(),
            known,
            placed.nodes().size()));
  }

  private static Node mostOpen(List<Node> nodes) {
    Node open = nodes.getFirst();
    for (Node node : nodes) {
      open = (node.mode() & 0066) > (open.mode() & 0066) ? node : open;
    }
    return open;
  }

  private static String mode(Node node) {
    return String.format(Locale.ROOT, "%04o", node.mode());
  }

  private static RiskSigns signs(FoundKey key) {
    return RiskSigns.UNKNOWN
        .withExposure(RiskSigns.Exposure.NONE, "a file of the device")
        .withSurface(key.length(), 0, "data, not code")
        .withMemoryUnsafe(false, "data, not code")
        .withParsesInput(false, "data, not code")
        .withPrivilege(RiskSigns.Privilege.FULL, "whoever has the key is who it stands for");
  }
}
