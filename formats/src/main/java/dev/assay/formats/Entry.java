package dev.assay.formats;

import dev.assay.model.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One member of a container.
 *
 * @param path as stored, decoded by {@link Names}; the scanner makes it safe ({@code ..}, absolute,
 *     NUL) and records a problem
 * @param link target of a symbolic link as stored; of a hard link, the path of the member it
 *     repeats; else empty
 * @param content of a file; empty for all else
 * @param type media type where the container knows it better than the content tells (for example a
 *     raw kernel), else empty
 * @param members of a virtual container: lists its members (merged layers of a container image);
 *     else empty
 * @param problems what could not be read of this member
 */
public record Entry(
    String path,
    EntryType entryType,
    Attributes attributes,
    String link,
    Optional<Content> content,
    String type,
    Optional<Consumer<Listing>> members,
    List<Problem> problems) {

  public static Entry file(String path, Attributes attributes, Content content) {
    return new Entry(
        path,
        EntryType.FILE,
        attributes,
        "",
        Optional.of(content),
        "",
        Optional.empty(),
        List.of());
  }

  /** A part of an image that has neither mode nor owner of its own. */
  public static Entry part(String path, Content content) {
    return file(path, Attributes.NONE, content);
  }

  public static Entry directory(String path, Attributes attributes) {
    return other(path, EntryType.DIRECTORY, attributes);
  }

  public static Entry symlink(String path, Attributes attributes, String target) {
    return new Entry(
        path,
        EntryType.SYMLINK,
        attributes,
        target,
        Optional.empty(),
        "",
        Optional.empty(),
        List.of());
  }

  public static Entry hardlink(String path, Attributes attributes, String target) {
    return new Entry(
        path,
        EntryType.HARDLINK,
        attributes,
        target,
        Optional.empty(),
        "",
        Optional.empty(),
        List.of());
  }

  /** A device, FIFO, socket or whiteout. */
  public static Entry other(String path, EntryType entryType, Attributes attributes) {
    return new Entry(
        path, entryType, attributes, "", Optional.empty(), "", Optional.empty(), List.of());
  }

  /** A container that exists only as a rule for combining others. */
  public static Entry virtual(String path, String type, Consumer<Listing> members) {
    return new Entry(
        path,
        EntryType.FILE,
        Attributes.NONE,
        "",
        Optional.empty(),
        type,
        Optional.of(members),
        List.of());
  }

  public Entry withType(String mediaType) {
    return new Entry(path, entryType, attributes, link, content, mediaType, members, problems);
  }

  /** Keeps its type and is not unpacked: what it means is told by another entry. */
  public Entry spokenFor(String mediaType) {
    return new Entry(
        path,
        entryType,
        attributes,
        link,
        content.map(each -> Content.opening(Content.Opening.NOWHERE, each)),
        mediaType,
        members,
        problems);
  }

  public Entry withProblems(List<Problem> found) {
    return new Entry(path, entryType, attributes, link, content, type, members, List.copyOf(found));
  }

  /** The entry alone, without what gives access to its bytes or members. */
  public Entry withoutContent() {
    return new Entry(
        path, entryType, attributes, link, Optional.empty(), type, Optional.empty(), problems);
  }

  public Entry withPath(String newPath) {
    return new Entry(newPath, entryType, attributes, link, content, type, members, problems);
  }

  /**
   * Mode, owner and extended attributes as stored.
   *
   * @param mode permission bits with setuid, setgid, sticky (07777)
   * @param device major × 2³² + minor for device nodes, else 0
   * @param xattrs full names ({@code security.capability}) to values
   */
  public record Attributes(int mode, int uid, int gid, long device, Map<String, byte[]> xattrs) {
    public static final Attributes NONE = new Attributes(0, 0, 0, 0, Map.of());

    public static Attributes of(int mode, int uid, int gid) {
      return new Attributes(mode & 07777, uid, gid, 0, Map.of());
    }

    public Attributes withDevice(long major, long minor) {
      return new Attributes(mode, uid, gid, major << 32 | minor & 0xFFFF_FFFFL, xattrs);
    }

    public Attributes withXattrs(Map<String, byte[]> values) {
      return new Attributes(mode, uid, gid, device, values);
    }
  }
}
