package dev.assay.formats.oci;

import dev.assay.formats.Entry;
import dev.assay.formats.HardLinks;
import java.util.List;

/** Where arrangements are: the directories that hold a file of a certain name. */
final class Tops {
  private Tops() {}

  /** Paths of the directories that hold {@code name}, each empty or ending in a slash, in order. */
  static List<String> with(String name, List<Entry> members) {
    return members.stream()
        .filter(member -> member.content().isPresent() && member.path().endsWith(name))
        .map(member -> HardLinks.clean(member.path()))
        .filter(path -> path.equals(name) || path.endsWith("/" + name))
        .map(path -> path.substring(0, path.length() - name.length()))
        .distinct()
        .sorted()
        .toList();
  }
}
