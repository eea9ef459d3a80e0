package dev.assay.formats.oci;

import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.HardLinks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Layers laid over one another (OCI image specification, layer.md, "Applying Changesets"). */
final class MergedLayers {
  private static final String WHITEOUT = ".wh.";
  private static final String OPAQUE = ".wh..wh..opq";
  private static final String RESERVED = ".wh..wh.";

  private final NavigableMap<String, Entry> merged = new TreeMap<>();

  /** Lays the next layer over those so far. */
  void lay(List<Entry> layer) {
    // Whiteouts hide what is below, never what the same layer has, in whatever order it stands
    // there.
    List<Entry> own = new ArrayList<>();
    for (Entry entry : layer) {
      String path = HardLinks.clean(entry.path());
      String directory = path.substring(0, path.lastIndexOf('/') + 1);
      String name = path.substring(directory.length());
      if (name.equals(OPAQUE)) {
        below(directory).clear();
      } else if (name.startsWith(WHITEOUT)) {
        if (!name.startsWith(RESERVED)) {
          remove(directory + name.substring(WHITEOUT.length()));
        }
      } else {
        own.add(entry);
      }
    }
    for (Entry entry : HardLinks.resolved(own, path -> Optional.ofNullable(merged.get(path)))) {
      String path = HardLinks.clean(entry.path());
      if (entry.entryType() != EntryType.DIRECTORY && !path.isEmpty()) {
        remove(path);
      }
      merged.put(path, entry);
    }
  }

  /** What remains, in order of path. */
  Collection<Entry> entries() {
    return merged.values();
  }

  private void remove(String path) {
    merged.remove(path);
    below(path + "/").clear();
  }

  /** All below a directory, whose path ends in a slash; all there is where it is empty. */
  private NavigableMap<String, Entry> below(String directory) {
    return directory.isEmpty()
        ? merged.tailMap("", false)
        : merged.subMap(
            directory, false, directory.substring(0, directory.length() - 1) + '0', false);
  }
}
