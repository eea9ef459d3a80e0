package dev.assay.evidence.releases;

import dev.assay.evidence.BundleContent;
import dev.assay.evidence.BundleException;
import dev.assay.evidence.recall.Line;
import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A component that some release holds more than once. Of a library that is recognised part by part
 * the places count, whole or not; of all else the components.
 *
 * @param kind kind of component
 * @param releases one for each release, oldest first; empty where the release does not hold it
 */
public record Sprawl(String kind, String name, List<Optional<Copies>> releases) {
  public Sprawl {
    releases = List.copyOf(releases);
  }

  /**
   * How often one release holds it.
   *
   * @param versions those that differ; not every copy tells one
   */
  public record Copies(int count, SortedSet<String> versions) {}

  private static final String LIBRARY = "library-copies";
  private static final String SOFTWARE = "software";

  private record Key(String kind, String name) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byKind = kind.compareTo(other.kind);
      return byKind != 0 ? byKind : name.compareTo(other.name);
    }
  }

  /** Components with a known version, of which a release has two copies or more; worst first. */
  static List<Sprawl> of(List<BundleContent> bundles) throws BundleException {
    SortedMap<Key, List<SortedMap<String, Integer>>> all = new TreeMap<>();
    for (int release = 0; release < bundles.size(); release++) {
      for (byte[] bytes :
          bundles.get(release).files().getOrDefault(BundleFiles.COMPONENTS, List.of())) {
        Line line = Line.read(bytes, BundleFiles.COMPONENTS);
        if (!line.text("version").isEmpty()) {
          all.computeIfAbsent(
                  new Key(line.text("kind"), line.text("name")), unseen -> empty(bundles.size()))
              .get(release)
              .merge(line.text("version"), 1, Integer::sum);
        }
      }
      for (byte[] bytes : bundles.get(release).files().getOrDefault(BundleFiles.FACTS, List.of())) {
        Line line = Line.read(bytes, BundleFiles.FACTS);
        if (line.text("component").startsWith(LIBRARY + ":")) {
          places(line, all, release, bundles.size());
        }
      }
    }
    List.copyOf(all.keySet()).stream()
        .filter(key -> key.kind.equals(LIBRARY))
        .forEach(library -> all.remove(new Key(SOFTWARE, library.name)));
    List<Sprawl> sprawls = new ArrayList<>();
    all.forEach((key, counts) -> sprawls.add(of(key, counts)));
    return sprawls.stream()
        .filter(each -> each.most() > 1)
        .sorted(
            Comparator.comparing((Sprawl each) -> -each.mostVersions())
                .thenComparing(each -> -each.most())
                .thenComparing(Sprawl::kind)
                .thenComparing(Sprawl::name))
        .toList();
  }

  /** Where one library is. */
  private static void places(
      Line line, SortedMap<Key, List<SortedMap<String, Integer>>> all, int release, int releases)
      throws BundleException {
    SortedMap<String, Integer> versions =
        all.computeIfAbsent(
                new Key(LIBRARY, line.text("facts", "library")), unseen -> empty(releases))
            .get(release);
    for (Json place : line.object().items("facts", "places")) {
      if (place instanceof Json.Obj copy) {
        versions.merge(copy.text("version").orElse(""), 1, Integer::sum);
      }
    }
  }

  private static List<SortedMap<String, Integer>> empty(int releases) {
    List<SortedMap<String, Integer>> versions = new ArrayList<>();
    for (int i = 0; i < releases; i++) {
      versions.add(new TreeMap<>());
    }
    return versions;
  }

  private static Sprawl of(Key key, List<SortedMap<String, Integer>> versions) {
    return new Sprawl(
        key.kind,
        key.name,
        versions.stream()
            .map(
                each ->
                    each.isEmpty()
                        ? Optional.<Copies>empty()
                        : Optional.of(
                            new Copies(
                                each.values().stream().mapToInt(Integer::intValue).sum(),
                                versions(each))))
            .toList());
  }

  private static SortedSet<String> versions(SortedMap<String, Integer> copies) {
    SortedSet<String> told = new TreeSet<>(copies.keySet());
    told.remove("");
    return told;
  }

  private int most() {
    return releases.stream().flatMap(Optional::stream).mapToInt(Copies::count).max().orElse(0);
  }

  private int mostVersions() {
    return releases.stream()
        .flatMap(Optional::stream)
        .mapToInt(copies -> copies.versions().size())
        .max()
        .orElse(0);
  }
}
