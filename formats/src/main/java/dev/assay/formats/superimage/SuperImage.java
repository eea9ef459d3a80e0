package dev.assay.formats.superimage;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.SplicedBytes;
import dev.assay.formats.SplicedBytes.Piece;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads super partitions: the logical partitions are members. */
public final class SuperImage implements Container {
  private static final int SECTOR = 512;
  private static final int LINEAR = 0;
  private static final int ZERO = 1;

  @Override
  public String type() {
    return "application/vnd.android.super-image";
  }

  @Override
  public boolean recognises(Bytes content) {
    return LogicalMetadata.isGeometry(content, LogicalMetadata.GEOMETRY_AT)
        || LogicalMetadata.isGeometry(content, 2 * LogicalMetadata.GEOMETRY_AT);
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    if (!recognises(content)) {
      throw new Malformed("super.geometry", LogicalMetadata.GEOMETRY_AT, "no sound geometry");
    }
    LogicalMetadata metadata =
        LogicalMetadata.first(content)
            .orElseThrow(
                () ->
                    new Malformed(
                        "super.metadata",
                        3 * LogicalMetadata.GEOMETRY_AT,
                        "neither a slot nor its copy has sound metadata"));
    new Reading(content, metadata, listing).run();
    metadata
        .differing(content)
        .ifPresent(
            at ->
                listing.problem(
                    new Problem(
                        "super.slots",
                        at,
                        "a slot has other partitions than the first; these are not read")));
  }

  private static final class Reading {
    private final Bytes image;
    private final LogicalMetadata metadata;
    private final Listing listing;
    private final TreeMap<Long, Long> taken = new TreeMap<>();
    private final Set<String> names = new HashSet<>();
    private long holes;

    Reading(Bytes image, LogicalMetadata metadata, Listing listing) {
      this.image = image;
      this.metadata = metadata;
      this.listing = listing;
    }

    void run() {
      for (int i = 0; i < metadata.partitions().count(); i++) {
        Block partition = metadata.partitions().row(i);
        String name = partition.cString(0, 36).replace('/', '_');
        try {
          Bytes bytes = SplicedBytes.of(pieces(partition));
          String unique = names.add(name) ? name : name + "-" + i;
          listing.add(Entry.part(unique, Content.of(bytes)));
        } catch (Malformed damaged) {
          Problem problem = damaged.problem();
          String message = "partition `" + name + "`: " + problem.message() + "; left out";
          listing.problem(new Problem(problem.code(), problem.offset(), message));
        }
      }
    }

    private List<Piece> pieces(Block partition) {
      long first = partition.u32le(40);
      long count = partition.u32le(44);
      if (first + count > metadata.extents().count()) {
        throw new Malformed("super.extents", metadata.at(), "its extents are not in the table");
      }
      List<Piece> pieces = new ArrayList<>();
      for (long i = first; i < first + count; i++) {
        pieces.add(piece(metadata.extents().row((int) i)));
      }
      return pieces;
    }

    private Piece piece(Block extent) {
      long sectors = extent.i64le(0);
      long sector = extent.i64le(12);
      int target = extent.i32le(8);
      long most = image.size() / SECTOR;
      if (target == ZERO) {
        // Holes cost nothing to forge: all of them together are at most as long as the image.
        if (sectors < 0 || sectors > most - holes) {
          throw new Malformed("super.hole", metadata.at(), "zeros longer than the image");
        }
        holes += sectors;
        return Piece.hole(sectors * SECTOR);
      }
      if (target != LINEAR || extent.i32le(20) != 0) {
        throw new Malformed("super.target", metadata.at(), "an extent is not in this image");
      }
      if (sectors < 0 || sector < 0 || sector > most || sectors > most - sector) {
        throw new Malformed("super.range", metadata.at(), "an extent lies outside the image");
      }
      long start = sector * SECTOR;
      long end = start + sectors * SECTOR;
      Map.Entry<Long, Long> before = taken.lowerEntry(end);
      if (before != null && before.getValue() > start) {
        throw new Malformed("super.overlap", start, "an extent overlaps another");
      }
      taken.put(start, end);
      return new Piece(image, start, end - start);
    }
  }
}
