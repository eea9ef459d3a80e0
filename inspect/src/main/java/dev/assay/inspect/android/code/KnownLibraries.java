package dev.assay.inspect.android.code;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The known libraries that classes are of.
 *
 * @param ids sorted
 * @param kinds what they are for, sorted
 */
public record KnownLibraries(List<String> ids, List<String> kinds) {

  /**
   * @param classes names: {@code com.example.Sdk}
   */
  public static KnownLibraries of(Collection<String> classes) {
    Set<String> packages = new TreeSet<>();
    for (String name : classes) {
      packages.add(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
    }
    Set<String> ids = new TreeSet<>();
    Set<String> kinds = new TreeSet<>();
    for (String each : packages) {
      owner(each)
          .ifPresent(
              library -> {
                ids.add(library.id());
                kinds.add(library.kind());
              });
    }
    return new KnownLibraries(List.copyOf(ids), List.copyOf(kinds));
  }

  private static Optional<Library> owner(String name) {
    return Tables.standard().libraries().stream()
        .filter(library -> library.has(name))
        .max(Comparator.comparing(library -> library.fit(name)));
  }
}
