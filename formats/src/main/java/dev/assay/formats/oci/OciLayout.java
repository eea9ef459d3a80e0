package dev.assay.formats.oci;

import dev.assay.formats.Bytes;
import dev.assay.formats.Entry;
import dev.assay.formats.Layout;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.json.Json;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads OCI image layouts. */
public final class OciLayout implements Layout {
  static final String MARKER = "oci-layout";
  private static final String INDEX = "index.json";
  private static final int MAX_DEPTH = 4;

  /** Real indexes have a dozen platforms. */
  private static final int MAX_MANIFESTS = 10_000;

  @Override
  public String type() {
    return "application/vnd.oci.image.layout";
  }

  @Override
  public boolean recognises(List<Entry> members) {
    return !Tops.with(MARKER, members).isEmpty();
  }

  @Override
  public List<Entry> arrange(List<Entry> members, Listing listing) {
    List<Entry> arranged = members;
    Blobs all = Blobs.of(members, listing.memory());
    for (String top : Tops.with(MARKER, members)) {
      Blobs blobs = all.below(top);
      Walk walk = new Walk(blobs, listing);
      try {
        walk.index(blobs.document(INDEX), "", 0);
      } catch (Malformed damage) {
        listing.problem(damage.problem());
      }
      arranged = Arrangement.of(arranged, top, blobs, walk.images);
    }
    return arranged;
  }

  /** Follows an index to its images. */
  private static final class Walk {
    private final Blobs blobs;
    private final Listing listing;
    private final List<Image> images = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    Walk(Blobs blobs, Listing listing) {
      this.blobs = blobs;
      this.listing = listing;
    }

    /**
     * @param name of the descriptor that led here, which its images inherit
     */
    void index(Json index, String name, int depth) {
      List<Json> manifests = index.get("manifests").items();
      for (Json descriptor : manifests) {
        if (seen.size() >= MAX_MANIFESTS) {
          listing.problem(
              new Problem(
                  "limit.manifests",
                  -1,
                  "more than " + MAX_MANIFESTS + " manifests; the rest is not read"));
          return;
        }
        String digest = descriptor.get("digest").text();
        String own = name(descriptor, name);
        if (!seen.add(digest + " " + own)) {
          continue;
        }
        try {
          descriptor(descriptor, digest, own, manifests.size() > 1 && name.equals(own), depth);
        } catch (Malformed damage) {
          listing.problem(damage.problem());
        }
      }
    }

    private void descriptor(
        Json descriptor, String digest, String name, boolean oneOfSeveral, int depth) {
      String path = Blobs.path(digest);
      Bytes bytes =
          blobs.open(blobs.file(path).orElseThrow(() -> Blobs.missing(path)), listing::problem);
      List<Problem> problems = new ArrayList<>();
      Blobs.check(bytes, digest, "manifest", problems::add);
      Json document = document(path, problems);
      if (document.get("manifests").items().isEmpty()) {
        image(document, name(digest, name, descriptor.get("platform"), oneOfSeveral), problems);
        return;
      }
      problems.forEach(listing::problem);
      if (depth >= MAX_DEPTH) {
        throw new Malformed(
            "limit.nesting", -1, "indexes nested deeper than " + MAX_DEPTH + "; not read");
      }
      index(document, name, depth + 1);
    }

    /** What is no JSON may be so because it is not what was named: both are told. */
    private Json document(String path, List<Problem> problems) {
      try {
        return blobs.document(path);
      } catch (Malformed damage) {
        problems.forEach(listing::problem);
        throw damage;
      }
    }

    private void image(Json manifest, String name, List<Problem> problems) {
      List<Layer> layers = new ArrayList<>();
      for (Json layer : manifest.get("layers").items()) {
        String type = layer.get("mediaType").text();
        String digest = layer.get("digest").text();
        // Other blobs hang on manifests as well: signatures, attestations, charts.
        if (type.contains("tar")) {
          layers.add(new Layer(Blobs.path(digest), type, digest, ""));
          checkSize(layer, Blobs.path(digest), problems);
        }
      }
      checkConfig(manifest.get("config").get("digest").text(), problems);
      if (!layers.isEmpty()) {
        images.add(new Image(name, layers, problems));
      } else {
        problems.forEach(listing::problem);
      }
    }

    private void checkSize(Json layer, String path, List<Problem> problems) {
      long announced = layer.get("size").number();
      long size =
          blobs.file(path).flatMap(Entry::content).map(content -> content.size()).orElse(announced);
      if (announced != size) {
        problems.add(
            new Problem(
                "oci.size",
                -1,
                "layer `" + path + "` should have " + announced + " bytes, it has " + size));
      }
    }

    private void checkConfig(String digest, List<Problem> problems) {
      if (digest.isEmpty()) {
        return;
      }
      blobs
          .file(Blobs.path(digest))
          .ifPresentOrElse(
              config ->
                  Blobs.check(
                      blobs.open(config, problems::add), digest, "configuration", problems::add),
              () -> problems.add(Blobs.missing(Blobs.path(digest)).problem()));
    }

    private static String name(Json descriptor, String inherited) {
      Json annotations = descriptor.get("annotations");
      String whole = annotations.get("io.containerd.image.name").text();
      String tag = annotations.get("org.opencontainers.image.ref.name").text();
      return !whole.isEmpty() ? whole : !tag.isEmpty() ? tag : inherited;
    }

    private static String name(String digest, String name, Json platform, boolean oneOfSeveral) {
      String variant = platform.get("variant").text();
      String architecture = platform.get("os").text() + "-" + platform.get("architecture").text();
      String base = name.isEmpty() ? digest : name;
      return oneOfSeveral && architecture.length() > 1
          ? base + "@" + architecture + (variant.isEmpty() ? "" : "-" + variant)
          : base;
    }
  }
}
