package dev.assay.formats.lvm;

import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Tells where the extents of logical volumes are. Not for several threads. */
final class ExtentReader {
  /** Mirrors may name one volume of many segments again and again. */
  private static final int MAX_SEGMENTS = 1 << 20;

  private final VolumeGroup group;
  private int read;

  /**
   * Extents one behind the other on the physical volume.
   *
   * @param first counted from 0
   */
  record Run(long first, long count) {}

  ExtentReader(VolumeGroup group) {
    this.group = group;
  }

  /**
   * The extents of a volume in its order.
   *
   * @throws Malformed {@code lvm.unsupported} where the volume is of a kind that is not read,
   *     {@code lvm.missing} where extents are on another physical volume, {@code lvm.range} where
   *     they are on none or segments do not follow each other
   */
  List<Run> read(String volume) {
    List<Section> segments = segments(volume);
    return segments.size() == 1 && !isLinear(segments.getFirst())
        ? copy(segments.getFirst())
        : linear(segments);
  }

  private List<Section> segments(String volume) {
    List<Section> segments =
        group.volumes().getOrDefault(volume, Section.NONE).sections().entrySet().stream()
            .filter(each -> each.getKey().startsWith("segment"))
            .map(Map.Entry::getValue)
            .sorted(Comparator.comparingLong(each -> each.number("start_extent")))
            .toList();
    read += segments.size();
    if (segments.isEmpty() || read > MAX_SEGMENTS) {
      throw new Malformed("lvm.range", -1, "no segments, or more than " + MAX_SEGMENTS);
    }
    return segments;
  }

  private static boolean isLinear(Section segment) {
    return segment.word("type").equals("striped") || segment.word("type").equals("linear");
  }

  private List<Run> linear(List<Section> segments) {
    List<Run> runs = new ArrayList<>();
    long next = 0;
    for (Section segment : segments) {
      if (!isLinear(segment)) {
        throw unsupported("of type " + segment.word("type"));
      }
      long count = segment.number("extent_count");
      if (segment.number("start_extent") != next || count <= 0 || count > group.extents()) {
        throw new Malformed("lvm.range", -1, "segments do not follow each other");
      }
      runs.add(run(segment.list("stripes"), count));
      next += count;
    }
    return List.copyOf(runs);
  }

  private Run run(List<String> stripes, long count) {
    if (stripes.size() != 2) {
      throw unsupported("striped over several places");
    }
    if (!stripes.getFirst().equals(group.here())) {
      throw new Malformed("lvm.missing", -1, "a part is on " + stripes.getFirst());
    }
    long first = Section.number("first extent", stripes.getLast());
    if (first > group.extents() || count > group.extents() - first) {
      throw new Malformed("lvm.range", -1, "extents that the physical volume does not have");
    }
    return new Run(first, count);
  }

  /** Names of images stand behind those of their metadata, or before their first extents. */
  private List<Run> copy(Section segment) {
    String type = segment.word("type");
    return switch (type) {
      case "raid1" -> copy(segment.list("raids"), 1);
      case "mirror" -> copy(segment.list("mirrors"), 0);
      default -> throw unsupported("of type " + type);
    };
  }

  private List<Run> copy(List<String> images, int from) {
    Malformed refused = unsupported("a mirror without images");
    for (int i = from; i < images.size(); i += 2) {
      try {
        return linear(segments(images.get(i)));
      } catch (Malformed elsewhere) {
        refused = elsewhere;
      }
    }
    throw refused;
  }

  private static Malformed unsupported(String what) {
    return new Malformed("lvm.unsupported", -1, what + ", not read");
  }
}
