package dev.assay.formats.jffs2;

import dev.assay.formats.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What all nodes of an image say together. */
final class JffsLog {
  static final long ROOT = 1;

  /** What a directory's latest node for a name says; inode 0 means that the name was deleted. */
  record Link(long version, long inode) {}

  /** An extended attribute. */
  record Attribute(long version, String name, byte[] value) {}

  private final Map<Long, TreeMap<String, Link>> directories = new HashMap<>();
  private final Map<Long, JffsInode> inodes = new HashMap<>();
  private final Map<Long, Attribute> attributes = new HashMap<>();

  void link(long directory, byte[] name, Link link) {
    directories
        .computeIfAbsent(directory, unseen -> new TreeMap<>())
        .merge(
            Names.decode(name), link, (old, found) -> found.version >= old.version ? found : old);
  }

  JffsInode inode(long number) {
    return inodes.computeIfAbsent(number, unseen -> new JffsInode());
  }

  void attribute(long number, Attribute attribute) {
    attributes.merge(number, attribute, (old, found) -> found.version >= old.version ? found : old);
  }

  /** Names in a directory that were not deleted, in order. */
  TreeMap<String, Long> names(long directory) {
    TreeMap<String, Long> names = new TreeMap<>();
    directories
        .getOrDefault(directory, new TreeMap<>())
        .forEach(
            (name, link) -> {
              if (link.inode() != 0) {
                names.put(name, link.inode());
              }
            });
    return names;
  }

  Optional<JffsInode> find(long number) {
    return Optional.ofNullable(inodes.get(number)).filter(inode -> inode.state().version() >= 0);
  }

  Map<String, byte[]> attributes(JffsInode inode) {
    Map<String, byte[]> values = new HashMap<>();
    for (long number : inode.attributes()) {
      Attribute attribute = attributes.get(number);
      if (attribute != null) {
        values.put(attribute.name(), attribute.value());
      }
    }
    return values;
  }
}
