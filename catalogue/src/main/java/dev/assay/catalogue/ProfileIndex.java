package dev.assay.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The profiles that come with Assay and the kinds of component each has test cases for, known
 * without loading their catalogues. The file beside the packed catalogues has a line for each:
 * name, tab, kinds separated by spaces.
 */
public final class ProfileIndex {
  /** Name of the file. */
  public static final String FILE = "profiles";

  private final Map<String, SortedSet<String>> kinds;

  private ProfileIndex(Map<String, SortedSet<String>> kinds) {
    this.kinds = kinds;
  }

  /** The index that comes with Assay; empty where none has been packed. */
  public static ProfileIndex packed() {
    try (InputStream in = ProfileIndex.class.getResourceAsStream("packed/" + FILE)) {
      return in == null
          ? new ProfileIndex(Map.of())
          : read(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The index in the lines of its file. */
  public static ProfileIndex read(List<String> lines) {
    Map<String, SortedSet<String>> kinds = new LinkedHashMap<>();
    for (String line : lines) {
      String[] columns = line.split("\t", -1);
      kinds.put(columns[0], new TreeSet<>(List.of(columns[1].split(" "))));
    }
    return new ProfileIndex(kinds);
  }

  /** The line of a catalogue's profile in the file. */
  public static String line(Catalogue catalogue) {
    return catalogue.cases().stream()
        .map(each -> each.meta().component())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" ", catalogue.profile() + "\t", ""));
  }

  /** Names of the profiles. */
  public List<String> names() {
    return List.copyOf(kinds.keySet());
  }

  /**
   * Which profiles have test cases for kinds that a profile has none for: the kinds by profile,
   * those of few kinds first. A profile that has no more of them than another before it is left
   * out.
   *
   * @param found kinds of components of a product
   */
  public Map<String, SortedSet<String>> beyond(String profile, Set<String> found) {
    Map<String, SortedSet<String>> beyond = new LinkedHashMap<>();
    SortedSet<String> own = kinds.getOrDefault(profile, new TreeSet<>());
    kinds.entrySet().stream()
        .sorted(Comparator.comparingInt(each -> each.getValue().size()))
        .forEach(
            each -> {
              SortedSet<String> more = new TreeSet<>(each.getValue());
              more.retainAll(found);
              more.removeAll(own);
              if (!more.isEmpty()
                  && beyond.values().stream().noneMatch(before -> before.containsAll(more))) {
                beyond.put(each.getKey(), more);
              }
            });
    return beyond;
  }
}
