package dev.assay.inspect.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the host says of all files below some paths (names, attributes, {@link Stamp}s), as one
 * digest: it stays the same as long as none of them is changed.
 */
public final class HostState {
  private final long end;
  private final MessageDigest digest = Digests.newSha256();

  private HostState(Instant before) {
    this.end = TimeUnit.SECONDS.toNanos(before.getEpochSecond()) + before.getNano() - Stamp.COARSE;
  }

  /** One directory: what is said of its children, and those that are directories themselves. */
  private record Read(byte[] said, List<Path> directories) {}

  /** A file that cannot be relied on to be the one that was read. */
  private static final class Unsettled extends RuntimeException {
    Unsettled(String path) {
      super(path, null, false, false);
    }
  }

  /**
   * The state of the files, empty if one of them cannot be looked at or may have been changed at
   * {@code before} or later.
   */
  public static Optional<String> of(List<Path> tops, Instant before) {
    try {
      return Optional.of(new HostState(before).read(tops));
    } catch (IOException | Unsettled e) {
      return Optional.empty();
    }
  }

  private String read(List<Path> tops) throws IOException {
    List<Path> level = new ArrayList<>();
    for (Path top : tops) {
      Path real = top.toRealPath();
      HostAttributes attributes = HostAttributes.of(real);
      digest.update(said(real.toString(), attributes));
      if (Files.isDirectory(real)) {
        level.add(real);
      }
    }
    while (!level.isEmpty()) {
      List<Path> next = new ArrayList<>();
      for (Read read : level.parallelStream().map(this::children).toList()) {
        digest.update(read.said);
        next.addAll(read.directories);
      }
      level = next;
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private Read children(Path directory) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
      all.forEach(children::add);
    } catch (IOException | DirectoryIteratorException e) {
      throw new Unsettled(directory.toString());
    }
    children.sort(null);
    MessageDigest said = Digests.newSha256();
    List<Path> directories = new ArrayList<>();
    for (Path child : children) {
      try {
        HostAttributes attributes = HostAttributes.of(child);
        said.update(said(child.getFileName().toString(), attributes));
        if (attributes.isDirectory()) {
          directories.add(child);
        }
      } catch (IOException e) {
        throw new Unsettled(child.toString());
      }
    }
    return new Read(said.digest(), directories);
  }

  private byte[] said(String name, HostAttributes attributes) {
    Stamp stamp = attributes.stamp();
    if (!stamp.isOlderThan(end)) {
      throw new Unsettled(name);
    }
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(4 + path.length + 3 * 4 + 6 * 8)
        .putInt(path.length)
        .put(path)
        .putInt(attributes.mode())
        .putInt(attributes.uid())
        .putInt(attributes.gid())
        .putLong(attributes.device())
        .putLong(stamp.device())
        .putLong(stamp.inode())
        .putLong(stamp.size())
        .putLong(stamp.modified())
        .putLong(stamp.changed())
        .array();
  }
}
