package dev.assay.formats.yaffs2;

import dev.assay.formats.Bytes;
import dev.assay.formats.Listing;
import dev.assay.model.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All objects of an image. */
final class YaffsLog {
  static final long ROOT = 1;
  private static final long UNLINKED = 3;
  private static final long DELETED = 4;
  private static final int MAX_PAGES = 4_000_000;

  private final Bytes image;
  private final YaffsGeometry geometry;
  private final Map<Long, YaffsObject> objects = new LinkedHashMap<>();
  private final Map<Long, TreeMap<String, Long>> directories = new HashMap<>();
  private int damaged;
  private long damagedAt;

  private record Page(long at, YaffsTags tags) {}

  private YaffsLog(Bytes image, YaffsGeometry geometry) {
    this.image = image;
    this.geometry = geometry;
  }

  static YaffsLog of(Bytes image, YaffsGeometry geometry, Listing listing) {
    YaffsLog log = new YaffsLog(image, geometry);
    List<Page> pages = log.pages(listing);
    // Blocks by age; pages of a block stay in order, for the sort is stable.
    pages.sort(Comparator.comparingLong(page -> page.tags().sequence()));
    pages.forEach(log::take);
    if (log.damaged > 0) {
      listing.problem(
          new Problem(
              "yaffs2.page",
              log.damagedAt,
              log.damaged + " pages are neither erased nor sound; not read"));
    }
    return log;
  }

  Optional<YaffsObject> find(long number) {
    return Optional.ofNullable(objects.get(number));
  }

  /** Names in a directory with their objects, in order. */
  TreeMap<String, Long> names(long directory) {
    return directories.getOrDefault(directory, new TreeMap<>());
  }

  /** How many objects have a header and no way up to the root or to what was deleted. */
  long lost() {
    Set<Long> placed = new HashSet<>(Set.of(ROOT, UNLINKED, DELETED));
    Deque<Long> pending = new ArrayDeque<>(placed);
    while (!pending.isEmpty()) {
      names(pending.pop()).values().stream().filter(placed::add).forEach(pending::add);
    }
    return objects.entrySet().stream()
        .filter(each -> each.getValue().header().isPresent())
        .filter(each -> !placed.contains(each.getKey()))
        .count();
  }

  /** How many pages an image has. */
  long capacity() {
    return image.size() / geometry.step();
  }

  private List<Page> pages(Listing listing) {
    List<Page> pages = new ArrayList<>();
    for (long at = 0; at <= image.size() - geometry.step(); at += geometry.step()) {
      Optional<YaffsTags> tags = geometry.tags(image, at);
      if (tags.isPresent()) {
        pages.add(new Page(at, tags.get()));
      } else if (!geometry.isErased(image, at)) {
        lose(at);
      }
      if (pages.size() >= MAX_PAGES) {
        listing.problem(
            new Problem(
                "limit.nodes", at, "more than " + MAX_PAGES + " pages; the rest is not read"));
        break;
      }
    }
    return pages;
  }

  private void take(Page page) {
    YaffsTags tags = page.tags();
    if (!tags.isHeader()) {
      object(tags.object()).takePage(tags.chunk(), tags.bytes(), page.at());
      return;
    }
    Optional<YaffsHeader> found = geometry.header(image, page.at());
    if (found.isEmpty()) {
      lose(page.at());
      return;
    }
    YaffsObject object = object(tags.object());
    object.header().ifPresent(old -> names(old.directory()).remove(old.name(), tags.object()));
    object.take(found.get());
    if (tags.object() != ROOT) {
      directories
          .computeIfAbsent(found.get().directory(), unseen -> new TreeMap<>())
          .put(found.get().name(), tags.object());
    }
  }

  private YaffsObject object(long number) {
    return objects.computeIfAbsent(number, unseen -> new YaffsObject(geometry.pageSize()));
  }

  private void lose(long at) {
    if (damaged++ == 0) {
      damagedAt = at;
    }
  }
}
