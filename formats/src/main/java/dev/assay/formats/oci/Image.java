package dev.assay.formats.oci;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Encoding;
import dev.assay.formats.Entry;
import dev.assay.formats.Format;
import dev.assay.formats.Formats;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.Zeros;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An image: layers, lowest first.
 *
 * @param name {@code name:tag}, or the digest of its manifest
 */
record Image(String name, List<Layer> layers, List<Problem> problems) {
  static final String TYPE = "application/vnd.oci.image";

  Entry entry(Blobs blobs) {
    return Entry.virtual(name, TYPE, listing -> list(blobs, listing)).withProblems(problems);
  }

  private void list(Blobs blobs, Listing listing) {
    MergedLayers merged = new MergedLayers();
    for (Layer layer : layers) {
      try {
        merged.lay(members(layer, blobs, listing));
      } catch (Malformed damage) {
        listing.problem(damage.problem());
      }
    }
    merged.entries().forEach(listing::add);
  }

  private static List<Entry> members(Layer layer, Blobs blobs, Listing listing) {
    Entry blob = blobs.file(layer.path()).orElseThrow(() -> Blobs.missing(layer.path()));
    Bytes bytes = blobs.open(blob, listing::problem);
    if (!layer.digest().isEmpty()) {
      Blobs.check(bytes, layer.digest(), "layer `" + layer.path() + "`", listing::problem);
    }
    Optional<Format> format = Formats.of(bytes);
    if (format.isPresent() && format.get() instanceof Encoding encoding) {
      Encoding.Decoded decoded = encoding.decode(bytes, listing.memory());
      decoded.problems().forEach(listing::problem);
      bytes = decoded.bytes();
      format = Formats.of(bytes);
    }
    if (!layer.diffId().isEmpty()) {
      Blobs.check(
          bytes, layer.diffId(), "content of layer `" + layer.path() + "`", listing::problem);
    }
    if (format.isPresent() && format.get() instanceof Container container) {
      Members members = new Members(listing);
      members.fill(container, bytes);
      return members.entries;
    }
    if (isEmptyArchive(bytes)) {
      return List.of();
    }
    throw new Malformed(
        "oci.layer", -1, "layer `" + layer.path() + "` is no archive that can be read");
  }

  /** A layer that changes nothing is an archive of zero blocks, which has no magic number. */
  private static boolean isEmptyArchive(Bytes bytes) {
    return Zeros.after(bytes, 0) == bytes.size();
  }

  /** Collects the members of one layer; problems are the image's. */
  private static final class Members implements Listing {
    private final List<Entry> entries = new ArrayList<>();
    private final Listing image;

    Members(Listing image) {
      this.image = image;
    }

    void fill(Container container, Bytes bytes) {
      try {
        container.unpack(bytes, this);
      } catch (Malformed damage) {
        image.problem(damage.problem());
      }
    }

    @Override
    public void add(Entry entry) {
      entries.add(entry);
    }

    @Override
    public void problem(Problem problem) {
      image.problem(problem);
    }

    @Override
    public Memory memory() {
      return image.memory();
    }
  }
}
