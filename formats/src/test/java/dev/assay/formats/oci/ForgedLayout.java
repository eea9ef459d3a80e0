package dev.assay.formats.oci;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Builds container images in memory. */
final class ForgedLayout {
  final List<Entry> members = new ArrayList<>();

  /**
   * An archive of files: {@code path=text}, {@code path/} a directory, {@code path->target} a hard
   * link.
   */
  static byte[] tar(String... files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream writer = new TarArchiveOutputStream(out)) {
      for (String file : files) {
        String[] link = file.split("->");
        String[] text = file.split("=", 2);
        if (link.length == 2) {
          TarArchiveEntry entry = new TarArchiveEntry(link[0], TarArchiveEntry.LF_LINK);
          entry.setLinkName(link[1]);
          writer.putArchiveEntry(entry);
        } else {
          byte[] content = text.length < 2 ? new byte[0] : text[1].getBytes(StandardCharsets.UTF_8);
          TarArchiveEntry entry = new TarArchiveEntry(text[0]);
          entry.setSize(content.length);
          writer.putArchiveEntry(entry);
          writer.write(content);
        }
        writer.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream writer = new GZIPOutputStream(out)) {
      writer.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  ForgedLayout file(String path, byte[] content) {
    members.add(Entry.part(path, Content.of(Bytes.of(content))));
    return this;
  }

  ForgedLayout file(String path, String content) {
    return file(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a blob under its digest; gives its descriptor. */
  String blob(String type, byte[] content) {
    file("blobs/sha256/" + sha256(content), content);
    return descriptor(type, sha256(content), content.length);
  }

  String manifest(byte[]... layers) {
    List<String> descriptors = new ArrayList<>();
    for (byte[] layer : layers) {
      descriptors.add(blob(Layer.UNTYPED, layer));
    }
    String config =
        blob("application/vnd.oci.image.config.v1+json", "{}".getBytes(StandardCharsets.UTF_8));
    String manifest =
        "{\"schemaVersion\":2,\"config\":"
            + config
            + ",\"layers\":["
            + String.join(",", descriptors)
            + "]}";
    return blob(
        "application/vnd.oci.image.manifest.v1+json", manifest.getBytes(StandardCharsets.UTF_8));
  }

  ForgedLayout index(String... manifests) {
    file("oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}");
    return file(
        "index.json", "{\"schemaVersion\":2,\"manifests\":[" + String.join(",", manifests) + "]}");
  }

  static String descriptor(String type, String digest, long size) {
    return "{\"mediaType\":\""
        + type
        + "\",\"digest\":\"sha256:"
        + digest
        + "\",\"size\":"
        + size
        + "}";
  }

  /** The descriptor with one more field. */
  static String with(String descriptor, String field) {
    return descriptor.substring(0, descriptor.length() - 1) + "," + field + "}";
  }
}
