package dev.assay.report.bom;

import dev.assay.model.Artifact;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evaluation;
import dev.assay.model.Links;
import dev.assay.model.Product;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parts of a product in order of id. What it tells follows from the product alone, whatever the
 * verdicts.
 */
public final class Inventory {
  private final Product product;
  private final Map<String, Artifact> artifacts = new HashMap<>();
  private final List<Item> items;

  private Inventory(Evaluation evaluation) {
    this.product = evaluation.product();
    evaluation.artifacts().forEach(artifact -> artifacts.put(artifact.path(), artifact));
    Links links = new Links(evaluation.components());
    this.items =
        evaluation.components().stream()
            .map(described -> item(described, links))
            .sorted(Comparator.comparing(Item::id))
            .toList();
  }

  public static Inventory of(Evaluation evaluation) {
    return new Inventory(evaluation);
  }

  public List<Item> items() {
    return items;
  }

  /** Ids of the items that no other needs. */
  public List<String> tops() {
    Set<String> needed = new HashSet<>();
    items.forEach(item -> needed.addAll(item.dependsOn()));
    return items.stream().map(Item::id).filter(id -> !needed.contains(id)).toList();
  }

  /** The images that are files. The digest of a directory is over its entries, of no file. */
  public List<Product.Image> files() {
    return product.images().stream()
        .filter(
            image ->
                Optional.ofNullable(artifacts.get(image.name()))
                    .map(artifact -> artifact.sha256().equals(image.sha256()))
                    .orElse(false))
        .toList();
  }

  private Item item(Described described, Links links) {
    Component component = described.component();
    return new Item(
        component,
        Item.Type.of(component.kind()),
        sha256(component),
        supplier(described),
        Stream.concat(
                DeclaredFacts.texts(described.facts(), "licenses"),
                DeclaredFacts.texts(described.facts(), "license"))
            .toList(),
        dependsOn(described, links));
  }

  /** A component that shares its file with others, such as a package in a list, is not the file. */
  private Optional<String> sha256(Component component) {
    String only = component.artifacts().getFirst();
    return component.artifacts().size() == 1
            && component.id().equals(component.kind() + ":" + only)
            && Item.Type.of(component.kind()) != Item.Type.DATA
            && !component.kind().equals("operating-system")
        ? Optional.ofNullable(artifacts.get(only)).map(Artifact::sha256).filter(d -> !d.isEmpty())
        : Optional.empty();
  }

  /** {@code Debian OpenSSL Team <pkg@example.org>}: the name. */
  private static String supplier(Described described) {
    return DeclaredFacts.texts(described.facts(), "maintainer")
        .map(name -> name.replaceFirst("(?<!\\s)\\s*<[^<>]*+>\\s*+$", "").strip())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static List<String> dependsOn(Described user, Links links) {
    return Stream.concat(
            user.signs().uses().stream(),
            DeclaredFacts.texts(user.facts(), "dependsOn").map(name -> "pkg:" + name))
        .flatMap(name -> links.provider(name, user).stream())
        .map(provider -> provider.component().id())
        .filter(id -> !id.equals(user.component().id()))
        .distinct()
        .sorted()
        .toList();
  }
}
