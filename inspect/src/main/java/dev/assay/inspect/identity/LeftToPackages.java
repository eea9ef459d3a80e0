package dev.assay.inspect.identity;

import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.ecosystem.DependencyFacts;
import dev.assay.inspect.ecosystem.DependencyInspector;
import dev.assay.inspect.ecosystem.note.PackageNotesFacts;
import dev.assay.inspect.packages.Owned;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Component;
import dev.assay.model.Described;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was recognised in contents for which a package answers. Inspectors see one root, and every
 * archive is one; here the whole product is seen: the Java archive that a package owns, and copies
 * of its files elsewhere, as a Debian system makes them for its initial RAM disk. Where no database
 * tells, files may do so themselves ({@link PackageNotesFacts}). How many copies there are of a
 * library is for {@link LibraryCopies} to tell.
 */
public final class LeftToPackages {
  private static final Set<String> KINDS =
      Set.of(SoftwareInspector.KIND.name(), DependencyInspector.KIND.name());

  /** A distribution mends flaws without a new version of the product. */
  private static final String SILENT =
      "an installed package may own it, with fixes of its own; the package database lists no files";

  private static final String NOTED =
      "its files name the package of a distribution that they were built for, with fixes of its own";

  /** A component that names so many places may have more, which are not looked at. */
  private static final int MOST_PLACES = 50;

  private final Set<String> owned = new HashSet<>();
  private final Set<String> silent = new HashSet<>();
  private final Set<String> noted = new HashSet<>();
  private final Map<String, String> digests = new HashMap<>();

  private LeftToPackages(List<Root> roots) {
    for (Root root : roots) {
      Owned packages = Owned.of(root);
      if (packages.isSilent()) {
        silent.add(root.path());
      }
      for (Node node : root.nodes()) {
        if (node.isFile()) {
          digests.put(node.path(), node.sha256());
          if (isOfADistribution(node)) {
            noted.add(node.path());
          }
          if (packages.owns(node.inRoot())) {
            owned.add(node.sha256());
          }
        }
      }
    }
  }

  private static boolean isOfADistribution(Node node) {
    return Builds.of(node).isPresent()
        || node.facts(PackageNotesFacts.class)
            .filter(PackageNotesFacts::isOfADistribution)
            .isPresent();
  }

  /**
   * The components without those that are nothing but contents of packages; the versions of those
   * that may be are in doubt.
   */
  public static List<Described> without(List<Described> components, List<Root> roots) {
    if (components.stream().noneMatch(LeftToPackages::isRecognised)) {
      return components;
    }
    LeftToPackages left = new LeftToPackages(roots);
    return components.stream()
        .flatMap(
            each -> isRecognised(each) ? left.weighed(each).stream() : Optional.of(each).stream())
        .toList();
  }

  private static boolean isRecognised(Described each) {
    return KINDS.contains(each.component().kind());
  }

  private Optional<Described> weighed(Described each) {
    Component own = each.component();
    if (own.artifacts().size() < MOST_PLACES && own.artifacts().stream().allMatch(this::isOwned)) {
      return Optional.empty();
    }
    if (own.artifacts().stream().anyMatch(this::maybeOwned)) {
      return Optional.of(doubted(each, SILENT));
    }
    boolean ofADistribution = !isItsNote(each.facts()) && noted.containsAll(own.artifacts());
    return Optional.of(ofADistribution ? doubted(each, NOTED) : each);
  }

  /** What the note itself says is the distribution's own version. */
  private static boolean isItsNote(Record facts) {
    return facts instanceof DependencyFacts told && told.declaredBy().equals(Dependency.NOTED);
  }

  private static Described doubted(Described each, String why) {
    Map<String, String> unknown = new HashMap<>(each.unknown());
    unknown.putIfAbsent("version", why);
    return new Described(each.component(), each.facts(), each.evidence(), unknown, each.signs());
  }

  /** Whether a package owns the content of the artifact or of an archive that it is in. */
  private boolean isOwned(String path) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf("!/", end - 1)) {
      String digest = digests.get(path.substring(0, end));
      if (digest != null && owned.contains(digest)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is in a root whose database does not tell. */
  private boolean maybeOwned(String path) {
    return silent.stream()
        .anyMatch(root -> path.startsWith(root + "!/") || path.startsWith(root + "/"));
  }
}
