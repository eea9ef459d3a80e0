package dev.assay.inspect.scan;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Encoding;
import dev.assay.formats.Entry;
import dev.assay.formats.Format;
import dev.assay.formats.Formats;
import dev.assay.formats.Leaf;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.model.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds one member in an archive without reading the others: the image inside a distribution
 * package.
 */
public final class MemberFinder {
  private static final int MAX_DEPTH = 4;

  private final String wanted;
  private final Workspace workspace;

  private MemberFinder(String wanted, Workspace workspace) {
    this.wanted = wanted;
    this.workspace = workspace;
  }

  /** Takes the bytes while they can be read. */
  public interface Taker {
    void take(Bytes bytes) throws IOException;
  }

  /**
   * @param wanted path in the archive, or in an archive inside it (a Debian package's data archive)
   * @return whether there is such a member
   * @throws IOException if the archive cannot be read
   */
  public static boolean find(Path archive, String wanted, Taker taker) throws IOException {
    try (FileChannel channel = FileChannel.open(archive, StandardOpenOption.READ);
        Workspace workspace = new Workspace(Limits.DEFAULT)) {
      Bytes bytes = Bytes.of(channel, 0, channel.size());
      Optional<Bytes> found = new MemberFinder(wanted, workspace).in(bytes, 0);
      if (found.isPresent()) {
        taker.take(found.get());
      }
      return found.isPresent();
    } catch (Malformed malformed) {
      throw new IOException(malformed.getMessage(), malformed);
    }
  }

  private Optional<Bytes> in(Bytes bytes, int depth) {
    Optional<Format> format = Formats.of(bytes);
    if (format.isEmpty() || depth > MAX_DEPTH) {
      return Optional.empty();
    }
    return switch (format.get()) {
      case Encoding encoding -> in(encoding.decode(bytes, workspace).bytes(), depth);
      case Container container -> in(container, bytes, depth);
      case Leaf leaf -> Optional.empty();
    };
  }

  private Optional<Bytes> in(Container container, Bytes bytes, int depth) {
    List<Entry> entries = new ArrayList<>();
    container.unpack(bytes, collecting(entries));
    for (Entry entry : entries) {
      if (SafePath.of(entry.path(), new ArrayList<>()).equals(wanted)
          && entry.content().isPresent()) {
        return Optional.of(entry.content().get().whole(workspace));
      }
    }
    for (Entry entry : entries) {
      if (entry.content().isPresent() && entry.path().startsWith("data.tar")) {
        return in(entry.content().get().whole(workspace), depth + 1);
      }
    }
    return Optional.empty();
  }

  private Listing collecting(List<Entry> entries) {
    return new Listing() {
      @Override
      public void add(Entry entry) {
        entries.add(entry);
      }

      @Override
      public void problem(Problem problem) {}

      @Override
      public Memory memory() {
        return workspace;
      }
    };
  }
}
