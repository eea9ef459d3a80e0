package dev.assay.formats.oci;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.HardLinks;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.json.Json;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Files of one arrangement, by path below its top. */
final class Blobs {
  private static final int MAX_DOCUMENT = 16 << 20;
  private static final int MAX_LINKS = 8;
  private static final Map<String, String> ALGORITHMS =
      Map.of("sha256", "SHA-256", "sha512", "SHA-512", "sha384", "SHA-384");

  private final Map<String, Entry> byPath;
  private final String top;
  private final Memory memory;

  private Blobs(Map<String, Entry> byPath, String top, Memory memory) {
    this.byPath = byPath;
    this.top = top;
    this.memory = memory;
  }

  static Blobs of(List<Entry> members, Memory memory) {
    Map<String, Entry> byPath = new HashMap<>();
    members.forEach(member -> byPath.put(HardLinks.clean(member.path()), member));
    return new Blobs(byPath, "", memory);
  }

  /** The files below a directory, whose path is empty or ends in a slash. */
  Blobs below(String directory) {
    return new Blobs(byPath, directory, memory);
  }

  /** The file at a path, symbolic links followed. */
  Optional<Entry> file(String path) {
    String at = top + HardLinks.clean(path);
    for (int links = 0; links < MAX_LINKS; links++) {
      Entry entry = byPath.get(at);
      if (entry == null || entry.entryType() != EntryType.SYMLINK) {
        return Optional.ofNullable(entry).filter(found -> found.content().isPresent());
      }
      at = beside(at, entry.link());
    }
    return Optional.empty();
  }

  /** Path of the blob of a digest: {@code sha256:…} is {@code blobs/sha256/…}. */
  static String path(String digest) {
    return "blobs/" + digest.replaceFirst(":", "/");
  }

  /**
   * A small document.
   *
   * @throws Malformed where it is missing, too large, or no JSON
   */
  Json document(String path) {
    Entry entry = file(path).orElseThrow(() -> missing(path));
    return Json.parse(open(entry, ignored -> {}).toArray(MAX_DOCUMENT));
  }

  /** Bytes of a file; what could not be read of it is reported. */
  Bytes open(Entry entry, Consumer<Problem> problems) {
    try {
      return entry.content().orElseThrow(() -> missing(entry.path())).open(memory);
    } catch (Content.Partial partial) {
      problems.accept(partial.malformed().problem());
      return partial.start();
    }
  }

  static Malformed missing(String path) {
    return new Malformed("oci.missing", -1, "names `" + path + "`, which is not there");
  }

  /** Reports bytes whose digest is not {@code ALGORITHM:HEX}. */
  static void check(Bytes bytes, String digest, String what, Consumer<Problem> problems) {
    int colon = digest.indexOf(':');
    Optional<String> algorithm =
        Optional.ofNullable(ALGORITHMS.get(digest.substring(0, Math.max(0, colon))));
    if (algorithm.isEmpty()) {
      problems.accept(
          new Problem(
              "oci.digest",
              -1,
              what + " has the digest `" + shown(digest) + "` of an unknown kind; not checked"));
      return;
    }
    String computed = HexFormat.of().formatHex(Sums.digest(algorithm.get(), bytes));
    if (!computed.equals(digest.substring(colon + 1))) {
      problems.accept(
          new Problem(
              "oci.digest",
              -1,
              what
                  + " should have the digest "
                  + shown(digest)
                  + ", computed "
                  + computed
                  + "; read anyway"));
    }
  }

  private static String shown(String digest) {
    return digest.length() <= 140 ? digest : digest.substring(0, 140) + "…";
  }

  private static String beside(String from, String target) {
    String path =
        target.startsWith("/") ? target : from.substring(0, from.lastIndexOf('/') + 1) + target;
    Deque<String> kept = new ArrayDeque<>();
    for (String segment : path.split("/")) {
      if (segment.equals("..")) {
        kept.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        kept.addLast(segment);
      }
    }
    return String.join("/", kept);
  }
}
