package dev.assay.formats;

import java.util.List;

/**
 * A way to arrange files that means more than the files: an OCI image layout, a docker-save
 * archive. It is seen in the members of a directory or archive, whatever the archive's format.
 */
public interface Layout {
  String type();

  boolean recognises(List<Entry> members);

  /**
   * Adds what the arrangement means, as virtual containers; members that are thereby spoken for
   * (layer blobs) are returned with a media type that keeps them from being unpacked a second time.
   */
  List<Entry> arrange(List<Entry> members, Listing listing);
}
