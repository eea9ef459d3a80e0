package dev.assay.inspect.identity;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.packages.Owned;
import dev.assay.inspect.packages.PackageInspector;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Products recognised by their content. A file that a package owns belongs to the package and is
 * not described again.
 */
public final class SoftwareInspector implements Inspector {
  public static final Kind<SoftwareFacts> KIND =
      Kind.of("software", SoftwareFacts.class, "Software recognised by its content");

  /** Places and evidence shown of one component. */
  private static final int MAX_PLACES = 200;

  private static final int MAX_EVIDENCE = 20;

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND, LibraryCopies.KIND);
  }

  @Override
  public List<String> reads() {
    return new PackageInspector().reads();
  }

  @Override
  public void inspect(Root root, Findings findings) {
    Products products = Products.standard();
    Map<String, Map<String, List<Recognised>>> found = new TreeMap<>();
    for (Node node : root.nodes()) {
      for (Recognised each : Recognition.of(node, products)) {
        found
            .computeIfAbsent(each.signature().product(), k -> new TreeMap<>())
            .computeIfAbsent(each.version(), k -> new ArrayList<>())
            .add(each);
      }
    }
    if (found.isEmpty()) {
      return;
    }
    Owned owned = Owned.of(root);
    found.forEach(
        (product, versions) -> {
          if (!owned.unlisted().contains(product)) {
            versions.values().forEach(all -> all.removeIf(each -> owns(owned, each.node())));
            versions.values().removeIf(List::isEmpty);
            joined(versions);
            versions.forEach((version, all) -> describe(root, all, versions.keySet(), findings));
          }
        });
  }

  /** A member of an archive belongs to the package that has the archive. */
  private static boolean owns(Owned owned, Node node) {
    int archive = node.inRoot().indexOf("!/");
    return owned.owns(archive < 0 ? node.inRoot() : node.inRoot().substring(0, archive));
  }

  /** A file that does not tell its version is of the one version that its neighbours tell. */
  private static void joined(Map<String, List<Recognised>> versions) {
    if (versions.size() == 2 && versions.containsKey("")) {
      List<Recognised> untold = versions.remove("");
      versions.values().iterator().next().addAll(untold);
    }
  }

  private static void describe(
      Root root, List<Recognised> all, Set<String> versions, Findings findings) {
    ProductSignature signature = all.getFirst().signature();
    String version = all.getFirst().version();
    String where =
        root.path() + "#" + signature.product() + (version.isEmpty() ? "" : "@" + version);
    List<Node> nodes = all.stream().map(Recognised::node).distinct().toList();
    Draft draft =
        findings
            .component(KIND, where, signature.product())
            .version(version)
            .purl(Names.purl(signature, version))
            .cpe(Names.cpe(signature, version))
            .signs(signs(nodes));
    nodes.stream().limit(MAX_PLACES).forEach(draft::artifact);
    for (String fact : List.of("product", "version", "places", "copies", "otherVersions")) {
      all.stream().limit(MAX_EVIDENCE).forEach(each -> draft.seen(fact, each.evidence()));
    }
    if (version.isEmpty()) {
      draft.unknown("version", "the content of " + nodes.getFirst().inRoot() + " does not tell it");
    }
    draft.facts(
        new SoftwareFacts(
            signature.product(),
            version,
            signature.category(),
            nodes.stream().limit(MAX_PLACES).map(Node::inRoot).toList(),
            (int) nodes.stream().map(Node::sha256).distinct().count(),
            versions.stream().filter(v -> !v.isEmpty() && !v.equals(version)).toList()));
  }

  private static RiskSigns signs(List<Node> nodes) {
    return RiskSigns.UNKNOWN
        .withSurface(0, nodes.size(), "files it is in")
        .withMemoryUnsafe(false, "counted at its programs")
        .withParsesInput(false, "counted at its programs")
        .withExposure(RiskSigns.Exposure.NONE, "counted at its programs")
        .withPrivilege(RiskSigns.Privilege.USER, "counted at its programs")
        .withLinks(
            Set.of(),
            Set.of(),
            nodes.stream().map(node -> "path:/" + node.inRoot()).collect(Collectors.toSet()));
  }
}
