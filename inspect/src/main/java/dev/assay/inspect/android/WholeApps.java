package dev.assay.inspect.android;

import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The apps of a root. A base package and its splits, which lie in one directory or archive, are one
 * app; a split without its base is one by itself. A further base is a variant, as stores pack an
 * app differently for older devices: it counts only where its facts differ. So do the whole
 * packages that a set of bundletool has for devices without splits ({@code standalones/} beside
 * {@code splits/}; developer.android.com, "bundletool"), one for each processor.
 */
public final class WholeApps {
  private static final Pattern SET = Pattern.compile("!/(?:splits|standalones)/$");

  private static final Root.Derived<WholeApps> FOUND = new Root.Derived<>(WholeApps::new);

  private final Map<String, List<Node>> splits = new HashMap<>();
  private final Map<String, List<Node>> variants = new HashMap<>();
  private final Map<String, Node> parts = new HashMap<>();

  /**
   * Puts the facts of a split to those of the app.
   *
   * @param <F> the record of facts
   */
  public interface Joining<F> {
    F with(F app, Node split, F facts);

    /** By which variants are told apart: without what {@link #beside} puts together of them. */
    default F alike(F facts) {
      return facts;
    }

    /** The facts of an app with those of a variant that is alike. */
    default F beside(F app, F variant) {
      return app;
    }
  }

  /**
   * Takes an app.
   *
   * @param <F> the record of facts
   */
  public interface Taker<F> {
    void take(Node base, List<Node> others, F facts);
  }

  private WholeApps(Root root) {
    Map<String, Node> bases = new HashMap<>();
    for (Node node : root.nodes()) {
      Optional<AndroidPackageFacts> app = node.facts(AndroidPackageFacts.class);
      if (app.isPresent() && node.facts(SplitFacts.class).isEmpty()) {
        Node base = bases.computeIfAbsent(place(node) + app.get().packageName(), key -> node);
        if (base != node) {
          part(base, node, variants);
        }
      }
    }
    for (Node node : root.nodes()) {
      node.facts(SplitFacts.class)
          .flatMap(split -> Optional.ofNullable(bases.get(place(node) + split.packageName())))
          .ifPresent(base -> part(base, node, splits));
    }
  }

  private void part(Node base, Node node, Map<String, List<Node>> of) {
    parts.put(node.path(), base);
    of.computeIfAbsent(base.path(), path -> new ArrayList<>()).add(node);
  }

  /** The base of the app that a split belongs to. */
  public static Optional<Node> base(Root root, Node split) {
    return split
        .facts(SplitFacts.class)
        .flatMap(part -> Optional.ofNullable(FOUND.of(root).parts.get(split.path())));
  }

  /**
   * The directory with its final slash; {@code !/} stands before a member of an archive. Both
   * directories of a set are the place of its app.
   */
  private static String place(Node node) {
    String directory = node.path().substring(0, node.path().lastIndexOf('/') + 1);
    return SET.matcher(directory).replaceFirst("!/");
  }

  /** Gives every app of a root that has facts of one kind, in order of path. */
  public static <F extends Record> void each(
      Root root, Class<F> wanted, Joining<F> joining, Taker<F> taker) {
    WholeApps apps = FOUND.of(root);
    for (Node node : root.nodes()) {
      Optional<F> facts = node.facts(wanted);
      if (facts.isPresent() && !apps.isCovered(node, wanted, joining)) {
        List<Node> own = apps.splits.getOrDefault(node.path(), List.of());
        F alike = joining.alike(facts.get());
        List<Node> same =
            apps.variants(node).stream()
                .filter(other -> other != node && isAlike(other, wanted, joining, alike))
                .toList();
        F app = joined(wanted, facts.get(), own, joining);
        for (Node other : same) {
          app = joining.beside(app, other.facts(wanted).orElseThrow());
        }
        taker.take(node, Joined.lists(same, own), app);
      }
    }
  }

  private static <F extends Record> boolean isAlike(
      Node node, Class<F> wanted, Joining<F> joining, F alike) {
    return node.facts(wanted).map(joining::alike).filter(alike::equals).isPresent();
  }

  /** Whether what a package tells is told with its base, or with a variant before it. */
  private <F extends Record> boolean isCovered(Node node, Class<F> wanted, Joining<F> joining) {
    if (!parts.containsKey(node.path())) {
      return false;
    }
    Optional<F> alike = node.facts(wanted).map(joining::alike);
    return node.facts(SplitFacts.class).isPresent()
        || variants(node).stream()
                .filter(each -> isAlike(each, wanted, joining, alike.orElseThrow()))
                .findFirst()
                .orElse(node)
            != node;
  }

  /** The base of an app and all its variants, in order of path. */
  private List<Node> variants(Node node) {
    Node base = parts.getOrDefault(node.path(), node);
    return Joined.lists(List.of(base), variants.getOrDefault(base.path(), List.of()));
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
