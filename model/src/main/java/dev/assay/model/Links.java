package dev.assay.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who provides what, who uses whom. A name such as {@code path:/usr/sbin/sshd} may be provided in
 * several root file systems of a product; the provider whose artifact path shares the longest
 * beginning with the user's is meant.
 */
public final class Links {
  private final Map<String, List<Described>> providers = new HashMap<>();
  private final Map<String, Set<String>> dependents = new HashMap<>();
  private final Map<String, Described> byId = new HashMap<>();

  public Links(List<Described> components) {
    for (Described component : components) {
      byId.put(component.component().id(), component);
      for (String name : component.signs().provides()) {
        providers.computeIfAbsent(name, k -> new ArrayList<>()).add(component);
      }
    }
    for (Described component : components) {
      for (String name : component.signs().uses()) {
        provider(name, component)
            .map(provider -> provider.component().id())
            .filter(id -> !id.equals(component.component().id()))
            .ifPresent(
                id ->
                    dependents
                        .computeIfAbsent(id, k -> new HashSet<>())
                        .add(component.component().id()));
      }
    }
  }

  /** Who provides what the user means by a name. */
  public Optional<Described> provider(String name, Described user) {
    Described best = null;
    int bestShared = -1;
    String from = user.component().artifacts().getFirst();
    for (Described candidate : providers.getOrDefault(name, List.of())) {
      int shared = shared(from, candidate.component().artifacts().getFirst());
      if (shared > bestShared) {
        best = candidate;
        bestShared = shared;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Components that depend on it, directly. */
  public Set<String> dependents(String id) {
    return dependents.getOrDefault(id, Set.of());
  }

  /** The component of an id, which must exist. */
  public Described component(String id) {
    Described found = byId.get(id);
    if (found == null) {
      throw new IllegalArgumentException("no component " + id);
    }
    return found;
  }

  private static int shared(String a, String b) {
    int end = Math.min(a.length(), b.length());
    int i = 0;
    while (i < end && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }
}
