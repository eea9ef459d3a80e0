package dev.assay.inspect.android;

import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The apps of a root. A base package and its splits, which lie in one directory or archive, are one
 * app; a split without its base is one by itself.
 */
public final class WholeApps {
  private static final Root.Derived<WholeApps> FOUND = new Root.Derived<>(WholeApps::new);

  private final Map<String, List<Node>> splits = new HashMap<>();
  private final Set<String> parts = new HashSet<>();

  /**
   * Puts the facts of a split to those of the app.
   *
   * @param <F> the record of facts
   */
  public interface Joining<F> {
    F with(F app, Node split, F facts);
  }

  /**
   * Takes an app.
   *
   * @param <F> the record of facts
   */
  public interface Taker<F> {
    void take(Node base, List<Node> splits, F facts);
  }

  private WholeApps(Root root) {
    Map<String, Node> bases = new HashMap<>();
    for (Node node : root.nodes()) {
      if (node.facts(SplitFacts.class).isEmpty()) {
        node.facts(AndroidPackageFacts.class)
            .ifPresent(app -> bases.putIfAbsent(place(node) + app.packageName(), node));
      }
    }
    for (Node node : root.nodes()) {
      Optional<Node> base =
          node.facts(SplitFacts.class)
              .flatMap(split -> Optional.ofNullable(bases.get(place(node) + split.packageName())));
      base.ifPresent(
          app -> {
            parts.add(node.path());
            splits.computeIfAbsent(app.path(), path -> new ArrayList<>()).add(node);
          });
    }
  }

  /** The directory with its final slash; {@code !/} stands before a member of an archive. */
  private static String place(Node node) {
    return node.path().substring(0, node.path().lastIndexOf('/') + 1);
  }

  /** Gives every app of a root that has facts of one kind, in order of path. */
  public static <F extends Record> void each(
      Root root, Class<F> wanted, Joining<F> joining, Taker<F> taker) {
    WholeApps apps = FOUND.of(root);
    for (Node node : root.nodes()) {
      if (!apps.parts.contains(node.path())) {
        List<Node> own = List.copyOf(apps.splits.getOrDefault(node.path(), List.of()));
        node.facts(wanted)
            .ifPresent(facts -> taker.take(node, own, joined(wanted, facts, own, joining)));
      }
    }
  }

  private static <F extends Record> F joined(
      Class<F> wanted, F base, List<Node> splits, Joining<F> joining) {
    F facts = base;
    for (Node split : splits) {
      Optional<F> more = split.facts(wanted);
      if (more.isPresent()) {
        facts = joining.with(facts, split, more.get());
      }
    }
    return facts;
  }
}
