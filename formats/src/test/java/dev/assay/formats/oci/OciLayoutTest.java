package dev.assay.formats.oci;

import static dev.assay.formats.oci.ForgedLayout.gzip;
import static dev.assay.formats.oci.ForgedLayout.sha256;
import static dev.assay.formats.oci.ForgedLayout.tar;
import static dev.assay.formats.oci.ForgedLayout.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Layout;
import dev.assay.formats.Listed;
import dev.assay.formats.Malformed;
import dev.assay.formats.Tool;
import dev.assay.formats.tar.Tar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OciLayoutTest {
  private static final String TAG =
      "\"annotations\":{\"org.opencontainers.image.ref.name\":\"app:1\"}";

  @TempDir Path directory;

  @Test
  void mergesLayersWithWhiteouts() {
    ForgedLayout forged = new ForgedLayout();
    String manifest =
        forged.manifest(
            gzip(
                tar(
                    "etc/",
                    "etc/a=1",
                    "etc/b=1",
                    "opt/",
                    "opt/x/",
                    "opt/x/f=1",
                    "var/",
                    "var/old=1")),
            tar("etc/.wh.a=", "etc/b=2", "opt/.wh.x=", "var/new=2", "var/.wh..wh..opq="),
            tar("opt/x=now a file"));
    forged.index(with(manifest, TAG));
    Listed image = image(forged, "app:1");
    assertThat(image.problems).isEmpty();
    assertThat(image.paths()).containsExactly("etc/", "etc/b", "opt/", "opt/x", "var/", "var/new");
    assertThat(image.text("etc/b")).isEqualTo("2");
    assertThat(image.text("opt/x")).isEqualTo("now a file");
  }

  @Test
  void hardLinksKeepTheirContentWhenTheOtherNameIsRemoved() {
    ForgedLayout forged = new ForgedLayout();
    forged.index(with(forged.manifest(tar("a=text", "b->a"), tar(".wh.a=", "c->b")), TAG));
    Listed image = image(forged, "app:1");
    assertThat(image.paths()).containsExactly("b", "c");
    assertThat(image.text("b")).isEqualTo("text");
    assertThat(image.text("c")).isEqualTo("text");
  }

  @Test
  void layerBlobsKeepTheirTypeAndAreNotOpened() {
    ForgedLayout forged = new ForgedLayout();
    byte[] layer = tar("a=1");
    forged.index(forged.manifest(layer));
    Entry blob =
        arranged(forged).stream()
            .filter(entry -> entry.path().endsWith(sha256(layer)))
            .findFirst()
            .orElseThrow();
    assertThat(blob.type()).isEqualTo("application/vnd.oci.image.layer.v1.tar");
    assertThat(blob.content().orElseThrow().opening()).isEqualTo(Content.Opening.NOWHERE);
  }

  @Test
  void namesTheImagesOfSeveralPlatforms() {
    ForgedLayout forged = new ForgedLayout();
    String arm =
        with(
            forged.manifest(tar("arm=1")),
            "\"platform\":{\"os\":\"linux\",\"architecture\":\"arm\",\"variant\":\"v7\"}");
    String amd =
        with(
            forged.manifest(tar("amd=1")),
            "\"platform\":{\"os\":\"linux\",\"architecture\":\"amd64\"}");
    String index = "{\"schemaVersion\":2,\"manifests\":[" + arm + "," + amd + "]}";
    String nested =
        forged.blob(
            "application/vnd.oci.image.index.v1+json", index.getBytes(StandardCharsets.UTF_8));
    forged.index(with(nested, TAG));
    assertThat(image(forged, "app:1@linux-arm-v7").paths()).containsExactly("arm");
    assertThat(image(forged, "app:1@linux-amd64").paths()).containsExactly("amd");
  }

  @Test
  void reportsABlobThatIsNotWhatItsDigestSays() {
    ForgedLayout forged = new ForgedLayout();
    byte[] layer = tar("a=1");
    String manifest = forged.manifest(layer);
    forged.members.removeIf(entry -> entry.path().endsWith(sha256(layer)));
    forged.file("blobs/sha256/" + sha256(layer), tar("a=evil"));
    forged.index(with(manifest, TAG));
    Listed image = image(forged, "app:1");
    assertThat(image.problems).extracting("code").containsExactly("oci.digest");
    assertThat(image.text("a")).isEqualTo("evil");
  }

  @Test
  void reportsAMissingLayerAndShowsTheOthers() {
    ForgedLayout forged = new ForgedLayout();
    byte[] layer = tar("a=1");
    String manifest = forged.manifest(layer, tar("b=1"));
    forged.members.removeIf(entry -> entry.path().endsWith(sha256(layer)));
    forged.index(with(manifest, TAG));
    Listed image = image(forged, "app:1");
    assertThat(image.problems).extracting("code").containsExactly("oci.missing");
    assertThat(image.paths()).containsExactly("b");
  }

  @Test
  void aManifestThatIsNoJsonIsHeldAgainstItsDigestAllTheSame() {
    ForgedLayout forged = new ForgedLayout();
    forged.file("blobs/sha256/" + "0".repeat(64), "{{{");
    forged.index(ForgedLayout.descriptor("x", "0".repeat(64), 3));
    Listed listing = new Listed();
    new OciLayout().arrange(forged.members, listing);
    assertThat(listing.problems).extracting("code").containsExactly("oci.digest", "json.damaged");
  }

  @Test
  void anIndexThatContainsItselfEnds() {
    ForgedLayout forged = new ForgedLayout();
    forged.file(
        "blobs/sha256/" + "0".repeat(64),
        "{\"manifests\":[" + ForgedLayout.descriptor("x", "0".repeat(64), 1) + "]}");
    forged.index(ForgedLayout.descriptor("x", "0".repeat(64), 1));
    Listed listing = new Listed();
    new OciLayout().arrange(forged.members, listing);
    assertThat(listing.problems).extracting("code").contains("oci.digest");
  }

  @Test
  void survivesDamagedDocuments() {
    ForgedLayout whole = new ForgedLayout();
    whole.index(with(whole.manifest(gzip(tar("a=1"))), TAG));
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      ForgedLayout damaged = new ForgedLayout();
      for (Entry entry : whole.members) {
        byte[] bytes = entry.content().orElseThrow().open(new HeapMemory()).toArray(1 << 20);
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        damaged.file(entry.path(), bytes);
      }
      for (Entry entry : arranged(damaged)) {
        entry.members().ifPresent(members -> members.accept(new Listed()));
      }
    }
  }

  @Test
  void readsWhatUmociWrites() throws IOException {
    Path tree = Files.createDirectories(directory.resolve("tree"));
    Files.writeString(tree.resolve("a"), "1");
    Files.writeString(tree.resolve("b"), "1");
    Tool.run(directory, "umoci", "init", "--layout", "img");
    Tool.run(directory, "umoci", "new", "--image", "img:latest");
    Tool.run(directory, "umoci", "insert", "--image", "img:latest", "tree", "/etc");
    Tool.run(directory, "umoci", "insert", "--image", "img:latest", "--whiteout", "/etc/a");
    byte[] archive = Tool.run(directory, "tar", "-c", "-C", "img", ".");
    ForgedLayout found = new ForgedLayout();
    found.members.addAll(Listed.of(new Tar(), Bytes.of(archive)).entries);
    assertThat(new OciLayout().recognises(found.members)).isTrue();
    Listed image = image(found, "latest");
    assertThat(image.problems).isEmpty();
    assertThat(image.text("etc/b")).isEqualTo("1");
    assertThat(image.paths()).doesNotContain("etc/a");
  }

  @Test
  void readsWhatDockerSaves() {
    ForgedLayout forged = new ForgedLayout();
    byte[] lower = tar("a=1", "b=1");
    byte[] upper = tar(".wh.a=");
    String config =
        "{\"rootfs\":{\"diff_ids\":[\"sha256:"
            + sha256(lower)
            + "\",\"sha256:"
            + sha256(upper)
            + "\"]}}";
    String name = sha256(config.getBytes(StandardCharsets.UTF_8)) + ".json";
    forged.file(name, config).file("one/layer.tar", lower).file("two/layer.tar", upper);
    forged.file(
        "manifest.json",
        "[{\"Config\":\""
            + name
            + "\",\"RepoTags\":[\"app:2\"],\"Layers\":[\"one/layer.tar\",\"two/layer.tar\"]}]");
    List<Entry> arranged = arrange(new DockerSave(), forged.members, new Listed());
    Listed image = open(arranged, "app:2");
    assertThat(image.problems).isEmpty();
    assertThat(image.paths()).containsExactly("b");
  }

  @Test
  void aManifestOfSomethingElseIsLeftAlone() {
    ForgedLayout forged =
        new ForgedLayout()
            .file("web/manifest.json", "{\"name\":\"page\",\"icons\":[]}")
            .file("manifest.json", "[[[");
    Listed listing = new Listed();
    assertThat(arrange(new DockerSave(), forged.members, listing)).isEqualTo(forged.members);
    assertThat(listing.problems).isEmpty();
  }

  private static List<Entry> arranged(ForgedLayout forged) {
    return arrange(new OciLayout(), forged.members, new Listed());
  }

  private static List<Entry> arrange(Layout layout, List<Entry> members, Listed listing) {
    return layout.recognises(members) ? layout.arrange(members, listing) : members;
  }

  private static Listed image(ForgedLayout forged, String name) {
    return open(arranged(forged), name);
  }

  private static Listed open(List<Entry> arranged, String name) {
    Entry image =
        arranged.stream()
            .filter(entry -> entry.path().equals(name))
            .findFirst()
            .orElseThrow(
                () -> new AssertionError(arranged.stream().map(Entry::path).toList().toString()));
    assertThat(image.type()).isEqualTo("application/vnd.oci.image");
    Listed listed = new Listed();
    listed.problems.addAll(image.problems());
    try {
      image.members().orElseThrow().accept(listed);
    } catch (Malformed malformed) {
      listed.problems.add(malformed.problem());
    }
    return listed;
  }
}
