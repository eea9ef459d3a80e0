package dev.assay.formats.oci;

import dev.assay.formats.Entry;
import dev.assay.formats.HardLinks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Members with the images that were found among them. */
final class Arrangement {
  private Arrangement() {}

  /** The members, layer blobs spoken for, and the images behind them. */
  static List<Entry> of(List<Entry> members, String top, Blobs blobs, List<Image> images) {
    if (images.isEmpty()) {
      return members;
    }
    Map<String, String> types = new HashMap<>();
    for (Image image : images) {
      for (Layer layer : image.layers()) {
        blobs
            .file(layer.path())
            .ifPresent(blob -> types.putIfAbsent(HardLinks.clean(blob.path()), layer.mediaType()));
      }
    }
    List<Entry> arranged = new ArrayList<>(members.size() + images.size());
    for (Entry member : members) {
      String type = types.get(HardLinks.clean(member.path()));
      arranged.add(type == null ? member : member.spokenFor(type));
    }
    Set<String> names = new HashSet<>();
    for (Image image : images) {
      String name = image.name();
      for (int i = 2; !names.add(name); i++) {
        name = image.name() + "#" + i;
      }
      arranged.add(image.entry(blobs).withPath(top + name));
    }
    return arranged;
  }
}
