package dev.assay.inspect.scan;

import dev.assay.formats.EntryType;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What earlier runs learnt of contents, taken over where this product has the same. */
final class Recollection {
  private final Remembered remembered;
  private final Contents contents;
  private final Budget budget;
  private final Workspace workspace;
  private final Progress progress;
  private final Map<String, Remembered.Stored> recalled = new ConcurrentHashMap<>();
  private final Map<Path, HostIndex> hosts = new ConcurrentHashMap<>();

  Recollection(
      Remembered remembered,
      Contents contents,
      Budget budget,
      Workspace workspace,
      Progress progress) {
    this.remembered = remembered;
    this.contents = contents;
    this.budget = budget;
    this.workspace = workspace;
    this.progress = progress;
  }

  boolean isKept() {
    return remembered.isKept();
  }

  /** Calls to mind what is known of the files of a source of the host. */
  void open(Source source) {
    if (source instanceof Source.OnHost(String name, Path path) && isKept()) {
      hosts.put(path, remembered.host(path));
    }
  }

  /** Keeps all that this run learnt for later ones. */
  void keep() {
    if (isKept()) {
      remembered.keep(contents.analyses(), contents.members(), recalled, hosts);
    }
  }

  /** Notes what a file of the host was found to be. */
  void learn(HostFile file, String digest) {
    host(file).ifPresent(index -> index.learn(file, digest));
  }

  /** Whether a file of the host is as an earlier run read it; if so, the member is complete. */
  boolean completes(Member member, HostFile file) {
    Optional<String> digest = host(file).flatMap(index -> index.digest(file));
    if (digest.isEmpty()) {
      return false;
    }
    String key = member.key(digest.get());
    if (!contents.isClaimed(key)) {
      Map<String, Remembered.Stored> known = recall(key);
      if (known.isEmpty()) {
        return false;
      }
      takeUnclaimed(known);
    }
    member.content = key;
    return true;
  }

  /** Takes over a content that was claimed, with all in it; false where it must be read. */
  boolean takes(String key) {
    Map<String, Remembered.Stored> known = recall(key);
    if (known.isEmpty()) {
      return false;
    }
    take(key, Objects.requireNonNull(known.remove(key)));
    takeUnclaimed(known);
    return true;
  }

  private Optional<HostIndex> host(HostFile file) {
    return hosts.entrySet().stream()
        .filter(entry -> file.path().startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** What is remembered of a content and all in it; empty if anything of that is not. */
  private Map<String, Remembered.Stored> recall(String key) {
    Map<String, Remembered.Stored> found = new LinkedHashMap<>();
    if (!isKept()) {
      return found;
    }
    Deque<String> wanted = new ArrayDeque<>(List.of(key));
    while (!wanted.isEmpty()) {
      String next = wanted.pop();
      if (found.containsKey(next) || !next.equals(key) && contents.isClaimed(next)) {
        continue;
      }
      Optional<Remembered.Stored> stored = remembered.content(next);
      if (stored.isEmpty()) {
        return Map.of();
      }
      found.put(next, stored.get());
      for (Member inside : stored.get().members().orElse(List.of())) {
        if (!inside.content.isEmpty()) {
          wanted.push(inside.content);
        }
      }
    }
    return found;
  }

  private void takeUnclaimed(Map<String, Remembered.Stored> known) {
    known.forEach(
        (key, stored) -> {
          if (contents.claim(key)) {
            take(key, stored);
          }
        });
  }

  private void take(String key, Remembered.Stored stored) {
    List<Member> inside = stored.members().orElse(List.of());
    budget.artifacts(inside.size());
    budget.kept(inside.stream().mapToLong(m -> m.kept.map(k -> k.length).orElse(0)).sum());
    if (workspace.recalled(stored.analysis().size())) {
      workspace.hitLimit();
    }
    inside.forEach(member -> progress.found(member.entry.entryType() == EntryType.FILE));
    stored.members().ifPresent(all -> contents.hold(key, all));
    recalled.put(key, stored);
    contents.analysed(key, stored.analysis());
  }
}
