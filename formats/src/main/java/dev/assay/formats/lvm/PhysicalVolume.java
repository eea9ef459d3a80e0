package dev.assay.formats.lvm;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.SplicedBytes;
import dev.assay.formats.SplicedBytes.Piece;
import dev.assay.formats.parts.Gaps;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Reads physical volumes of LVM2: the logical volumes are members. */
public final class PhysicalVolume implements Container, Carvable {
  @Override
  public String type() {
    return "application/x-lvm-physical-volume";
  }

  @Override
  public boolean recognises(Bytes content) {
    return VolumeLabel.find(content).isPresent();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    VolumeLabel label =
        VolumeLabel.find(content)
            .orElseThrow(() -> new Malformed("lvm.label", 0, "no label whose checksum is right"));
    Volumes volumes = new Volumes(content, listing);
    volumes.taken.put(label.at(), label.at() + VolumeLabel.SECTOR);
    Optional<Section> text = text(content, label, listing);
    text.filter(found -> !found.sections().isEmpty())
        .ifPresent(found -> volumes.list(VolumeGroup.of(found, label.id())));
    for (VolumeLabel.Area area : label.metadata()) {
      volumes.reserve(area);
    }
    Gaps.list(content, volumes.taken, "unallocated", listing);
  }

  /** Of the first area that is sound; empty where none is. */
  private static Optional<Section> text(Bytes content, VolumeLabel label, Listing listing) {
    if (label.metadata().isEmpty()) {
      String message = "metadata is on other physical volumes only; its volumes are not read";
      listing.problem(new Problem("lvm.missing", label.at(), message));
    }
    for (VolumeLabel.Area area : label.metadata()) {
      try {
        return Optional.of(TextParser.parse(MetadataArea.text(content, area)));
      } catch (Malformed damaged) {
        listing.problem(damaged.problem());
      }
    }
    return Optional.empty();
  }

  @Override
  public List<byte[]> magics() {
    return List.of(VolumeLabel.MAGIC);
  }

  /** Where LVM2 puts the label unless told otherwise. */
  @Override
  public int magicOffset() {
    return VolumeLabel.SECTOR;
  }

  /** The device as its label announces it, as far as it is there. */
  @Override
  public OptionalLong extent(Bytes here) {
    return VolumeLabel.find(here)
        .filter(label -> label.at() == VolumeLabel.SECTOR && label.device() > label.at())
        .map(label -> OptionalLong.of(Math.min(label.device(), here.size())))
        .orElse(OptionalLong.empty());
  }

  /** The logical volumes; no byte is listed twice. */
  private static final class Volumes {
    private final Bytes image;
    private final Listing listing;
    private final TreeMap<Long, Long> taken = new TreeMap<>();

    Volumes(Bytes image, Listing listing) {
      this.image = image;
      this.listing = listing;
    }

    void reserve(VolumeLabel.Area area) {
      long end = area.offset() + area.size();
      if (area.offset() > 0 && area.size() > 0 && end > 0 && isFree(area.offset(), end)) {
        taken.put(area.offset(), end);
      }
    }

    /** Those to be seen first, then those that others are made of, where these were not read. */
    void list(VolumeGroup group) {
      ExtentReader extents = new ExtentReader(group);
      List<String> hidden = new ArrayList<>();
      for (Map.Entry<String, Section> each : group.volumes().entrySet()) {
        if (each.getValue().list("status").contains("VISIBLE")) {
          try {
            add(group, each.getKey(), extents.read(each.getKey()));
          } catch (Malformed refused) {
            Problem why = refused.problem();
            String message = "volume `" + each.getKey() + "`: " + why.message();
            listing.problem(new Problem(why.code(), why.offset(), message));
          }
        } else {
          hidden.add(each.getKey());
        }
      }
      for (String name : hidden) {
        try {
          add(group, name, extents.read(name));
        } catch (Malformed heldByAnother) {
          // What it is a part of was listed, or was said not to be read.
          continue;
        }
      }
    }

    private void add(VolumeGroup group, String name, List<ExtentReader.Run> runs) {
      List<Piece> pieces = new ArrayList<>();
      TreeMap<Long, Long> own = new TreeMap<>();
      for (ExtentReader.Run run : runs) {
        long most = (image.size() - group.start()) / group.extent();
        if (image.size() < group.start()
            || run.first() > most
            || run.count() > most - run.first()) {
          throw new Malformed("lvm.truncated", image.size(), "extents behind the end of the image");
        }
        long start = group.start() + run.first() * group.extent();
        long length = run.count() * group.extent();
        if (!isFree(start, start + length)) {
          throw new Malformed("lvm.overlap", start, "extents that another volume has");
        }
        own.put(start, start + length);
        pieces.add(new Piece(image, start, length));
      }
      if (own.size() < pieces.size()) {
        throw new Malformed("lvm.overlap", own.firstKey(), "the same extents twice");
      }
      taken.putAll(own);
      listing.add(Entry.part(name.replace('/', '_'), Content.of(SplicedBytes.of(pieces))));
    }

    private boolean isFree(long start, long end) {
      Map.Entry<Long, Long> before = taken.lowerEntry(end);
      return before == null || before.getValue() <= start;
    }
  }
}
