package dev.assay.inspect.scan;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.inspect.ContentInspector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The members of a container that inspectors of the container read as well. They are decompressed
 * once and kept until all of the container is read.
 */
final class Shared {
  /** What is larger is not kept, in bytes. */
  private static final long LARGEST = 64 << 20;

  private final Memory memory;
  private final List<Entry> entries = new ArrayList<>();

  /** By path; empty where several have it, of which readers know better which one counts. */
  private final Map<String, Optional<Once>> kept = new HashMap<>();

  private Shared(Memory memory) {
    this.memory = memory;
  }

  static Shared of(List<Entry> members, List<ContentInspector<?>> inspectors, Memory memory) {
    Shared shared = new Shared(memory);
    for (Entry member : members) {
      boolean wanted =
          member.content().filter(content -> content.size() <= LARGEST).isPresent()
              && inspectors.stream().anyMatch(each -> each.shares(member.path()));
      shared.entries.add(
          wanted ? member.withContent(content -> shared.keep(member, content)) : member);
    }
    return shared;
  }

  private Content keep(Entry member, Content content) {
    Once once = new Once(content);
    kept.merge(member.path(), Optional.of(once), (one, other) -> Optional.empty());
    return once;
  }

  /** The members, in their order. */
  List<Entry> entries() {
    return entries;
  }

  /** A whole and sound member. */
  Optional<Bytes> open(String path) {
    try {
      return kept.getOrDefault(path, Optional.empty()).map(member -> member.whole(memory));
    } catch (Malformed damaged) {
      return Optional.empty();
    }
  }

  /** Content that keeps what it was decompressed to, or why it could not be. */
  private static final class Once implements Content {
    private final Content content;
    private @Nullable Bytes opened;
    private @Nullable RuntimeException failed;

    Once(Content content) {
      this.content = content;
    }

    @Override
    public long size() {
      return content.size();
    }

    @Override
    public synchronized Bytes open(Memory into) {
      if (failed != null) {
        throw failed;
      }
      Bytes bytes = opened == null ? first(into) : opened;
      opened = bytes;
      return bytes;
    }

    private Bytes first(Memory into) {
      try {
        return content.open(into);
      } catch (Malformed | Partial damage) {
        failed = damage;
        throw damage;
      }
    }

    @Override
    public Opening opening() {
      return content.opening();
    }

    @Override
    public Optional<Bytes> window() {
      return content.window();
    }
  }
}
