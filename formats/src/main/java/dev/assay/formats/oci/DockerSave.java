package dev.assay.formats.oci;

import dev.assay.formats.Entry;
import dev.assay.formats.Layout;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.json.Json;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code docker save} writes, unless it is an OCI image layout at the same time, as
 * newer versions make it.
 */
public final class DockerSave implements Layout {
  private static final String MANIFEST = "manifest.json";
  private static final Pattern DIGEST_NAME = Pattern.compile("(?:.*/)?([0-9a-f]{64})(?:\\.json)?");

  @Override
  public String type() {
    return "application/vnd.docker.image.save";
  }

  @Override
  public boolean recognises(List<Entry> members) {
    return !tops(members).isEmpty();
  }

  @Override
  public List<Entry> arrange(List<Entry> members, Listing listing) {
    List<Entry> arranged = members;
    Blobs all = Blobs.of(members, listing.memory());
    for (String top : tops(members)) {
      Blobs blobs = all.below(top);
      try {
        arranged = Arrangement.of(arranged, top, blobs, images(blobs.document(MANIFEST), blobs));
      } catch (Malformed otherDocument) {
        // Many things are called manifest.json; this one is not about images.
      }
    }
    return arranged;
  }

  private static List<String> tops(List<Entry> members) {
    List<String> tops = new ArrayList<>(Tops.with(MANIFEST, members));
    tops.removeAll(Tops.with(OciLayout.MARKER, members));
    return tops;
  }

  private static List<Image> images(Json manifest, Blobs blobs) {
    List<Image> images = new ArrayList<>();
    for (Json described : manifest.items()) {
      String config = described.get("Config").text();
      List<Json> paths = described.get("Layers").items();
      if (!config.isEmpty() && !paths.isEmpty()) {
        List<Problem> problems = new ArrayList<>();
        List<Json> diffIds =
            configuration(config, blobs, problems).get("rootfs").get("diff_ids").items();
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
          String path = paths.get(i).text();
          String diffId = i < diffIds.size() ? diffIds.get(i).text() : "";
          layers.add(new Layer(path, Layer.UNTYPED, "", diffId));
        }
        images.add(new Image(name(described, config), layers, problems));
      }
    }
    return images;
  }

  private static Json configuration(String path, Blobs blobs, List<Problem> problems) {
    try {
      Matcher named = DIGEST_NAME.matcher(path);
      if (named.matches()) {
        blobs
            .file(path)
            .ifPresent(
                file ->
                    Blobs.check(
                        blobs.open(file, problems::add),
                        "sha256:" + named.group(1),
                        "configuration",
                        problems::add));
      }
      return blobs.document(path);
    } catch (Malformed damage) {
      problems.add(damage.problem());
      return Json.nothing();
    }
  }

  private static String name(Json described, String config) {
    List<Json> tags = described.get("RepoTags").items();
    String tag = tags.isEmpty() ? "" : tags.getFirst().text();
    Matcher named = DIGEST_NAME.matcher(config);
    return !tag.isEmpty() ? tag : named.matches() ? "sha256:" + named.group(1) : config;
  }
}
